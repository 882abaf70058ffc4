"""What answers arguments of scikit-learn that are gone. See legacy_tf/table/moved.py."""

from sklearn import manifold, preprocessing

from legacy_tf.running.old_arguments import renamed

OneHotEncoder = renamed(preprocessing.OneHotEncoder, "sparse", "sparse_output")
TSNE = renamed(manifold.TSNE, "n_iter", "max_iter")
