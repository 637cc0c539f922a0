"""The plan as one writes it in NumPy and SciPy: every quantity a whole array, SciPy's quantile functions.

Usage: numpy_idiomatic.py plan.yaml
"""

import sys
import time

import numpy as np
from scipy import stats

from peer import BINS, QUANTILES, Parts, answer

parts = Parts(sys.argv[1])
rng = np.random.default_rng(1)


def source(tree):
    """An equation as a line of NumPy."""
    kind = tree[0]
    if kind == "number":
        return repr(tree[1])
    if kind == "name":
        return tree[1]
    if kind == "call":
        functions = {"max": "np.maximum", "min": "np.minimum"}
        arguments = ", ".join(map(source, tree[2:]))
        return f"{functions.get(tree[1], 'np.' + tree[1])}({arguments})"
    if kind == "if":
        return f"np.where({', '.join(map(source, tree[1:]))})"
    if kind == "negate":
        return f"(-{source(tree[1])})"
    return f"({source(tree[1])} {'**' if kind == '^' else kind} {source(tree[2])})"


equations = compile(
    "\n".join(f"{name} = {source(parts.equations[name])}" for name in parts.order), "plan", "exec"
)


def sample(draws):
    z = rng.standard_normal((draws, len(parts.names))) @ parts.cholesky.T
    values = {"np": np}
    for index, name in enumerate(parts.names):
        kind, arguments = parts.arguments(index)
        if kind == "normal":
            mean, sd = arguments
            values[name] = mean + sd * z[:, index]
        elif kind == "lognormal":
            mean_log, sd_log = arguments
            values[name] = np.exp(mean_log + sd_log * z[:, index])
        else:
            values[name] = parts.laws[index].ppf(stats.norm.cdf(z[:, index]))
    return values


def statistics(draws, values):
    tests = {">=": np.greater_equal, ">": np.greater, "<=": np.less_equal, "<": np.less}
    hits = np.array([tests[sign](values[name], line) for name, sign, line in parts.targets])
    hit_counts = np.bincount(hits.sum(axis=0), minlength=len(hits) + 1)
    columns = [values[name] for name in [*parts.names, *parts.order]]
    described = [
        (np.mean(x), np.std(x, ddof=1), np.quantile(x, QUANTILES), np.histogram(x, BINS))
        for x in columns
    ]
    assert len(described) == len(columns)
    return {
        "probabilities": hits.mean(axis=1).tolist(),
        "joint": float(hits.all(axis=0).mean()),
        "hitCounts": hit_counts.tolist(),
    }


def run(draws):
    start = time.perf_counter()
    values = sample(draws)
    sampled = time.perf_counter()
    exec(equations, values)
    evaluated = time.perf_counter()
    outcome = statistics(draws, values)
    ended = time.perf_counter()
    seconds = {
        "sample": sampled - start,
        "evaluate": evaluated - sampled,
        "statistics": ended - evaluated,
    }
    return {**outcome, "parts": {name: 1000 * each for name, each in seconds.items()}}


answer(run)
