"""The model of ../reference-joint/plan.yaml, written by hand in NumPy and SciPy, with their own generators.

Prints JSON.
"""

import numpy as np
from scipy import stats

from batches import print_report
from copula import matrix_of, nearest, uniforms

# Years 2011 to 2019; rain of 2020 was published after the plan.
RAIN = np.array([3.1, 4.4, 2.2, 5.0, 3.6, 4.9, 2.7, 3.9, 1.8])
CROP = np.array([10.2, 12.5, 9.1, 12.2, 11.6, 13.4, 9.9, 11.1, 9.4])
RATE = np.array([0.7, 1.9, 1.9, 3.2, 4.1, 5.5])

STORM = ["hail", "loss", "claims"]
STORM_PAIRS = [("hail", "loss", 0.6), ("loss", "claims", -0.4)]
STORM_MATRIX = matrix_of(STORM, STORM_PAIRS, 3)
# The parameter is correlated with the first year's input only.
FIRST_STORM = [*STORM, "exposure"]
FIRST_STORM_MATRIX = matrix_of(FIRST_STORM, [*STORM_PAIRS, ("exposure", "hail", 0.3)], 3)
FLOOD = ["river", "bank", "port"]
FLOOD_PAIRS = [("river", "bank", 0.9), ("bank", "port", 0.85), ("river", "port", 0.1)]
FLOOD_MATRIX = nearest(matrix_of(FLOOD, FLOOD_PAIRS, 8))
FUEL = ["oil", "coal", "gas", "wind"]
FUEL_PAIRS = [("oil", "coal", 0.8), ("coal", "gas", 0.8), ("gas", "wind", 0.8)]
FUEL_MATRIX = nearest(matrix_of(FUEL, FUEL_PAIRS))
EARTH = ["lime", "clay"]
EARTH_MATRIX = matrix_of(EARTH, [("lime", "clay", -0.9)])


def coal_of(u):
    """0 with weight 2 and a Poisson count with weight 3, by adding up the shares of 0, 1, 2, …"""
    counts = np.arange(40)
    shares = 0.6 * stats.poisson.pmf(counts, 3) + np.where(counts == 0, 0.4, 0)
    return np.searchsorted(np.cumsum(shares), u).astype(float)


def lime_of(u):
    """A Poisson count with mean 4, given that it is from 2 to 7."""
    below, within = stats.poisson.cdf(1, 4), stats.poisson.cdf(7, 4) - stats.poisson.cdf(1, 4)
    return stats.poisson.ppf(below + u * within, 4)


def draw_inputs(rng, n, storm):
    flood = uniforms(rng, n, FLOOD, FLOOD_MATRIX, 8)
    fuel = uniforms(rng, n, FUEL, FUEL_MATRIX)
    earth = uniforms(rng, n, EARTH, EARTH_MATRIX)
    past = rng.integers(len(RAIN), size=n)
    return {
        "hail": stats.gamma.ppf(storm["hail"], 2, scale=1.5),
        "loss": stats.norm.ppf(storm["loss"], 2, 1),
        "claims": stats.poisson.ppf(storm["claims"], 6),
        "river": stats.lognorm.ppf(flood["river"], 0.5),
        # The density falls from its mode at 0 to nothing at 3.
        "bank": 3 * (1 - np.sqrt(1 - flood["bank"])),
        "port": flood["port"],
        "oil": stats.norm.ppf(fuel["oil"], 1, 2),
        "coal": coal_of(fuel["coal"]),
        "gas": stats.t.ppf(fuel["gas"], 5),
        # Rises with its uniform, although the gamma enters with a minus.
        "wind": 3 - 2 * stats.gamma.isf(fuel["wind"], 2, scale=0.5),
        "lime": lime_of(earth["lime"]),
        "clay": stats.norm.isf((1 - earth["clay"]) * stats.norm.sf(1)),
        "past_rain": RAIN[past],
        "past_crop": CROP[past],
        "some_rate": rng.choice(RATE, n),
        "next_rate": stats.t.rvs(
            5, np.mean(RATE), np.std(RATE, ddof=1) * np.sqrt(1 + 1 / 6), size=n, random_state=rng
        ),
        "crop_residual": residual_spread() * rng.standard_t(7, n),
    }


