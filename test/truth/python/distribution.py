"""Distributions as in models/README.md, as quantile functions by SciPy."""

import numpy as np
from scipy import stats

from expression import FUNCTIONS, evaluate


def constant(tree):
    """The number that an argument of a distribution stands for."""
    infinity = {"Infinity": np.float64(np.inf)}
    return float(evaluate(tree, lambda name, _: infinity[name]))


class Distribution:
    """A distribution's quantile function of u in (0, 1), and whether its values are whole or listed."""

    def __init__(self, tree=None, law=None):
        self.discrete = False
        if law is not None:
            self.of_scipy(law)
        elif tree[0] == "call" and tree[1] not in FUNCTIONS:
            getattr(self, tree[1])(*tree[2:])
        else:
            self.affine(tree)

    def affine(self, tree):
        """shift + scale · base, however it is written: the expression at base = 0 and 1 tells both."""
        base = find_distribution(tree)
        if base is None:
            value = constant(tree)
            self.ppf = lambda u: np.full_like(u, value)
            self.cdf = None
            return
        at = [
            float(evaluate(replace(tree, base, ("number", x)), lambda name, _: np.float64(np.inf)))
            for x in (0.0, 1.0)
        ]
        shift, scale = at[0], at[1] - at[0]
        inner = Distribution(base)
        self.discrete = inner.discrete
        # Values rise with u, whatever the sign of the scale.
        self.ppf = lambda u: shift + scale * inner.ppf(u if scale > 0 else 1 - u)
        self.cdf = lambda x: (
            inner.cdf((x - shift) / scale) if scale > 0 else 1 - inner.cdf((x - shift) / scale)
        )

    def of_scipy(self, law):
        self.ppf, self.cdf = law.ppf, law.cdf
        self.draw = lambda rng, n: law.rvs(size=n, random_state=rng)

    def draw(self, rng, n):
        """n independent values; SciPy's laws use NumPy's own methods instead of their quantiles."""
        return self.ppf(rng.random(n))

    def normal(self, mean, sd):
        self.of_scipy(stats.norm(constant(mean), constant(sd)))

    def lognormal(self, mean_log, sd_log):
        self.of_scipy(stats.lognorm(constant(sd_log), scale=np.exp(constant(mean_log))))

    def student_t(self, df, location, scale):
        self.of_scipy(stats.t(constant(df), constant(location), constant(scale)))

    def triangular(self, low, mode, high):
        low, mode, high = constant(low), constant(mode), constant(high)
        self.of_scipy(stats.triang((mode - low) / (high - low), low, high - low))

    def pert(self, low, mode, high):
        low, mode, high = constant(low), constant(mode), constant(high)
        alpha, beta = (1 + 4 * part / (high - low) for part in (mode - low, high - mode))
        self.of_scipy(stats.beta(alpha, beta, low, high - low))

    def uniform(self, low, high):
        self.of_scipy(stats.uniform(constant(low), constant(high) - constant(low)))

    def beta(self, alpha, beta, low=("number", 0.0), high=("number", 1.0)):
        low, high = constant(low), constant(high)
        self.of_scipy(stats.beta(constant(alpha), constant(beta), low, high - low))

    def gamma(self, shape, scale):
        self.of_scipy(stats.gamma(constant(shape), scale=constant(scale)))

    def two_piece_normal(self, mode, sd_low, sd_high):
        mode, low, high = constant(mode), constant(sd_low), constant(sd_high)
        share = low / (low + high)

        def ppf(u):
            with np.errstate(invalid="ignore"):
                below = mode + low * stats.norm.ppf(u / (2 * share))
                above = mode + high * stats.norm.ppf(0.5 + (u - share) / (2 * (1 - share)))
            return np.where(u < share, below, above)

        def cdf(x):
            below = 2 * share * stats.norm.cdf(x, mode, low)
            above = share + 2 * (1 - share) * (stats.norm.cdf(x, mode, high) - 0.5)
            return np.where(x < mode, below, above)

        self.ppf, self.cdf = ppf, cdf

    def poisson(self, mean):
        self.discrete = True
        self.of_scipy(stats.poisson(constant(mean)))

    def binomial(self, trials, probability):
        self.discrete = True
        self.of_scipy(stats.binom(round(constant(trials)), constant(probability)))

    def bernoulli(self, probability):
        self.discrete = True
        self.of_scipy(stats.bernoulli(constant(probability)))

    def truncated(self, base, low, high):
        base, low, high = Distribution(base), constant(low), constant(high)
        # What lies below `low`; of whole numbers, `low` itself stays in.
        before = float(base.cdf(np.ceil(low) - 1 if base.discrete else low))
        mass = float(base.cdf(high)) - before
        self.discrete = base.discrete
        self.ppf = lambda u: base.ppf(before + u * mass)
        self.cdf = lambda x: np.clip((base.cdf(x) - before) / mass, 0, 1)

    def mixture(self, *arguments):
        weights = np.array([constant(weight) for weight in arguments[::2]])
        weights /= weights.sum()
        parts = [Distribution(part) for part in arguments[1::2]]
        if any(part.discrete for part in parts):
            raise NotImplementedError("mixtures of counts")
        self.cdf = lambda x: sum(w * part.cdf(x) for w, part in zip(weights, parts))
        # Inverted on a grid that is finer than any number of draws could tell.
        ends = np.array([[part.ppf(p) for part in parts] for p in (1e-12, 1 - 1e-12)])
        grid = np.linspace(ends.min(), ends.max(), 200_001)
        shares = self.cdf(grid)
        kept = np.concatenate(([True], np.diff(shares) > 0))
        self.ppf = lambda u: np.interp(u, shares[kept], grid[kept])

    def empirical(self, *values):
        self.discrete = True
        known = np.sort([constant(value) for value in values])
        self.ppf = lambda u: known[np.minimum((u * len(known)).astype(int), len(known) - 1)]
        self.cdf = lambda x: np.searchsorted(known, x, side="right") / len(known)

    def quantiles(self, p5, p50, p95):
        p5, p50, p95 = constant(p5), constant(p50), constant(p95)

        def ppf(u):
            score = stats.norm.ppf(u) / stats.norm.ppf(0.95)
            return p50 + score * np.where(score < 0, p50 - p5, p95 - p50)

        def cdf(x):
            return stats.norm.cdf((x - p50) / np.where(x < p50, p50 - p5, p95 - p50) * stats.norm.ppf(0.95))

        self.ppf, self.cdf = ppf, cdf


def find_distribution(tree):
    """The call of a distribution inside an arithmetic expression."""
    if tree[0] == "call" and tree[1] not in FUNCTIONS:
        return tree
    found = [find_distribution(part) for part in tree[1:] if isinstance(part, tuple)]
    return next((each for each in found if each is not None), None)


def replace(tree, old, new):
    if tree is old:
        return new
    return tuple(replace(part, old, new) if isinstance(part, tuple) else part for part in tree)
