"""The model of ../reference-model.yaml, written by hand in NumPy and SciPy, with their own generators.

Correlated quantities are made of normal scores by SciPy's quantile functions; the others come straight from
NumPy's generators. Prints JSON.
"""

import numpy as np
from scipy import stats

from batches import print_report
from copula import matrix_of, normal_scores


def scores(rng, n, names, pairs):
    return normal_scores(rng, n, names, matrix_of(names, pairs))


def two_piece(rng, n, mode, low, high):
    """Two half normals; each side has the weight of its width."""
    side = rng.random(n) < low / (low + high)
    half = np.abs(rng.standard_normal(n))
    return np.where(side, mode - low * half, mode + high * half)


def tariff_of(z):
    """The quantile function of the mixture 0.7 N(0, 1) + 0.3 N(4, 2), by bisection."""
    u = stats.norm.cdf(z)
    low, high = np.full_like(u, -20.0), np.full_like(u, 30.0)
    for _ in range(60):
        middle = (low + high) / 2
        below = 0.7 * stats.norm.cdf(middle) + 0.3 * stats.norm.cdf(middle, 4, 2) < u
        low, high = np.where(below, middle, low), np.where(below, high, middle)
    return (low + high) / 2


def climate_of(z):
    """The quantile function of the two-piece normal (1; 0.5, 1.5)."""
    u = stats.norm.cdf(z)
    share = 0.5 / (0.5 + 1.5)
    with np.errstate(invalid="ignore"):
        below = 1 + 0.5 * stats.norm.ppf(u / (2 * share))
        above = 1 + 1.5 * stats.norm.ppf((u - share) / (2 * (1 - share)) + 0.5)
    return np.where(u < share, below, above)


def draw_inputs(rng, n, shock):
    z = scores(
        rng,
        n,
        ["demand", "climate", "credit", "tariff", "epidemic", "assigned"],
        [
            ("demand", "climate", 0.5),
            ("demand", "credit", 0.3),
            ("climate", "tariff", -0.4),
            ("demand", "epidemic", -0.3),
            ("demand", "assigned", 0.4),
        ],
    )
    quantile_score = rng.standard_normal(n)
    span = np.where(quantile_score < 0, 3 - 1, 7 - 3)
    return {
        "demand": 5 + 3 * z["demand"],
        "price": rng.lognormal(0.5, 0.4, n),
        "shock": shock,
        "harvest": rng.triangular(-2, 1, 3, n),
        "works": 80 + 50 * rng.beta(1 + 4 * 20 / 50, 1 + 4 * 30 / 50, n),
        "mood": rng.uniform(-1, 2, n),
        "share_done": rng.beta(3, 2, n),
        "quality": 60 + 40 * rng.beta(2, 5, n),
        "rain": rng.gamma(2.5, 1.2, n),
        "climate": climate_of(z["climate"]),
        "firms": rng.poisson(12, n).astype(float),
        "licences": rng.binomial(20, 0.7, n).astype(float),
        "epidemic": (stats.norm.cdf(z["epidemic"]) > 0.85).astype(float),
        "credit": stats.truncnorm.ppf(stats.norm.cdf(z["credit"]), -1, 2, loc=2, scale=2),
        "tariff": tariff_of(z["tariff"]),
        "wage": 3 + span * quantile_score / stats.norm.ppf(0.95),
        "lesson": rng.choice([-1.5, 0.2, 0.9, 2.4, 3.1], n),
        # Rises with its score, although the gamma enters with a minus.
        "assigned": 10 - 2 * stats.gamma.isf(stats.norm.cdf(z["assigned"]), 3, scale=0.8),
    }