def residual_spread():
    """Of the least-squares line of crop on rain, nine years and two coefficients."""
    fit = stats.linregress(RAIN, CROP)
    return np.sqrt(np.sum((CROP - fit.intercept - fit.slope * RAIN) ** 2) / 7)


def draw_line(rng, n):
    """Intercept and slope, drawn together: the mean level at mean rain and the slope are uncorrelated."""
    fit = stats.linregress(RAIN, CROP)
    scale = np.sqrt(7 / rng.chisquare(7, n))
    slope = fit.slope + fit.stderr * scale * rng.standard_normal(n)
    level = np.mean(CROP) + residual_spread() / 3 * scale * rng.standard_normal(n)
    return level - slope * np.mean(RAIN), slope


def year(x, last_level, exposure, base, pull):
    """The equations of a year: `x` its inputs."""
    # income = 10 + hail · √income / 2 is a square in √income.
    root = x["hail"] / 4 + np.sqrt(x["hail"] ** 2 / 16 + 10)
    growth = 2 + x["loss"]
    level = last_level * (1 + growth / 100)
    return {
        "storm": x["hail"] + x["loss"],
        "storm_tail": ((x["hail"] > 7) & (x["loss"] > 3.6)).astype(float),
        "storm_cost": 10 * exposure * x["hail"] - 0.5 * x["claims"],
        "calm_pair": ((x["hail"] > 7) & (x["claims"] > 10)).astype(float),
        "flood": x["river"] + x["bank"] * x["port"],
        "dry": ((x["river"] < 0.5) & (x["port"] < 0.1)).astype(float),
        "fuel": x["oil"] + x["coal"] + x["gas"] + x["wind"],
        "fuel_gap": x["oil"] - x["wind"],
        "earth": x["lime"] * x["clay"],
        "harvest": base + pull * x["past_rain"] + x["crop_residual"],
        "past_pair": x["past_rain"] * x["past_crop"],
        "rates": x["some_rate"] - x["next_rate"],
        "income": root**2,
        "spending": x["hail"] * root,
        "growth": growth,
        "level": level,
        "risen": 100 * (level / 50 - 1),
    }


def batch(rng, n):
    first = uniforms(rng, n, FIRST_STORM, FIRST_STORM_MATRIX, 3)
    exposure = stats.beta.ppf(first["exposure"], 2, 3)
    base, pull = draw_line(rng, n)
    x1 = draw_inputs(rng, n, first)
    x2 = draw_inputs(rng, n, uniforms(rng, n, STORM, STORM_MATRIX, 3))
    y1 = year(x1, 50, exposure, base, pull)
    y2 = year(x2, y1["level"], exposure, base, pull)
    compounded = 100 * ((1 + y1["growth"] / 100) * (1 + y2["growth"] / 100) - 1)
    hits = {
        "storm": y2["storm"] >= 5,
        "storm_tail": y2["storm_tail"] == 1,
        "storm_tail_2021": y1["storm_tail"] == 1,
        "storm_cost": y1["storm_cost"] >= 5,
        "calm_pair": y2["calm_pair"] == 1,
        "flood": y2["flood"] > 2,
        "dry": y2["dry"] == 1,
        "fuel": y2["fuel"] > 9,
        "fuel_gap": np.abs(y2["fuel_gap"]) <= 1,
        "earth": y2["earth"] >= 6,
        "harvest": y2["harvest"] >= 11,
        "past_pair": y2["past_pair"] > 40,
        "rates": y2["rates"] > 0,
        "spending": y2["spending"] >= 12,
        "growth": compounded >= 8,
        "risen": y2["risen"] >= 9 - 0.5,
    }
    columns = {
        **{f"{name}@2021": values for name, values in {**x1, **y1}.items()},
        **{f"{name}@2022": values for name, values in {**x2, **y2}.items()},
        "exposure": exposure,
        "crop_base": base,
        "crop_pull": pull,
        "target:growth": compounded,
    }
    never = np.zeros(n, dtype=bool)
    return hits, {"storm": y2["storm"] >= 8}, {name: never for name in hits}, columns


BINDING = ("storm", "flood", "earth")
DISCRETE = ("claims", "coal", "lime", "past_rain", "past_crop", "some_rate")
DISCRETE_RESULTS = ("storm_tail", "calm_pair", "dry", "past_pair")

print_report(batch, BINDING, DISCRETE + DISCRETE_RESULTS)
