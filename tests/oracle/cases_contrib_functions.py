"""Sweep: functions of tf.contrib that course code calls rarely. CASES: {name: build(tf) -> {name: tensor}}.

As cases_functions.py; the packages of tf.contrib go by their own names. What reads from a queue is made, not run.
Python 3.7's syntax.
"""

from functools import partial

from oracle.cases_functions import build, texts
from oracle.sweep import Cases

PACKAGES = (
    "distributions framework image integrate layers legacy_seq2seq losses lookup metrics nn opt rnn seq2seq sparsemax "
    "training"
).split()
EXPRESSIONS = """
layers.separable_convolution2d(b, 4, 3, 1)
layers.convolution1d(c(1, 5, 2), 3, 2) ; layers.convolution2d_transpose(b, 4, 3, 2)
layers.convolution3d(c(1, 3, 3, 3, 1), 2, 2) ; layers.convolution3d_transpose(c(1, 3, 3, 3, 1), 2, 2, 2)
layers.conv2d_in_plane(b, 3) ; layers.summarize_collection('trainable_variables') ; layers.summarize_tensor(x)
layers.summarize_activation(x) ; layers.summarize_activations() ; layers.embed_sequence([[1, 2]], 4, 3)
layers.embedding_lookup_unique(m, i) ; layers.images_to_sequence(b) ; layers.repeat(x, 2, layers.fully_connected, 4)
layers.stack(x, layers.fully_connected, [4, 5]) ; layers.maxout(x, 1) ; layers.unit_norm(x, 1)
layers.spatial_softmax(b) ; layers.bow_encoder([[1, 2]], 4, 3) ; layers.dense_to_sparse([[1, 0]]).values
layers.one_hot_encoding(i, 4) ; layers.layer_norm(x) ; layers.instance_norm(b) ; layers.group_norm(c(2, 4, 4, 4), 2)
layers.legacy_fully_connected(x, 4) ; layers.bias_add(x) ; layers.avg_pool3d(c(1, 4, 4, 4, 1), 2)
layers.max_pool3d(c(1, 4, 4, 4, 1), 2)
layers.input_from_feature_columns({'a': x}, [layers.real_valued_column('a', 3)])
layers.weighted_sum_from_feature_columns({'a': x}, [layers.real_valued_column('a', 3)], 1)[0]
layers.sequence_input_from_feature_columns({'a': c(2, 3, 1)}, [layers.real_valued_column('a')])
layers.scale_gradient(x, 0.5) ; layers.recompute_grad(lambda a: a * a)(x)
framework.assert_global_step(tf.train.get_or_create_global_step()) or x ; framework.create_global_step()
framework.sort(x) ; framework.argsort(x) ; framework.smart_case({f: lambda: x}, default=lambda: y)
framework.smart_cond(True, lambda: x, lambda: y) ; framework.reduce_sum_n([x, y])
framework.remove_squeezable_dimensions(x[:, :1], x[:, 0]) ; framework.with_shape([2, 3], u)
framework.with_same_shape(x, u) ; framework.variable('v', [2])
framework.model_variable('v', [2], regularizer=layers.l2_regularizer(0.1)) ; framework.local_variable(3.0)
framework.global_variable(2.0) ; framework.convolutional_delta_orthogonal()([3, 3, 2, 4])
framework.convolutional_orthogonal_2d()([3, 3, 4, 4]) ; framework.convolutional_orthogonal_1d()([3, 4, 4])
framework.convolutional_orthogonal_3d()([2, 2, 2, 4, 4])
tf.nn.dynamic_rnn(rnn.UGRNNCell(4), c(2, 3, 2), dtype=tf.float32)[0]
tf.nn.dynamic_rnn(rnn.IntersectionRNNCell(2), c(2, 3, 2), dtype=tf.float32)[0]
tf.nn.dynamic_rnn(rnn.NASCell(4), c(2, 3, 2), dtype=tf.float32)[0]
tf.nn.dynamic_rnn(rnn.PhasedLSTMCell(4), (tf.cast(c(2, 3, 1), tf.float32), c(2, 3, 2)), dtype=tf.float32)[0]
tf.nn.dynamic_rnn(rnn.TimeFreqLSTMCell(4, feature_size=2, frequency_skip=1), c(2, 3, 2), dtype=tf.float32)[0]
tf.nn.dynamic_rnn(rnn.LayerNormBasicLSTMCell(4, dropout_keep_prob=0.5), c(2, 3, 2), dtype=tf.float32)[0]
tf.nn.dynamic_rnn(rnn.HighwayWrapper(rnn.GRUCell(2)), c(2, 3, 2), dtype=tf.float32)[0]
tf.nn.dynamic_rnn(rnn.ResidualWrapper(rnn.GRUCell(2)), c(2, 3, 2), dtype=tf.float32)[0]
tf.nn.dynamic_rnn(rnn.CoupledInputForgetGateLSTMCell(4), c(2, 3, 2), dtype=tf.float32)[0]
tf.nn.dynamic_rnn(rnn.GLSTMCell(4, number_of_groups=2), c(2, 3, 4), dtype=tf.float32)[0]
tf.nn.dynamic_rnn(rnn.SRUCell(3), c(2, 3, 3), dtype=tf.float32)[0]
tf.nn.dynamic_rnn(rnn.IndRNNCell(3), c(2, 3, 3), dtype=tf.float32)[0]
tf.nn.dynamic_rnn(rnn.IndyGRUCell(3), c(2, 3, 3), dtype=tf.float32)[0]
tf.nn.dynamic_rnn(rnn.IndyLSTMCell(3), c(2, 3, 3), dtype=tf.float32)[0]
tf.nn.dynamic_rnn(rnn.LSTMBlockCell(3), c(2, 3, 3), dtype=tf.float32)[0]
tf.nn.dynamic_rnn(rnn.GRUBlockCellV2(3), c(2, 3, 3), dtype=tf.float32)[0]
tf.nn.dynamic_rnn(rnn.InputProjectionWrapper(rnn.GRUCell(3), 4), c(2, 3, 3), dtype=tf.float32)[0]
tf.nn.dynamic_rnn(rnn.OutputProjectionWrapper(rnn.GRUCell(3), 4), c(2, 3, 3), dtype=tf.float32)[0]
tf.nn.dynamic_rnn(rnn.CompiledWrapper(rnn.GRUCell(3)), c(2, 3, 3), dtype=tf.float32)[0]
rnn.LSTMBlockFusedCell(3)(c(4, 2, 3), dtype=tf.float32)[0]
rnn.TimeReversedFusedRNN(rnn.LSTMBlockFusedCell(3))(c(4, 2, 3), dtype=tf.float32)[0]
rnn.FusedRNNCellAdaptor(rnn.GRUCell(3), True)(c(4, 2, 3), dtype=tf.float32)[0]
rnn.stack_bidirectional_dynamic_rnn([rnn.GRUCell(3)], [rnn.GRUCell(3)], c(2, 3, 3), dtype=tf.float32)[0]
rnn.stack_bidirectional_rnn([rnn.GRUCell(3)], [rnn.GRUCell(3)], [c(2, 3), c(2, 3)], dtype=tf.float32)[0]
rnn.best_effort_input_batch_size([c(2, 3)]) * x ; metrics.streaming_accuracy([1, 0], [1, 1])
metrics.streaming_false_negatives([True], [False])
metrics.streaming_false_negatives_at_thresholds([0.2, 0.7], [True, False], [0.5])
metrics.streaming_false_positive_rate_at_thresholds([0.2, 0.7], [True, False], [0.5])
metrics.streaming_sparse_precision_at_top_k(tf.constant([[1, 0]], tf.int64), tf.constant([[1]], tf.int64))
metrics.streaming_true_negatives([True], [False]) ; metrics.streaming_pearson_correlation(x, y)
metrics.streaming_covariance(x, y) ; metrics.streaming_mean_relative_error(x, y, x)
metrics.streaming_mean_cosine_distance(x, y, 1) ; metrics.streaming_percentage_less(x, 0.5)
metrics.streaming_curve_points([1, 0], [0.2, 0.7]) ; metrics.streaming_concat(v)
metrics.streaming_recall_at_k(x, [1, 2], 1)
metrics.streaming_sparse_recall_at_k(x, tf.constant([[1], [2]], tf.int64), 1)
metrics.streaming_sparse_average_precision_at_k(x, tf.constant([[1], [2]], tf.int64), 2) ; metrics.count(v)
metrics.recall_at_precision([1, 0], [0.2, 0.7], 0.5) ; metrics.f1_score([1, 0], [0.2, 0.7])
metrics.auc_using_histogram([True, False], [0.2, 0.7], [0.0, 1.0])
metrics.auc_with_confidence_intervals([1, 0, 1, 0], [0.2, 0.7, 0.8, 0.1])
metrics.aggregate_metric_map({'a': metrics.streaming_mean(v)})[0]['a']
metrics.set_intersection([[1, 2]], [[2, 3]]).values
tf.metrics.sparse_average_precision_at_k(tf.constant([[1], [2]], tf.int64), x, 2)
tf.metrics.sparse_precision_at_k(tf.constant([[1], [2]], tf.int64), x, 2)
training.clip_gradient_norms([(x, w)], 1.0)[0][0] ; training.get_or_create_eval_step()
(training.rejection_sample([x[0]], lambda a: 0.5, 2), x)[1]
(training.stratified_sample([x[0]], tf.constant(1), [0.5, 0.5], 2, init_probs=[0.5, 0.5]), x)[1]
(training.bucket_by_sequence_length(tf.constant(2), [v], 2, [3]), x)[1] ; training.HParams(a=1).a * x
training.resample_at_rate([x], x[:, 0], seed=3) ; (tf.train.batch([v], 2), x)[1]
(tf.train.shuffle_batch([v], 2, 10, 2), x)[1] ; (tf.train.batch_join([[v], [v]], 2), x)[1]
(tf.train.shuffle_batch_join([[v], [v]], 2, 10, 2), x)[1] ; (tf.train.maybe_batch([v], True, 2), x)[1]
(tf.train.maybe_shuffle_batch([v], 2, 10, 2, True), x)[1] ; (tf.train.maybe_batch_join([[v], [v]], f, 2), x)[1]
(tf.train.maybe_shuffle_batch_join([[v], [v]], 2, 10, 2, True), x)[1] ; (tf.train.input_producer([1, 2]), x)[1]
(tf.train.string_input_producer(['a', 'b']).dequeue(), x)[1] ; (tf.train.range_input_producer(5).dequeue(), x)[1]
(tf.train.slice_input_producer([[1, 2], [3, 4]]), x)[1] ; (tf.train.limit_epochs(v, 2), x)[1]
tf.train.piecewise_constant_decay(tf.train.get_or_create_global_step(), [10], [0.1, 0.2])
tf.train.sdca_fprint(['a']) ; tf.train.cosine_decay(0.1, k, 10) ; tf.train.cosine_decay_restarts(0.1, k, 10)
tf.train.linear_cosine_decay(0.1, k, 10) ; tf.train.noisy_linear_cosine_decay(0.1, k, 10)
tf.train.inverse_time_decay(0.1, k, 10, 0.5) ; tf.train.natural_exp_decay(0.1, k, 10, 0.5)
tf.train.polynomial_decay(0.1, k, 10, cycle=True)
tf.train.MomentumOptimizer(0.1, 0.9, use_nesterov=True).minimize(tf.reduce_sum(w * w))
tf.train.FtrlOptimizer(0.1).minimize(tf.reduce_sum(w * w))
tf.train.ProximalAdagradOptimizer(0.1).minimize(tf.reduce_sum(w * w))
tf.train.ProximalGradientDescentOptimizer(0.1).minimize(tf.reduce_sum(w * w))
tf.train.AdagradDAOptimizer(0.1, tf.train.get_or_create_global_step()).minimize(tf.reduce_sum(w * w))
tf.train.AdadeltaOptimizer(0.1).minimize(tf.reduce_sum(w * w))
tf.train.RMSPropOptimizer(0.1, centered=True, momentum=0.5).minimize(tf.reduce_sum(w * w))
tf.train.ExponentialMovingAverage(0.9).apply([w]) ; tf.layers.average_pooling2d(b, 2, 2)
tf.layers.average_pooling3d(c(1, 4, 4, 4, 1), 2, 2) ; tf.layers.max_pooling1d(c(1, 4, 2), 2, 2)
tf.layers.max_pooling3d(c(1, 4, 4, 4, 1), 2, 2) ; tf.layers.average_pooling1d(c(1, 4, 2), 2, 2)
tf.layers.separable_conv1d(c(1, 5, 2), 3, 2) ; tf.layers.separable_conv2d(b, 4, 3, depth_multiplier=2)
tf.layers.conv3d_transpose(c(1, 3, 3, 3, 2), 2, 2, 2) ; tf.layers.flatten(ub)
distributions.MultivariateNormalDiagPlusLowRank(v, v, scale_perturb_factor=c(3, 1)).log_prob(x)
distributions.MultivariateNormalFullCovariance(v, tf.eye(3)).sample(2, seed=3)
distributions.MultivariateNormalTriL(v, tf.eye(3)).log_prob(x) ; distributions.VectorLaplaceDiag(v, v).log_prob(x)
distributions.VectorExponentialDiag(v, v).sample(2, seed=3)
distributions.PoissonLogNormalQuadratureCompound(0.1, 1.0).log_prob([1.0, 2.0])
distributions.QuantizedDistribution(distributions.Normal(0.0, 2.0)).log_prob([0.0, 1.0])
distributions.RelaxedBernoulli(0.5, probs=0.3).sample(3, seed=1)
distributions.RelaxedOneHotCategorical(0.5, [0.1, 0.2]).sample(2, seed=2)
distributions.ExpRelaxedOneHotCategorical(0.5, [0.1, 0.2]).log_prob([[-0.7, -0.7]])
distributions.OneHotCategorical([0.1, 0.2]).sample(3) ; distributions.Logistic(0.0, 1.0).sample(3)
distributions.HalfNormal(1.0).log_prob(v) ; distributions.Kumaraswamy(2.0, 2.0).log_prob(v * 0.5)
distributions.SinhArcsinh(0.0, 1.0).log_prob(v) ; distributions.Geometric(probs=0.3).sample(4)
distributions.NegativeBinomial(3.0, probs=0.4).sample(4, seed=2)
distributions.DirichletMultinomial(3.0, v).log_prob([[1.0, 1.0, 1.0]]) ; distributions.Chi2(3.0).sample(3, seed=1)
distributions.InverseGamma(3.0, 2.0).log_prob(v) ; distributions.Cauchy(0.0, 1.0).sample(3)
distributions.Deterministic(v).log_prob(v) ; distributions.Binomial(3.0, probs=0.4).log_prob([1.0, 2.0])
distributions.Poisson(2.0).sample(3)
distributions.TransformedDistribution(distributions.Normal(0.0, 1.0), distributions.bijectors.Exp()).log_prob(v)
distributions.bijectors.RealNVP(1, distributions.bijectors.real_nvp_default_template([4])).forward(x)
distributions.bijectors.masked_dense(x, 4, num_blocks=3) ; distributions.bijectors.BatchNormalization().inverse(x)
distributions.bijectors.AbsoluteValue().forward(x) ; distributions.bijectors.Affine(shift=v, scale_diag=v).forward(x)
distributions.bijectors.CholeskyOuterProduct().forward(tf.eye(2))
distributions.bijectors.FillTriangular().forward(c(2, 3))
distributions.bijectors.Sigmoid().forward_log_det_jacobian(x, 0)
distributions.bijectors.Permute([2, 0, 1]).forward(x)
distributions.kl_divergence(distributions.Normal(0.0, 1.0), distributions.Normal(v, 1.0))
distributions.percentile(x, 30.0) ; distributions.softplus_inverse(x) ; distributions.fill_triangular(c(6))
lookup.index_table_from_tensor(['a', 'b']).lookup(tf.constant(['b']))
lookup.string_to_index(tf.constant(['a']), ['a', 'b'])
lookup.index_to_string(tf.constant([1], tf.int64), ['a', 'b'])
lookup.MutableDenseHashTable(tf.int64, tf.int64, -1, empty_key=0, deleted_key=-2).lookup(tf.constant([1], tf.int64))
opt.LazyAdamOptimizer(0.1).minimize(tf.reduce_sum(tf.gather(w, [0])))
opt.NadamOptimizer(0.1).minimize(tf.reduce_sum(w * w)) ; opt.AdaMaxOptimizer(0.1).minimize(tf.reduce_sum(w * w))
opt.LARSOptimizer(0.1).minimize(tf.reduce_sum(w * w)) ; opt.PowerSignOptimizer(0.1).minimize(tf.reduce_sum(w * w))
opt.AddSignOptimizer(0.1).minimize(tf.reduce_sum(w * w)) ; opt.GGTOptimizer(0.1).minimize(tf.reduce_sum(w * w))
opt.ShampooOptimizer(learning_rate=0.1).minimize(tf.reduce_sum(w * w))
opt.MovingAverageOptimizer(tf.train.GradientDescentOptimizer(0.1)).minimize(tf.reduce_sum(w * w))
opt.VariableClippingOptimizer(tf.train.GradientDescentOptimizer(0.1), {}, 1.0).minimize(tf.reduce_sum(w * w))
opt.RegAdagradOptimizer(0.1).minimize(tf.reduce_sum(w * w)) ; integrate.odeint(lambda q, t: -q, v, [0.0, 1.0])
integrate.odeint_fixed(lambda q, t: -q, v, [0.0, 0.5, 1.0]) ; image.rotate(b, 0.3) ; image.translate(b, [1.0, 2.0])
image.transform(b, [1.0, 0.1, 0.0, 0.0, 1.0, 0.0, 0.0, 0.0]) ; image.dense_image_warp(b, c(2, 6, 6, 2))
image.sparse_image_warp(b, c(2, 3, 2) * 3.0, c(2, 3, 2) * 3.1)[0]
image.interpolate_spline(c(1, 3, 2), c(1, 3, 1), c(1, 4, 2), 2) ; nn.alpha_dropout(x, 0.5)
nn.conv1d_transpose(c(1, 3, 2), c(3, 4, 2), [1, 6, 4], 2)
nn.deprecated_flipped_softmax_cross_entropy_with_logits(x, y)
nn.sampled_sparse_softmax_loss(c(5, 3), c(5), tf.constant([[1], [2]], tf.int64), x, 2, 5) ; sparsemax.sparsemax(x)
sparsemax.sparsemax_loss(x, sparsemax.sparsemax(x), tf.constant([[1.0, 0.0, 0.0], [0.0, 1.0, 0.0]]))
tf.contrib.signal.mfccs_from_log_mel_spectrograms(c(2, 4)) ; tf.contrib.signal.stft(c(20), 8, 4)
losses.metric_learning.triplet_semihard_loss([0, 1, 0, 1], c(4, 3)) ; losses.metric_learning.npairs_loss([0, 1], x, y)
losses.metric_learning.contrastive_loss([1, 0], x, y)
losses.metric_learning.lifted_struct_loss([0, 1, 0, 1], c(4, 3))
tf.contrib.kernel_methods.RandomFourierFeatureMapper(3, 4, 1.0, 7).map(x)
legacy_seq2seq.rnn_decoder([c(2, 3), c(2, 3)], tf.zeros([2, 4]), rnn.GRUCell(4))[0]
legacy_seq2seq.basic_rnn_seq2seq([c(2, 3)], [c(2, 3)], rnn.GRUCell(4))[0]
legacy_seq2seq.embedding_attention_seq2seq([i, i], [i, i], rnn.GRUCell(4), 5, 5, 3)[0] ; seq2seq.hardmax(x)
seq2seq.tile_batch(x, 2) ; seq2seq.safe_cumprod(x) ; tf.contrib.stateless.stateless_random_uniform([2], [1, 2])
tf.contrib.util.constant_value(tf.constant(2)) * x
tf.contrib.grid_rnn.Grid2LSTMCell(3)(c(2, 3), tf.contrib.grid_rnn.Grid2LSTMCell(3).zero_state(2, tf.float32))[0]
tf.contrib.model_pruning.apply_mask(w) ; tf.contrib.deprecated.scalar_summary('a', s)
"""
CASES = Cases()
COUNTED = ["metrics.confusion_matrix([1, 0], [1, 1])"]
for _text in texts(EXPRESSIONS) + COUNTED:
    CASES.case(_text)(partial(build, text=_text, has_gradient=True, packages=PACKAGES))
