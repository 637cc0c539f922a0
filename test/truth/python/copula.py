"""Scores with given rank correlations, of a Gaussian or a t copula, and the correlation matrix nearest to one
that cannot be: each written in another way than in our engine.
"""

import numpy as np
from scipy import optimize, stats


def matrix_of(names, pairs, df=None):
    """The correlations of scores that give rank correlations to pairs (one, other, rank); 0 for all others."""
    matrix = np.eye(len(names))
    for one, other, rank in pairs:
        i, j = names.index(one), names.index(other)
        matrix[i, j] = matrix[j, i] = score_correlation(rank, df)
    return matrix


def score_correlation(rank, df=None):
    """Pearson (1907) for normal scores, r = 2 sin(pi rank / 6); for Student's, the root of `student_rank`."""
    if df is None:
        return 2 * np.sin(np.pi * rank / 6)
    return optimize.brentq(lambda r: student_rank(r, df) - rank, -1, 1, xtol=1e-10)


def student_rank(r, df, radii=1000, angles=360):
    """12 E[F(X) F(Y)] - 3 of a bivariate t: an integral over its radius, by probability, and its angle."""
    p = (np.arange(radii) + 0.5) / radii
    radius = np.sqrt(df * (p ** (-2 / df) - 1))[:, None]
    angle = 2 * np.pi * np.arange(angles) / angles
    x, y = radius * np.cos(angle), radius * np.cos(angle - np.arccos(r))
    return 12 * np.mean(stats.t.cdf(x, df) * stats.t.cdf(y, df)) - 3


def nearest(matrix):
    """The nearest correlation matrix, by the dual problem over its diagonal (Malick 2004, SIAM J. Matrix Anal. 26)."""

    def positive_part(diagonal):
        values, vectors = np.linalg.eigh(matrix + np.diag(diagonal))
        return (vectors * np.maximum(values, 0)) @ vectors.T

    def dual(diagonal):
        part = positive_part(diagonal)
        return np.sum(part**2) / 2 - np.sum(diagonal), np.diag(part) - 1

    start = np.zeros(len(matrix))
    found = optimize.minimize(dual, start, jac=True, method="BFGS", options={"gtol": 1e-10})
    return positive_part(found.x)


def normal_scores(rng, n, names, matrix):
    """{name: n normal scores} with these correlations."""
    drawn = rng.multivariate_normal(np.zeros(len(names)), matrix, size=n, method="eigh")
    return dict(zip(names, drawn.T))


def uniforms(rng, n, names, matrix, df=None):
    """{name: n uniforms} of a Gaussian copula or, with degrees of freedom, a t copula."""
    scores = normal_scores(rng, n, names, matrix)
    if df is None:
        return {name: stats.norm.cdf(score) for name, score in scores.items()}
    scale = np.sqrt(df / rng.chisquare(df, n))
    return {name: stats.t.cdf(scale * score, df) for name, score in scores.items()}
