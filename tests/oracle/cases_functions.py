"""Sweep: functions of the TF1 namespace that course code calls rarely. CASES: {name: build(tf) -> {name: tensor}}.

Each case is one expression of the inputs that cases_ops.py names; a semicolon ends it. Python 3.7's syntax.
"""

from functools import partial

from oracle.cases_ops import INPUTS
from oracle.expressions import names
from oracle.sweep import Cases

EXPRESSIONS = r"""
tf.acosh(x + 1.0) + tf.asinh(x) + tf.math.atanh(x * 0.5)
tf.cosh(x) + tf.sinh(x) + tf.tan(x) + tf.math.tan(x, name='tangent') ; tf.erf(x) + tf.erfc(x) + tf.math.erf(u)
tf.expm1(x) + tf.math.log1p(x) ; tf.lgamma(x) + tf.digamma(x) + tf.math.lgamma(x)
tf.polygamma(1.0, x) + tf.zeta(x + 1.5, y) ; tf.igamma(x, y) ; tf.igammac(x, y) ; tf.betainc(x, y, 0.5 * x)
tf.lbeta(x) ; tf.div_no_nan(x, y) + tf.math.divide_no_nan(x, y) + tf.math.multiply_no_nan(x, y)
tf.math.reciprocal_no_nan(x) + tf.reciprocal(x) + tf.math.reciprocal(y) ; tf.floordiv(x, y) ; tf.floor_div(x, y)
tf.truediv(i, 2) ; tf.realdiv(x, y) ; tf.div(i, 2) ; tf.divide(x, y) ; tf.floormod(x, y) ; tf.mod(i, 2)
tf.truncatediv(i, 2) ; tf.floordiv(i, 2) ; i // 2 ; i / 2 ; x // y ; x % y ; x / y ; 7 // i[:1] ; 2.0 % x
tf.scalar_mul(2.0, x) + tf.math.scalar_mul(s, x) ; tf.greater_equal(x, y) ; tf.less_equal(x, 0.5) ; tf.not_equal(x, y)
x >= 0.5 ; x < y ; tf.logical_or(x > 0.5, y > 0.3) ; tf.logical_xor(x > 0.5, y > 0.3) ; tf.logical_not(x > 0.5)
~(x > 0.5) ; (x > 0.5) & (y > 0.1) ; (x > 0.5) | (y > 0.1) ; (x > 0.5) ^ (y > 0.1) ; tf.is_nan(x) ; tf.is_inf(x)
tf.is_finite(x) ; tf.math.is_nan(u) ; tf.is_numeric_tensor(x) * x ; tf.math.polyval([1.0, s, x], y) ; tf.to_double(x)
tf.to_int64(x) ; tf.to_int32(x) ; tf.to_float(i) ; tf.to_bfloat16(x) ; tf.to_complex64(x) ; tf.bitcast(x, tf.int32)
tf.saturate_cast(x * 500.0, tf.uint8) ; tf.cast(x, tf.float64) ; tf.complex(x, y) ; tf.real(tf.complex(x, y))
tf.angle(tf.complex(x, y)) ; tf.conj(tf.complex(x, y)) ; tf.nn.relu6(x) ; tf.nn.crelu(x) ; tf.nn.selu(x)
tf.nn.leaky_relu(x, 0.1) ; tf.nn.softsign(x) ; tf.nn.swish(x) ; tf.nn.log_softmax(u, axis=0) ; tf.nn.softmax(x, 0)
tf.nn.softmax(c(2, 3, 4), 1) * c(2, 3, 4) ; tf.nn.softplus(x) ; tf.identity_n([x, y]) ; tf.where_v2(x > 0.5, x, 0.0)
tf.where(x > 0.5, x, y) ; tf.where(x > 0.5) ; tf.verify_tensor_all_finite(x, 'no')
tf.debugging.assert_all_finite(x, 'no') ; tf.check_numerics(x, 'no') ; tf.clip_by_average_norm(x, 0.2)
tf.clip_by_norm(u, 0.2, axes=[1]) ; tf.clip_by_value(u, s, 2.0) ; tf.rint(x) ; tf.round(x) ; tf.floor(x) ; tf.ceil(x)
tf.sign(x) ; tf.square(x) ; tf.squared_difference(x, y) ; tf.sigmoid(x) + tf.log_sigmoid(x) + tf.math.log_sigmoid(y)
tf.cross(v, v + 1.0) ; tf.linalg.cross(c(2, 3), c(2, 3) * 2.0) ; tf.invert_permutation(i) ; tf.argsort(v)
tf.argsort(v, direction='DESCENDING') ; tf.sort(x) ; tf.sort(x, direction='DESCENDING') ; tf.bitwise.invert(i)
tf.searchsorted([0.2, 0.5], v, side='right') ; tf.searchsorted([[0.2, 0.5]], x[:1]) ; tf.count_nonzero(x)
tf.count_nonzero(u, 1) ; tf.count_nonzero(x, axis=0, keep_dims=True, dtype=tf.int32) ; tf.reduce_any(x > 0.9)
tf.reduce_all(x > 0.1, 1) ; tf.reduce_any(u > 0.9, [0]) ; tf.reduce_prod(x) ; tf.reduce_prod(x, 0)
tf.reduce_prod(u, 1, keepdims=True) ; tf.norm(x) ; tf.norm(x, 1, axis=0) ; tf.norm(x, np.inf)
tf.norm(x, 'fro', axis=[0, 1]) ; tf.norm(u, axis=1, keepdims=True) ; tf.argmax(x) ; tf.arg_max(x, 1)
tf.arg_min(x, 1) ; tf.argmin(u, axis=1, output_type=tf.int32)
tf.cumsum(x, 1, reverse=True) + tf.cumprod(x, exclusive=True) + tf.math.cumulative_logsumexp(x, 1)
tf.segment_sum(x, [0, 0]) ; tf.segment_mean(x, [0, 0]) ; tf.segment_max(x, [0, 0])
tf.unsorted_segment_sum(x, [1, 0], 2) ; tf.unsorted_segment_max(x, [1, 1], 2) ; tf.unsorted_segment_prod(x, [1, 0], 2)
tf.sparse_segment_sum(x, [0, 1], [0, 0]) ; tf.sparse_segment_mean(x, [0, 1], [0, 1])
tf.sparse_segment_sqrt_n(x, [0, 1], [0, 0]) ; tf.bincount(i) ; tf.bincount(i, weights=v)
tf.bincount(i, minlength=5, maxlength=6) ; tf.histogram_fixed_width(x, [0.0, 1.0], 5) ; tf.nn.moments(x, [0])
tf.nn.moments(u, [0, 1], keep_dims=True) ; tf.nn.weighted_moments(x, [0], y)
tf.nn.normalize_moments(s, v, v * v, None) ; tf.nn.sufficient_statistics(x, [0])[1:3] ; tf.nn.in_top_k(x, [0, 1], 2)
tf.nn.top_k(x, 2) ; tf.math.top_k(u, 1) ; tf.nn.zero_fraction(x) ; tf.nn.l2_normalize(x, 1)
tf.math.l2_normalize(u, axis=0, epsilon=1e-6) ; tf.nn.l2_loss(x) ; tf.unique(i) ; tf.unique_with_counts([1, 1, 2])
tf.setdiff1d(i, [0, 1]) ; tf.math.in_top_k(x, [0, 1], 1) ; tf.unravel_index(i, [2, 2])
tf.boolean_mask(x, [True, False]) ; tf.boolean_mask(u, x > 0.5) ; tf.boolean_mask(x, [True, False, True], axis=1)
tf.broadcast_to(v, [2, 3]) ; tf.broadcast_static_shape(x.shape, v.shape).as_list() * x[:, :2]
tf.broadcast_dynamic_shape(tf.shape(x), tf.shape(v)) ; tf.expand_dims(x, -1) ; tf.expand_dims(u, axis=0)
tf.squeeze(x[:, :, None]) ; tf.squeeze(x[None], [0]) ; tf.squeeze(x[None], squeeze_dims=[0]) ; tf.reverse(x, [1])
tf.reverse_v2(x, axis=[0]) ; tf.reverse_sequence(x, [2, 3], seq_axis=1, batch_axis=0)
tf.reverse_sequence(u, [1, 2], seq_dim=1, batch_dim=0) ; tf.roll(x, 1, 0) ; tf.manip.roll(x, [1, 2], [0, 1])
tf.tile(x, [2, 1]) ; tf.stack([x, y], 1) ; tf.unstack(x) ; tf.unstack(u, axis=1) ; tf.concat([x, y], 1)
tf.concat([x], 0) ; tf.gather(x, [1, 0]) ; tf.gather(x, i, axis=1) ; tf.gather(c(2, 3, 4), [[0], [1]], batch_dims=1)
tf.gather_nd(x, [[0, 1], [1, 2]]) ; tf.batch_gather(x, [[0], [2]]) ; tf.scatter_nd([[1], [0]], x, [3, 3])
tf.tensor_scatter_update(x, [[0]], v[None]) ; tf.tensor_scatter_nd_add(x, [[0]], v[None])
tf.tensor_scatter_nd_sub(x, [[1]], v[None]) ; tf.tensor_scatter_nd_update(x, [[1]], v[None])
tf.dynamic_partition(x, [1, 0], 2) ; tf.dynamic_stitch([[0], [1]], [x[:1], y[:1]])
tf.space_to_batch(b, [[0, 0], [0, 0]], 2) ; tf.batch_to_space(c(4, 2, 2, 1), [[0, 0], [0, 1]], 2)
tf.space_to_batch_nd(b, [2, 3], [[0, 0], [0, 0]]) ; tf.batch_to_space_nd(c(4, 2, 2, 1), [2, 2], [[0, 0], [0, 0]])
tf.nn.space_to_batch(b, [[0, 0], [0, 0]], 3) ; tf.space_to_depth(b, 2) ; tf.depth_to_space(c(1, 2, 2, 4), 2)
tf.required_space_to_batch_paddings([5, 4], [2, 2]) ; tf.pad(x, [[1, 1], [0, 2]])
tf.pad(x, [[1, 1], [1, 1]], 'REFLECT') ; tf.pad(x, [[1, 1], [0, 0]], 'SYMMETRIC')
tf.pad(x, [[0, 1], [0, 0]], constant_values=2.0) ; tf.shape_n([x, y]) ; tf.size(x) ; tf.size(u) ; tf.rank(x)
tf.rank(n) ; tf.shape(x, out_type=tf.int64) ; tf.size(u, out_type=tf.int64) ; tf.slice(x, [0, 1], [2, 1])
tf.strided_slice(x, [0, 0], [2, 3], [1, 2]) ; x[..., 1] ; x[:, ::-1] ; x[tf.newaxis, 0] ; u[-1] ; x[k - 1]
tf.sequence_mask([1, 2]) ; tf.sequence_mask(i, 4, tf.float32) ; tf.one_hot([[1]], 3, axis=1) ; tf.fill([2, k], s)
tf.range(k) ; tf.range(1.0, 4.0, 0.5) ; tf.matrix_band_part(m, 1, 0) ; tf.linalg.band_part(m, -1, 0)
tf.matrix_transpose(x) ; tf.linalg.matrix_transpose(c(2, 3, 4)) ; tf.linalg.tensor_diag(v)
tf.linalg.tensor_diag_part(m) ; tf.linalg.set_diag(m, v)
tf.extract_image_patches(b, [1, 2, 2, 1], [1, 2, 2, 1], [1, 1, 1, 1], 'VALID')
tf.image.extract_patches(b, [1, 3, 3, 1], [1, 1, 1, 1], [1, 1, 1, 1], 'SAME')
tf.extract_volume_patches(c(1, 3, 3, 3, 1), [1, 2, 2, 2, 1], [1, 1, 1, 1, 1], 'VALID')
tf.edit_distance(tf.SparseTensor([[0, 0]], ['a'], [1, 1]), tf.SparseTensor([[0, 0]], ['b'], [1, 1]))
tf.fingerprint(['a', 'b']) ; tf.as_string(i) ; tf.as_string(x, precision=2) ; tf.string_join(['a', 'b'], '-')
tf.substr(['hello'], 1, 3) ; tf.string_strip([' a ']) ; tf.regex_replace(['aab'], 'a', 'c')
tf.string_split(['a b', 'c']).values ; tf.strings.split(['a b', 'c']).values ; tf.strings.length(['abc'])
tf.strings.lower(['ABC']) ; tf.strings.upper(['abc']) ; tf.strings.to_number(['1.5'])
tf.string_to_number(['2'], tf.int32) ; tf.string_to_hash_bucket(['a'], 10) ; tf.string_to_hash_bucket_fast(['a'], 10)
tf.string_to_hash_bucket_strong(['a'], 10, [1, 2]) ; tf.strings.to_hash_bucket_fast(['b'], 7)
tf.reduce_join([['a', 'b']], 1) ; tf.strings.reduce_join(['a', 'b'])
tf.strings.unicode_decode(['ab'], 'UTF-8').values ; tf.strings.unicode_script([97])
tf.strings.unicode_transcode(['a'], 'UTF-8', 'UTF-16-BE') ; tf.encode_base64(['a']) ; tf.decode_base64(['YQ'])
tf.decode_raw(['ab'], tf.uint8) ; tf.decode_csv(['1,2'], [[0], [0.0]]) ; tf.io.decode_compressed([''])
tf.decode_json_example(['{}']) ; tf.serialize_tensor(x) ; tf.io.parse_tensor(tf.io.serialize_tensor(i), tf.int32)
tf.strings.regex_full_match(['ab'], 'a.') ; tf.strings.format('{}', i)
tf.cholesky(tf.matmul(m, m, transpose_b=True) + tf.eye(3)) ; tf.linalg.cholesky(tf.eye(3) * 2.0)
tf.cholesky_solve(tf.cholesky(tf.eye(3) * 2.0), m) ; tf.matrix_solve(m + tf.eye(3), m)
tf.linalg.solve(m + tf.eye(3), m, adjoint=True) ; tf.matrix_triangular_solve(m + tf.eye(3), m)
tf.linalg.triangular_solve(m + tf.eye(3), m, lower=False) ; tf.matrix_solve_ls(m, m, 0.1, fast=True)
tf.linalg.lstsq(c(3, 2), c(3, 1), 0.1) ; tf.matrix_inverse(m + tf.eye(3)) ; tf.linalg.inv(m + tf.eye(3))
tf.matrix_determinant(m + tf.eye(3)) ; tf.linalg.det(m + tf.eye(3)) ; tf.linalg.slogdet(m + tf.eye(3))
tf.linalg.logdet(tf.eye(3) * 3.0) ; tf.qr(c(3, 2)) ; tf.linalg.eigvalsh(m + tf.transpose(m))
tf.self_adjoint_eigvals(m + tf.transpose(m)) ; tf.svd(tf.diag([3.0, 2.0]), compute_uv=False)
tf.linalg.svd(m, compute_uv=False) ; tf.linalg.pinv(m + tf.eye(3)) ; tf.linalg.sqrtm(tf.eye(3) * 4.0)
tf.linalg.logm(tf.cast(tf.eye(2), tf.complex64)) ; tf.linalg.matvec(m, v) ; tf.linalg.matvec(m, v, transpose_a=True)
tf.matmul(m, m, adjoint_a=True) ; tf.matmul(x, m, a_is_sparse=True) ; tf.sparse_matmul(x, m) ; tf.linalg.trace(m)
tf.linalg.tridiagonal_solve(tf.ones([3, 3]) + tf.eye(3), v) ; tf.linalg.tridiagonal_matmul(tf.ones([3, 3]), m)
tf.linalg.norm(m) ; tf.linalg.global_norm([m, v]) ; tf.linalg.l2_normalize(m) ; tf.fft(tf.complex(v, v))
tf.ifft(tf.complex(v, v)) ; tf.fft2d(tf.complex(x, y)) ; tf.ifft2d(tf.complex(x, y))
tf.fft3d(tf.complex(c(2, 2, 2), c(2, 2, 2))) ; tf.signal.dct(x) ; tf.signal.idct(x)
tf.signal.dct(v, type=3, norm='ortho') ; tf.linalg.LinearOperatorFullMatrix(m + tf.eye(3)).solve(m)
tf.linalg.LinearOperatorIdentity(3).matvec(v)
tf.linalg.LinearOperatorLowerTriangular(m + tf.eye(3)).log_abs_determinant()
tf.linalg.LinearOperatorScaledIdentity(3, s).trace()
tf.linalg.LinearOperatorKronecker([tf.linalg.LinearOperatorDiag(v), tf.linalg.LinearOperatorIdentity(2)]).to_dense()
tf.linalg.LinearOperatorBlockDiag([tf.linalg.LinearOperatorDiag(v), tf.linalg.LinearOperatorIdentity(2)]).to_dense()
tf.linalg.LinearOperatorCirculant(tf.cast(v, tf.complex64)).to_dense()
tf.linalg.LinearOperatorHouseholder(v).to_dense() ; tf.linalg.LinearOperatorZeros(2).to_dense()
tf.linalg.LinearOperatorLowRankUpdate(tf.linalg.LinearOperatorDiag(v), c(3, 1)).determinant()
tf.linalg.LinearOperatorToeplitz(v, v).to_dense()
tf.linalg.LinearOperatorComposition([tf.linalg.LinearOperatorDiag(v), tf.linalg.LinearOperatorDiag(v)]).diag_part()
tf.nn.max_pool1d(c(1, 4, 2), 2, 2, 'VALID') ; tf.nn.avg_pool1d(c(1, 4, 2), 2, 2, 'SAME')
tf.nn.avg_pool_v2(b, [2, 2], [2, 2], 'SAME') ; tf.nn.max_pool3d(c(1, 2, 2, 2, 1), 2, 2, 'SAME')
tf.nn.avg_pool3d(c(1, 2, 2, 2, 1), 2, 1, 'VALID') ; tf.nn.pool(b, [2, 2], 'MAX', 'VALID')
tf.nn.pool(b, [2, 2], 'AVG', 'SAME', strides=[2, 2]) ; tf.nn.pool(b, [2, 2], 'MAX', 'VALID', dilation_rate=[2, 2])
tf.nn.max_pool_with_argmax(b, [1, 2, 2, 1], [1, 2, 2, 1], 'VALID')
tf.nn.fractional_max_pool(b, [1.0, 1.5, 1.5, 1.0], deterministic=True, seed=3, seed2=4)
tf.nn.fractional_avg_pool(b, [1.0, 1.5, 1.5, 1.0], deterministic=True, seed=3, seed2=4)
tf.nn.conv1d(c(1, 5, 2), c(3, 2, 4), 1, 'SAME')
tf.nn.conv3d(c(1, 3, 3, 3, 1), c(2, 2, 2, 1, 2), [1, 1, 1, 1, 1], 'VALID')
tf.nn.convolution(b, c(2, 2, 3, 4), 'SAME', dilation_rate=[2, 2]) ; tf.nn.convolution(c(1, 5, 2), c(3, 2, 4), 'VALID')
tf.nn.depthwise_conv2d(b, c(2, 2, 3, 2), [1, 1, 1, 1], 'SAME')
tf.nn.depthwise_conv2d(b, c(2, 2, 3, 1), [1, 1, 1, 1], 'VALID', rate=[2, 2])
tf.nn.separable_conv2d(b, c(2, 2, 3, 1), c(1, 1, 3, 5), [1, 1, 1, 1], 'SAME')
tf.nn.depthwise_conv2d_native(b, c(2, 2, 3, 1), [1, 2, 2, 1], 'SAME')
tf.nn.atrous_conv2d(b, c(2, 2, 3, 4), 2, 'SAME')
tf.nn.atrous_conv2d_transpose(b, c(2, 2, 4, 3), [2, 6, 6, 4], 2, 'SAME')
tf.nn.conv3d_transpose(c(1, 2, 2, 2, 2), c(2, 2, 2, 3, 2), [1, 4, 4, 4, 3], [1, 2, 2, 2, 1])
tf.nn.conv_transpose(c(1, 2, 2, 2), c(2, 2, 3, 2), [1, 4, 4, 3], 2)
tf.nn.conv2d_backprop_filter(b, [2, 2, 3, 4], c(2, 5, 5, 4), [1, 1, 1, 1], 'VALID')
tf.nn.conv3d_backprop_filter(c(1, 3, 3, 3, 1), [2, 2, 2, 1, 2], c(1, 2, 2, 2, 2), [1, 1, 1, 1, 1], 'VALID')
tf.nn.depthwise_conv2d_backprop_filter(b, [2, 2, 3, 1], c(2, 5, 5, 3), [1, 1, 1, 1], 'VALID')
tf.nn.depthwise_conv2d_native_backprop_input([2, 6, 6, 3], c(2, 2, 3, 1), c(2, 5, 5, 3), [1, 1, 1, 1], 'VALID')
tf.nn.dilation2d(b, c(2, 2, 3), [1, 1, 1, 1], [1, 1, 1, 1], 'SAME')
tf.nn.erosion2d(b, c(2, 2, 3), [1, 1, 1, 1], [1, 1, 1, 1], 'VALID')
tf.nn.with_space_to_batch(b, [2, 2], 'VALID', lambda a, *_: a * 2.0, [1, 1]) ; tf.nn.lrn(b, 2, bias=1.0)
tf.nn.local_response_normalization(b) ; tf.nn.bias_add(x, v) ; tf.nn.xw_plus_b(x, m, v) ; tf.nn.relu_layer(x, m, v)
tf.nn.batch_normalization(b, c(3), c(3), None, None, 1e-3) ; tf.nn.batch_normalization(x, v, v, v, v, 1e-3)
tf.nn.batch_norm_with_global_normalization(b, c(3), c(3), c(3), c(3), 1e-3, True)
tf.nn.sampled_softmax_loss(c(5, 3), c(5), tf.constant([[1], [2]], tf.int64), x, 2, 5, seed=3)
tf.nn.nce_loss(c(5, 3), c(5), tf.constant([[1], [2]], tf.int64), x, 2, 5)
tf.nn.uniform_candidate_sampler([[1]], 1, 2, True, 5, seed=3)
tf.nn.log_uniform_candidate_sampler([[1]], 1, 2, True, 5)
tf.nn.learned_unigram_candidate_sampler([[1]], 1, 2, True, 5)
tf.nn.fixed_unigram_candidate_sampler([[1]], 1, 2, True, 5, unigrams=[1.0, 1.0, 2.0, 1.0, 1.0])
tf.nn.all_candidate_sampler([[1]], 1, 5, True) ; tf.nn.compute_accidental_hits([[1]], [1, 2], 1)
tf.nn.ctc_loss(tf.SparseTensor([[0, 0]], [1], [1, 1]), c(3, 1, 4), [3]) ; tf.nn.ctc_greedy_decoder(c(3, 1, 4), [3])[1]
tf.nn.ctc_beam_search_decoder(c(3, 1, 4), [3])[1] ; tf.nn.ctc_beam_search_decoder_v2(c(3, 1, 4), [3])[1]
tf.nn.ctc_unique_labels([[1, 1, 2]]) ; tf.nn.collapse_repeated([[1, 1, 2]], [3]) ; tf.nn.log_poisson_loss(x, y)
tf.nn.log_poisson_loss(x, y, compute_full_loss=True)
tf.nn.weighted_cross_entropy_with_logits(labels=x, logits=y, pos_weight=2.0)
tf.nn.softmax_cross_entropy_with_logits_v2(labels=x, logits=y)
tf.nn.softmax_cross_entropy_with_logits(labels=x, logits=y)
tf.nn.sparse_softmax_cross_entropy_with_logits(labels=[0, 1], logits=x)
tf.nn.sigmoid_cross_entropy_with_logits(labels=x, logits=u) ; tf.nn.scale_regularization_loss(s)
tf.nn.embedding_lookup(m, i) ; tf.nn.embedding_lookup([m, m], i)
tf.nn.safe_embedding_lookup_sparse(m, tf.SparseTensor([[0, 0], [1, 0]], tf.constant([1, 2], tf.int64), [2, 2]))
tf.quantization.fake_quant_with_min_max_args(x) ; tf.fake_quant_with_min_max_vars(x, 0.0, 1.0)
tf.fake_quant_with_min_max_vars_per_channel(x, v * 0.0, v)
tf.dequantize(tf.quantize(x, 0.0, 2.0, tf.quint8)[0], 0.0, 2.0) ; tf.image.adjust_brightness(b, 0.1)
tf.image.adjust_gamma(b, 0.5) ; tf.image.random_brightness(b, 0.2) ; tf.image.random_flip_left_right(b)
tf.image.random_flip_up_down(b[0]) ; tf.image.flip_left_right(b) ; tf.image.flip_up_down(b[0])
tf.image.transpose_image(b) ; tf.image.rot90(b[0], 1) ; tf.image.rgb_to_grayscale(b)
tf.image.grayscale_to_rgb(b[..., :1]) ; tf.image.rgb_to_hsv(b) ; tf.image.hsv_to_rgb(b) ; tf.image.rgb_to_yiq(b)
tf.image.yiq_to_rgb(b) ; tf.image.rgb_to_yuv(b) ; tf.image.yuv_to_rgb(b) ; tf.image.convert_image_dtype(b, tf.uint8)
tf.image.convert_image_dtype(tf.cast(i, tf.uint8), tf.float32)
tf.image.convert_image_dtype(b, tf.float64, saturate=True)
tf.image.convert_image_dtype(tf.cast(i, tf.uint8), tf.uint16) ; tf.image.resize_images(b, [4, 5])
tf.image.resize_images(b, [4, 5], tf.image.ResizeMethod.NEAREST_NEIGHBOR) ; tf.image.resize_images(b[0], [3, 3], 2)
tf.image.resize_bilinear(b, [4, 4], align_corners=True) ; tf.image.resize_nearest_neighbor(b, [3, 3])
tf.image.resize_bicubic(b, [4, 4]) ; tf.image.resize(b, [4, 4]) ; tf.image.resize_image_with_crop_or_pad(b, 8, 4)
tf.image.resize_with_crop_or_pad(b[0], 4, 8) ; tf.image.resize_image_with_pad(b, 8, 4)
tf.image.central_crop(b[0], 0.5) ; tf.image.central_crop(b, 0.4) ; tf.image.crop_to_bounding_box(b, 1, 1, 3, 3)
tf.image.pad_to_bounding_box(b, 1, 1, 8, 8) ; tf.image.crop_and_resize(b, [[0.0, 0.0, 0.5, 0.5]], [0], [3, 3])
tf.image.psnr(b, b * 0.9, 1.0) ; tf.image.total_variation(b) ; tf.image.sobel_edges(b) ; tf.image.image_gradients(b)
tf.image.sample_distorted_bounding_box([6, 6, 3], [[[0.1, 0.1, 0.9, 0.9]]], seed=4)
tf.image.draw_bounding_boxes(b, [[[0.1, 0.1, 0.9, 0.9]]] * 2)
tf.image.extract_glimpse(b, [3, 3], [[0.0, 0.0], [0.5, 0.5]])
tf.image.extract_glimpse(b, [3, 3], [[0.0, 0.0], [0.5, 0.5]], uniform_noise=False)
tf.image.non_max_suppression([[0.0, 0.0, 1.0, 1.0], [0.0, 0.0, 0.9, 1.0]], [0.9, 0.8], 2)
tf.image.non_max_suppression_with_scores([[0.0, 0.0, 1.0, 1.0]], [0.9], 2)
tf.image.decode_jpeg(tf.image.encode_jpeg(tf.cast(b[0] * 200.0, tf.uint8)))
tf.image.decode_png(tf.image.encode_png(tf.cast(b[0] * 200.0, tf.uint8)), channels=1)
tf.image.is_jpeg(tf.image.encode_jpeg(tf.cast(b[0] * 200.0, tf.uint8)))
tf.image.extract_jpeg_shape(tf.image.encode_jpeg(tf.cast(b[0] * 200.0, tf.uint8)))
tf.image.decode_and_crop_jpeg(tf.image.encode_jpeg(tf.cast(b[0] * 200.0, tf.uint8)), [1, 1, 3, 3])
tf.image.random_jpeg_quality(tf.cast(b[0] * 200.0, tf.uint8), 50, 90) ; tf.assert_equal(i, [2, 0, 1])
tf.assert_greater(x, 0.0) ; tf.assert_less(x, 9.0) ; tf.assert_non_negative(x) ; tf.assert_positive(u)
tf.assert_negative(-x) ; tf.assert_rank(x, 2) ; tf.assert_type(x, tf.float32) ; tf.assert_greater_equal(x, 0.0)
tf.assert_less_equal(x, 9.0) ; tf.assert_near(x, x) ; tf.assert_none_equal(x, -1.0) ; tf.assert_non_positive(-x)
tf.assert_integer(i) ; tf.assert_rank_at_least(u, 1) ; tf.assert_rank_in(n, [1, 2])
tf.debugging.assert_scalar(s) ; tf.ensure_shape(u, [2, 3]) ; tf.no_op()
tf.Assert(True, [x]) ; tf.Assert(tf.reduce_all(x > 0.0), [x]) ; tf.Print(x, [x]) ; tf.add_check_numerics_ops()
tf.cond(f, lambda: x, lambda: y) ; tf.case([(f, lambda: x)], default=lambda: y)
tf.case({f: lambda: x}, exclusive=True, default=lambda: y) ; tf.map_fn(lambda a: a * 2.0, x)
tf.foldl(lambda a, e: a + e, x) ; tf.foldr(lambda a, e: a + e, x) ; tf.scan(lambda a, e: a + e, x)
tf.while_loop(lambda a: a < 5, lambda a: a + k, [0]) ; tf.py_func(lambda a: a * 2, [x], tf.float32)
tf.numpy_function(lambda a: a * 2, [x], tf.float32) ; tf.py_function(lambda a: a, [x], tf.float32) ; tf.tuple([x, y])
tf.group(x, y) ; tf.hessians(s * s, s) ; tf.stop_gradient(x) ; tf.gradients(tf.reduce_sum(x * x), x)
tf.custom_gradient(lambda a: (a * 2.0, lambda d: d * 3.0))(x) ; tf.convert_to_tensor_or_sparse_tensor(x)
tf.convert_to_tensor_or_indexed_slices([1.0]) ; tf.get_static_value(tf.constant(2)) * x
tf.constant(3) + tf.constant(k.shape.ndims) ; tf.sparse_to_dense([0, 2], [4], 1.0)
tf.sparse_tensor_to_dense(tf.SparseTensor([[0, 1]], [2.0], [2, 3]))
tf.sparse_reduce_sum(tf.SparseTensor([[0, 1]], [2.0], [2, 3]), 1)
tf.sparse_reduce_max(tf.SparseTensor([[0, 1]], [2.0], [2, 3]))
tf.sparse_tensor_dense_matmul(tf.SparseTensor([[0, 1]], [2.0], [2, 3]), m)
tf.sparse_to_indicator(tf.SparseTensor([[0, 0]], tf.constant([1], tf.int64), [2, 3]), 4)
tf.sparse_add(tf.SparseTensor([[0, 1]], [2.0], [2, 3]), x)
tf.sparse_reorder(tf.SparseTensor([[0, 1]], [2.0], [2, 3])).values
tf.sparse_reshape(tf.SparseTensor([[0, 1]], [2.0], [2, 3]), [3, 2]).indices
tf.sparse_softmax(tf.SparseTensor([[0, 1]], [2.0], [2, 3])).values
tf.sparse_slice(tf.SparseTensor([[0, 1]], [2.0], [2, 3]), [0, 0], [1, 2]).values
tf.sparse_concat(0, [tf.SparseTensor([[0, 1]], [2.0], [2, 3])] * 2).indices
tf.sparse_split(sp_input=tf.SparseTensor([[0, 1]], [2.0], [2, 4]), num_split=2, axis=1)[0].values
tf.sparse_retain(tf.SparseTensor([[0, 1]], [2.0], [2, 3]), [True]).values
tf.sparse_fill_empty_rows(tf.SparseTensor([[0, 1]], [2.0], [2, 3]), 0.0)[1]
tf.sparse_reset_shape(tf.SparseTensor([[0, 1]], [2.0], [2, 3])).dense_shape
tf.sparse_maximum(tf.SparseTensor([[0, 1]], [2.0], [2, 3]), tf.SparseTensor([[0, 1]], [3.0], [2, 3])).values
tf.sparse_mask(tf.IndexedSlices(x, [0, 1]), [0]).values
tf.sparse_merge(tf.SparseTensor([[0, 0]], np.array([1]), [1, 2]), tf.SparseTensor([[0, 0]], [2.0], [1, 2]), 4).values
tf.sparse.expand_dims(tf.SparseTensor([[0, 1]], [2.0], [2, 3]), 0).dense_shape ; tf.sparse.eye(3).values
tf.serialize_sparse(tf.SparseTensor([[0, 1]], [2.0], [2, 3]))
tf.serialize_many_sparse(tf.SparseTensor([[0, 1]], [2.0], [2, 3]))
tf.deserialize_many_sparse(tf.serialize_many_sparse(tf.SparseTensor([[0, 1]], [2.0], [2, 3])), tf.float32).values
tf.sets.set_intersection([[1, 2]], [[2, 3]]).values ; tf.sets.set_union([[1, 2]], [[2, 3]]).values
tf.sets.set_difference([[1, 2]], [[2, 3]]).values ; tf.sets.set_size(tf.SparseTensor([[0, 1]], [2], [2, 3]))
tf.ragged.range([2, 3]).values ; tf.ragged.map_flat_values(tf.square, tf.ragged.constant([[1.0], [2.0]])).values
tf.where(tf.is_nan(x), x, y) ; tf.random.all_candidate_sampler([[1]], 1, 5, True)[1]
tf.random.stateless_categorical(x, 2, [1, 2]) ; tf.random.categorical(x, 3)
tf.random.multinomial(x, 3, output_dtype=tf.int32) ; tf.random.gamma([2], 1.0) ; tf.random.poisson([1.0], [2])
tf.random.truncated_normal([2])
tf.signal.rfft(x) ; tf.spectral.rfft(u, [4]) ; tf.signal.rfft2d(x) ; tf.signal.irfft(tf.complex(x, y))
tf.signal.irfft2d(tf.complex(x, y)) ; tf.spectral.dct(x) ; tf.linalg.expm(m)
tf.linalg.expm(c(2, 3, 3, unknown=[0]))
"""
# Those that have no gradient, or one of nothing but roundings.
FIXED = """
tf.truncatemod(x, y) ; tf.math.reduce_euclidean_norm(x) ; tf.math.reduce_euclidean_norm(u, 1)
tf.segment_prod(x, [0, 1]) ; tf.parallel_stack([x, y]) ; tf.linalg.qr(c(3, 2), full_matrices=True)
tf.linalg.lu(m + tf.eye(3))[0] ; tf.nn.fused_batch_norm(b, c(3), c(3))[:1] ; tf.quantize_v2(x, 0.0, 2.0, tf.quint8)
tf.fake_quant_with_min_max_args_gradient(x, y) ; tf.fake_quant_with_min_max_vars_gradient(x, y, 0.0, 1.0)
tf.fake_quant_with_min_max_vars_per_channel_gradient(x, y, v * 0.0, v) ; tf.image.adjust_contrast(b, 2.0)
tf.image.adjust_hue(b, 0.1) ; tf.image.adjust_saturation(b, 2.0) ; tf.image.random_contrast(b, 0.5, 1.5)
tf.image.random_hue(b, 0.2) ; tf.image.random_saturation(b, 0.5, 1.5, seed=3)
tf.image.resize_images(b, [3, 3], 3, align_corners=True) ; tf.image.resize_area(b, [3, 3])
tf.image.per_image_standardization(b[0]) ; tf.image.per_image_standardization(ub) ; tf.random.shuffle(v)
tf.spectral.irfft(tf.complex(x, y), [5]) ; tf.spectral.rfft3d(c(2, 3, 4))
tf.spectral.irfft3d(tf.complex(c(2, 3, 4), c(2, 3, 4)), [2, 3, 4])
"""
# Those of which today's nodes are others, as many as TF 1.15's or counted as such.
OTHER_NODES = """
tf.parse_single_example(tf.placeholder_with_default('', None), {'a': tf.VarLenFeature(tf.float32)})['a'].values
tf.count_nonzero([True, False]) ; tf.count_nonzero(tf.get_variable('r', [3], use_resource=True))
tf.count_nonzero(tf.get_variable('flags', initializer=[True, False])) ; tf.count_nonzero([tf.constant(1.0), 0.0])
tf.signal.fftshift(tf.get_variable('q', [3])) ; tf.signal.ifftshift(tf.get_variable('q', [3], use_resource=True))
tf.debugging.assert_shapes([(x, (2, 3))])
tf.math.bessel_i0(x) + tf.math.bessel_i1(x) + tf.math.bessel_i0e(x) + tf.math.bessel_i1e(x)
tf.math.xdivy(x, y) + tf.math.xlogy(x, y) ; tf.is_non_decreasing(v) ; tf.is_strictly_increasing(x)
tf.math.count_nonzero(x > 0.5) ; tf.histogram_fixed_width_bins(x, [0.0, 1.0], 5) ; tf.confusion_matrix(i, [0, 1, 2])
tf.confusion_matrix(i, [0, 1, 2], 4, weights=v) ; tf.math.confusion_matrix(i, i, dtype=tf.float32)
tf.repeat(x, 2, axis=1) ; tf.repeat(v, [1, 2, 0]) ; tf.strings.unicode_encode([[97, 98]], 'UTF-8')
tf.strings.bytes_split(['ab']).values ; tf.signal.fftshift(v) ; tf.signal.ifftshift(x, 1)
tf.nn.max_pool_v2(b, 2, 2, 'VALID') ; tf.image.resize_images(ub, [4, 5], preserve_aspect_ratio=True)
tf.image.resize_image_with_crop_or_pad(ub, 4, 4)
tf.image.combined_non_max_suppression([[[[0.0, 0.0, 1.0, 1.0]]]], [[[0.9]]], 2, 2)
tf.image.decode_image(tf.image.encode_png(tf.cast(b[0] * 200.0, tf.uint8))) ; tf.image.adjust_jpeg_quality(b[0], 70)
tf.switch_case(k, [lambda: x, lambda: y, lambda: x + y])
tf.sparse_transpose(tf.SparseTensor([[0, 1]], [2.0], [2, 3])).indices ; tf.sparse.from_dense(x).values
tf.random.stateless_uniform([2], [1, 2]) ; tf.random.stateless_normal([2], [1, 2])
tf.strings.ngrams(['a', 'b', 'c'], 2) ; tf.strings.ngrams([['a', 'b', 'c']], (1, 2), pad_values=('<', '>'))
tf.sparse.cross([tf.constant([['a']]), tf.constant([['b']])]).values ; tf.nn.compute_average_loss(v)
tf.nn.compute_average_loss(v, v, global_batch_size=4)
tf.image.non_max_suppression_padded(tf.reshape(tf.range(12.0), [3, 4]), v, 2)
tf.image.non_max_suppression_padded(tf.reshape(tf.range(12.0), [3, 4]), v, k, pad_to_max_output_size=True)[1]
tf.parse_single_sequence_example('', None, {'a': tf.VarLenFeature(tf.int64)})[1]['a'].values
tf.io.parse_sequence_example([''], {'b': tf.VarLenFeature(tf.int64)}, {'a': tf.VarLenFeature(tf.int64)})[1]['a'].values
tf.data.experimental.choose_from_datasets([tf.data.Dataset.range(1)], tf.data.Dataset.range(1))._as_variant_tensor().op
tf.data.TFRecordDataset(['/no/file'], num_parallel_reads=2).make_initializable_iterator().initializer
"""