def year(x, last, elasticity, drift):
    """The equations of a year: `x` its inputs, `last` the indicators of the year before."""
    activity = (
        elasticity * x["demand"] + 0.5 * x["climate"] + drift - 3 * x["epidemic"] + x["shock"]
    )
    with np.errstate(invalid="ignore", divide="ignore"):
        risky = np.log(activity + 2)
    return {
        "activity": activity,
        "level": last["level"] * (1 + activity / 100),
        "prices": np.minimum(np.log(x["price"]) + 0.3 * np.maximum(x["tariff"], 0), 4),
        "output_gap": np.where(
            activity > 4,
            0.5 * activity + x["harvest"],
            np.where(activity < 0, -1, x["harvest"] - 0.2 * x["lesson"]),
        ),
        "opened": np.floor(x["firms"] * x["share_done"]) + x["licences"],
        "closed": np.floor(np.abs(x["lesson"]) * 2 + 0.5) + np.ceil(x["rain"]),
        "finance": np.sqrt(x["credit"] * x["works"]) - np.clip(x["rain"], 1, 4) ** 2 / 3,
        "risky": risky,
        "wages": x["wage"] + 0.4 * last["activity"] + 0.2 * x["mood"],
        "boom": (((x["demand"] > 6) & (x["epidemic"] != 1)) | (x["rain"] >= 5)).astype(float),
        "grade": x["quality"] - 2 * x["harvest"] / (1 + np.exp(-x["mood"])),
    }


def batch(rng, n):
    parameter = scores(rng, n, ["elasticity", "shock"], [("elasticity", "shock", 0.35)])
    elasticity = 0.8 + 0.1 * parameter["elasticity"]
    drift = rng.uniform(-0.5, 0.5, n)
    # The parameter is correlated with the first year's input only.
    x1 = draw_inputs(rng, n, 1.5 * stats.t.ppf(stats.norm.cdf(parameter["shock"]), 4))
    x2 = draw_inputs(rng, n, 1.5 * rng.standard_t(4, n))
    y1 = year(x1, {"level": 100, "activity": 4}, elasticity, drift)
    y2 = year(x2, y1, elasticity, drift)
    activity_sum = y1["activity"] + y2["activity"]
    hits = {
        "activity": y2["activity"] >= 4,
        "activity_2021": y1["activity"] > 4,
        "activity_sum": activity_sum > 8,
        "activity_sum_rising": activity_sum > 4 + y1["activity"],
        "activity_faster": y2["activity"] > 4 * y2["prices"],
        "level": y2["level"] > 108,
        "prices": y2["prices"] <= 1.5,
        "prices_2021": y1["prices"] < 1,
        "output_gap": y2["output_gap"] >= 1 - 1.5,
        "output_gap_last_digit": y2["output_gap"] >= 1 - 0.5,
        "output_gap_in_line": np.abs(y2["output_gap"] - 0.6 * y2["activity"]) <= 1.2,
        "closed": y2["closed"] <= 6 + 1,
        "finance": np.abs(y2["finance"] - 12) <= 3,
        "finance_between": (y2["finance"] >= 8) & (y2["finance"] <= 10 + x2["rain"]),
        "opened": y2["opened"] >= 20,
        "grade": y2["grade"] >= 60 + 2 * x2["assigned"],
        "wages": y2["wages"] >= y2["activity"] - 1,
        "wages_stable": y2["wages"] >= y1["wages"] - 2,
        "risky": np.isfinite(y2["risky"]) & (y2["risky"] > 0),
        "boom": y2["boom"] >= 1,
    }
    stretch = {
        "activity": y2["activity"] >= 6,
        "prices": y2["prices"] <= 0.8,
        "opened": y2["opened"] >= 24,
    }
    never = np.zeros(n, dtype=bool)
    undefined = {name: never for name in hits}
    undefined["risky"] = ~np.isfinite(y2["risky"])
    columns = {
        **{f"{name}@2021": values for name, values in {**x1, **y1}.items()},
        **{f"{name}@2022": values for name, values in {**x2, **y2}.items()},
        "elasticity": elasticity,
        "drift": drift,
        "target:activity_sum": activity_sum,
    }
    return hits, stretch, undefined, columns


BINDING = ("activity", "prices", "opened")
DISCRETE = ("firms", "licences", "epidemic", "lesson", "opened", "closed", "boom")

print_report(batch, BINDING, DISCRETE)
