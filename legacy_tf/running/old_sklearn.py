"""What answers arguments of scikit-learn that are gone. See legacy_tf/table/moved.py."""

from sklearn import manifold, preprocessing


def TSNE(*args, n_iter=None, **kwargs):
    """`sklearn.manifold.TSNE` with the argument `n_iter`, a number of iterations, that it had."""
    return manifold.TSNE(*args, **kwargs, **({} if n_iter is None else {"max_iter": n_iter}))


def OneHotEncoder(*args, sparse=None, **kwargs):
    """`sklearn.preprocessing.OneHotEncoder` with the argument `sparse`, whether it gives a sparse matrix."""
    return preprocessing.OneHotEncoder(*args, **kwargs, **({} if sparse is None else {"sparse_output": sparse}))