def texts(block):
    """The expressions in a block of them."""
    return [text for line in block.strip().splitlines() for text in line.split(" ; ")]


def tensors(tf, value):
    """What can be fetched and compared of a value, as a list: that an op has run, a complex number's two parts."""
    if isinstance(value, (list, tuple)):
        return [tensor for each in value for tensor in tensors(tf, each)]
    if isinstance(value, tf.Operation):
        with tf.control_dependencies([value]):
            return [tf.constant(True)]
    if value is None:
        return []
    tensor = tf.convert_to_tensor(value)
    if tensor.dtype.is_complex:
        tensor = tf.stack([tf.real(tensor), tf.imag(tensor)])
    return [tf.cast(tensor, tf.float32) if tensor.dtype == tf.bfloat16 else tensor]


def build(tf, text, has_gradient, packages=()):
    """{"y0": …} of an expression's value, or of its values. `packages`: those of tf.contrib that it names."""
    value = eval(text, dict(names(tf, text, INPUTS), **{name: getattr(tf.contrib, name) for name in packages}))
    found = tensors(tf, value)
    return {"y%d" % n: each if has_gradient else tf.stop_gradient(each) for n, each in enumerate(found)}


CASES = Cases()
for _text in texts(EXPRESSIONS) + texts(OTHER_NODES):
    CASES.case(_text)(partial(build, text=_text, has_gradient=True))
for _text in texts(FIXED):
    CASES.case(_text)(partial(build, text=_text, has_gradient=False))


@CASES.case("loops that AutoGraph converts")
def _(tf):
    def over_range(x):
        for _ in tf.range(3):
            x = x + tf.random_uniform([3])
        return x

    def until(x):
        for i in tf.range(5):
            if tf.reduce_sum(x) > 4.0:
                break
            x = x * 2.0 + tf.cast(i, tf.float32)
        return x

    def over_rows(x):
        total = 0.0
        for row in x:
            total = total + row
        return total + tf.random_uniform([])

    def while_small(x):
        while tf.reduce_sum(x) < 10.0:
            x = x + 1.0
        return x

    x = INPUTS["v"](tf)
    return {loop.__name__: tf.autograph.to_graph(loop)(x) for loop in (over_range, until, over_rows, while_small)}


COUNTED = texts(OTHER_NODES) + ["loops that AutoGraph converts"]
