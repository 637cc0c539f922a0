"""Probabilities and quantiles of a simulation that is done in equal batches, with their standard errors."""

import json
import math
import sys

import numpy as np
import scipy

QUANTILES = (0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95)

# A quantile of few different values jumps: any value is right that is the quantile of a share this many
# standard errors away, five of the difference from a run of a quarter as many draws.
DISCRETE_REACH = 11

SEED = 20210226
GENERATOR = "PCG64DXSM"


class Batches:
    """Adds up batches of draws: hits by target and tier, and the quantiles of columns."""

    def __init__(self):
        self.draws = 0
        self.hits = {}
        self.stretch_hits = {}
        self.undefined = {}
        self.joint = {}
        self.quantiles = {}
        self.counts = {}

    def add(self, draws, hits, stretch_hits, undefined, commitments, columns, discrete):
        """hits, stretch_hits, undefined: boolean arrays by target; commitments: its kind; columns: values by name."""
        self.draws += draws
        for totals, arrays in (
            (self.hits, hits),
            (self.stretch_hits, stretch_hits),
            (self.undefined, undefined),
        ):
            for name, array in arrays.items():
                totals[name] = totals.get(name, 0) + int(np.count_nonzero(array))
        for kind in ("all", "binding", "expected"):
            members = [hits[name] for name in hits if kind in ("all", commitments[name])]
            if members:
                both = int(np.count_nonzero(np.logical_and.reduce(members)))
                self.joint[kind] = self.joint.get(kind, 0) + both
        for name, values in columns.items():
            finite = values[np.isfinite(values)]
            if name in discrete:
                counts = self.counts.setdefault(name, {})
                for value, count in zip(*np.unique(finite, return_counts=True)):
                    counts[float(value)] = counts.get(float(value), 0) + int(count)
            else:
                self.quantiles.setdefault(name, []).append(np.quantile(finite, QUANTILES))

    def report(self, **facts):
        """Everything as plain data; `facts` come first."""
        return {
            **facts,
            "draws": self.draws,
            "targets": {
                name: {
                    "probability": self.hits[name] / self.draws,
                    "undefined": self.undefined[name] / self.draws,
                    **(
                        {"stretch": self.stretch_hits[name] / self.draws}
                        if name in self.stretch_hits
                        else {}
                    ),
                }
                for name in self.hits
            },
            "joint": {kind: hits / self.draws for kind, hits in self.joint.items()},
            "columns": {
                **{name: continuous(rows) for name, rows in self.quantiles.items()},
                **{name: whole(counts) for name, counts in self.counts.items()},
            },
        }


def continuous(rows):
    """Quantiles as means over the batches; their standard errors from the differences between batches."""
    rows = np.array(rows)
    errors = rows.std(axis=0, ddof=1) / math.sqrt(len(rows))
    return {"values": rows.mean(axis=0).tolist(), "standardErrors": errors.tolist()}


def whole(counts):
    """The smallest and largest value that can be each quantile of a column of few different values."""
    values = np.array(sorted(counts))
    shares = np.cumsum([counts[value] for value in values])
    total = shares[-1]
    ends = {"lows": [], "highs": []}
    for p in QUANTILES:
        reach = DISCRETE_REACH * math.sqrt(p * (1 - p) / total)
        for end, share in zip(ends.values(), (p - reach, p + reach)):
            place = min(len(values) - 1, np.searchsorted(shares, share * total))
            end.append(float(values[place]))
    return ends


def versions():
    """What made the numbers."""
    python = ".".join(map(str, sys.version_info[:3]))
    return f"Python {python}, NumPy {np.__version__}, SciPy {scipy.__version__}"


def print_report(batch, binding, discrete):
    """Simulate a model written by hand, 100 times 40 000 draws, and print what it gives as JSON.

    batch(generator, draws) gives hits, second tiers, undefined draws and columns as `Batches.add` takes them; binding
    names targets, discrete quantities of few different values.
    """
    rng = np.random.Generator(np.random.PCG64DXSM(SEED))
    batches = Batches()
    draws = 40_000
    for _ in range(100):
        hits, stretch, undefined, columns = batch(rng, draws)
        commitments = {name: "binding" if name in binding else "expected" for name in hits}
        of_few = {name for name in columns if name.split("@")[0] in discrete}
        batches.add(draws, hits, stretch, undefined, commitments, columns, of_few)
    print(json.dumps(batches.report(made=versions(), generator=GENERATOR, seed=SEED)))
