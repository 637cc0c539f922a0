"""Rank correlations estimated from series, shrunk together towards 0 as in Schäfer and Strimmer (2005)."""

import numpy as np
from scipy import stats


def rank_correlations(entries, series):
    """The rank correlation of each entry, as written or estimated."""
    samples = {
        i: paired(*(series[name] for name in entry["estimate"]))
        for i, entry in enumerate(entries)
        if "estimate" in entry
    }
    raw = {i: stats.spearmanr(*pair).statistic for i, pair in samples.items()}
    squares = sum(r**2 for r in raw.values())
    weight = min(1, sum(map(variance, samples.values())) / squares) if squares > 0 else 1
    return [
        (1 - weight) * raw[i] if i in raw else float(entry["rank"])
        for i, entry in enumerate(entries)
    ]


def paired(one, other):
    """Values of the years that both have."""
    years = sorted(set(one) & set(other))
    return [one[year] for year in years], [other[year] for year in years]


def variance(pair):
    """The variance of a correlation of ranks."""
    a, b = (stats.zscore(stats.rankdata(values), ddof=1) for values in pair)
    n = len(a)
    return n / (n - 1) ** 3 * np.sum((a * b - np.mean(a * b)) ** 2)
