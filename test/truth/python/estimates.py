"""Estimates as in models/README.md: closed-form posteriors of means, errors and regressions, from known series."""

import numpy as np
from scipy import stats

from distribution import constant
from expression import parse


class Estimate:
    """A normal-inverse-gamma posterior; a prior of a coefficient is N(m, s²) where the spread is as guessed."""

    def __init__(self, entry, series):
        kind = next(kind for kind in ("mean", "error", "regression") if kind in entry)
        self.names, x, y = sample(kind, entry[kind], series)
        prior = entry.get("prior", {})
        beliefs = dict(prior.get("coefficients", {}))
        if "mean" in prior:
            beliefs["mean"] = prior["mean"]
        guess, weight = float(prior.get("sd", 0)), float(prior.get("weight", 0))
        precision, pull = np.zeros((len(self.names),) * 2), np.zeros(len(self.names))
        for name, written in beliefs.items():
            i = self.names.index(name)
            _, _, mean, sd = parse(written)
            precision[i, i] = (guess / constant(sd)) ** 2
            pull[i] = precision[i, i] * constant(mean)
        inner = precision + x.T @ x
        self.location = np.linalg.solve(inner, pull + x.T @ y)
        self.df = len(y) + weight - len(self.names) + len(beliefs)
        # The sum of squares from the deviations of data and beliefs, which loses no digits.
        squares = weight * guess**2 + np.sum((y - x @ self.location) ** 2)
        centres = np.divide(pull, np.diag(precision), out=np.zeros_like(pull), where=pull != 0)
        squares += np.diag(precision) @ (centres - self.location) ** 2
        self.sd = np.sqrt(squares / self.df)
        self.covariance = self.sd**2 * np.linalg.inv(inner)

    def law(self, part):
        """The posterior of a part as a SciPy law."""
        if part == "residual":
            return stats.t(self.df, 0, self.sd)
        if part == "next":
            return stats.t(self.df, self.location[0], np.hypot(self.sd, np.sqrt(self.covariance[0, 0])))
        i = self.names.index(part)
        return stats.t(self.df, self.location[i], np.sqrt(self.covariance[i, i]))

    def draw(self, parts, rng, n):
        """Coefficients drawn together: multivariate t, one row for each part."""
        places = [self.names.index(part) for part in parts]
        factor = np.linalg.cholesky(self.covariance[np.ix_(places, places)])
        scale = np.sqrt(self.df / rng.chisquare(self.df, n))
        scores = factor @ rng.standard_normal((len(parts), n))
        return self.location[places][:, None] + scale * scores


def sample(kind, entry, series):
    """Names of the coefficients, their columns, and what they explain, over the years that all have."""
    of = series[entry["of"]]
    first, last = (float(year) for year in entry.get("years", ["-inf", "inf"]))
    left_out = {int(year) for year in entry.get("except", [])}
    years = [year for year in sorted(of) if first <= year <= last and year not in left_out]
    if kind == "mean":
        return ["mean"], np.ones((len(years), 1)), np.array([of[year] for year in years])
    if kind == "error":
        promised = trend(of) if entry["against"] == "trend" else series[entry["against"]]
        years = [year for year in years if year in promised]
        return ["mean"], np.ones((len(years), 1)), np.array([of[y] - promised[y] for y in years])
    lagged = {name: written.rstrip("]").split("[t-") for name, written in entry["on"].items()}
    predictors = {name: (series[of], int(*lag or [0])) for name, (of, *lag) in lagged.items()}
    years = [y for y in years if all(y - lag in past for past, lag in predictors.values())]
    columns = {name: [past[y - lag] for y in years] for name, (past, lag) in predictors.items()}
    if entry.get("intercept") != "false":
        columns = {"intercept": [1.0] * len(years), **columns}
    x = np.array(list(columns.values())).T
    return list(columns), x, np.array([of[year] for year in years])


def trend(points):
    """The mean of all earlier values, where there are three at least."""
    years = sorted(points)
    return {
        year: np.mean([points[earlier] for earlier in years[:i]])
        for i, year in enumerate(years)
        if i >= 3
    }
