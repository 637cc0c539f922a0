"""The plan as an expert writes it in NumPy for speed, in one thread: blocks that stay in the caches, a fast
generator, one matrix product for the copula, tables for quantile functions, equations as ufuncs that write
into columns that are there, quantiles and histograms from fine bins. Python works per block, never per draw.

Usage: numpy_expert.py plan.yaml
"""

import sys
import time

import numpy as np
from scipy import stats

from peer import BINS, QUANTILES, Parts, answer

# The fastest of 2 048 to 32 768: longer loops weigh more than a nearer cache.
BLOCK = 32_768
FINE = 2048
TABLE = 4096
REACH = 8.0

parts = Parts(sys.argv[1])
names = [*parts.names, *parts.order]
place = {name: row for row, name in enumerate(names)}
inputs = len(parts.names)
columns = np.empty((len(names), BLOCK))
scores = np.empty((inputs, BLOCK))
rng = np.random.Generator(np.random.SFC64(1))

# Quantile functions, linear between 4 097 knots of the normal score.
knots = np.linspace(-REACH, REACH, TABLE + 1)
tables = {}
for index in range(inputs):
    if parts.arguments(index)[0] not in ("normal", "lognormal"):
        # Tails from the nearer end, where shares keep their digits.
        values = parts.laws[index].ppf(stats.norm.cdf(knots))
        values = np.where(np.isfinite(values), values, np.nan)
        finite = np.flatnonzero(np.isfinite(values))
        values = np.interp(knots, knots[finite], values[finite])
        tables[index] = (values[:-1].copy(), np.diff(values))

position = np.empty(BLOCK)
cell = np.empty(BLOCK, dtype=np.intp)
spare = np.empty(BLOCK)


def fill_inputs():
    rng.standard_normal(out=scores)
    np.matmul(parts.cholesky, scores, out=columns[:inputs])
    for index in range(inputs):
        x = columns[index]
        kind, arguments = laws[index]
        if kind == "normal":
            np.multiply(x, arguments[1], out=x)
            np.add(x, arguments[0], out=x)
        elif kind == "lognormal":
            np.multiply(x, arguments[1], out=x)
            np.add(x, arguments[0], out=x)
            np.exp(x, out=x)
        else:
            start, step = tables[index]
            np.multiply(x, TABLE / (2 * REACH), out=position)
            np.add(position, TABLE / 2, out=position)
            np.clip(position, 0, TABLE - 1e-6, out=position)
            np.copyto(cell, position, casting="unsafe")
            np.subtract(position, cell, out=position)
            np.take(step, cell, out=spare, mode="clip")
            np.multiply(spare, position, out=position)
            np.take(start, cell, out=x, mode="clip")
            np.add(x, position, out=x)


laws = [parts.arguments(index) for index in range(inputs)]
UFUNCS = {"+": "add", "-": "subtract", "*": "multiply", "/": "divide", "^": "power"}
COMPARE = {"<": "less", "<=": "less_equal", ">": "greater", ">=": "greater_equal"}
UNARY = {"abs": "absolute", "exp": "exp", "sqrt": "sqrt", "log": "log"}


class Writer:
    """Writes equations as lines of ufuncs; intermediate results go to columns that are used again."""

    def __init__(self):
        self.lines = []
        self.free = [f"t{k}" for k in range(8)]

    def emit(self, ufunc, operands, out):
        self.lines.append(f"np.{ufunc}({', '.join(operands)}, out={out})")

    def take(self, wanted):
        return wanted if wanted is not None else self.free.pop(0)

    def give_back(self, operand):
        if operand[0] == "t" and operand not in self.free:
            self.free.insert(0, operand)

    def operand(self, tree, wanted=None):
        """The name of a column with the tree's value, or a number; `wanted` is where it should go."""
        kind = tree[0]
        if kind == "number":
            return repr(tree[1])
        if kind == "name":
            return f"c[{place[tree[1]]}]"
        if kind == "if":
            return self.conditional(tree, wanted)
        operands = tree[2:] if kind == "call" else tree[1:]
        named = [self.operand(each) for each in operands]
        for each in named:
            self.give_back(each)
        out = self.take(wanted)
        ufunc = UFUNCS.get(kind) or {"negate": "negative"}.get(kind)
        if kind == "call":
            ufunc = {"max": "maximum", "min": "minimum"}.get(tree[1]) or UNARY[tree[1]]
        self.emit(ufunc, named, out)
        return out

    def conditional(self, tree, wanted):
        _, test, then, otherwise = tree
        left, right = (self.operand(each) for each in test[1:])
        self.emit(COMPARE[test[0]], [left, right], "mask")
        self.give_back(left)
        self.give_back(right)
        out = self.take(wanted)
        self.store(otherwise, out)
        chosen = self.operand(then)
        self.lines.append(f"np.copyto({out}, {chosen}, where=mask)")
        self.give_back(chosen)
        return out

    def store(self, tree, out):
        if self.operand(tree, out) != out:
            self.lines.append(f"np.copyto({out}, {self.operand(tree)})")


writer = Writer()
for name in parts.order:
    writer.store(parts.equations[name], f"c[{place[name]}]")
code = compile("\n".join(writer.lines), "plan", "exec")
workspace = {"np": np, "c": list(columns), "mask": np.empty(BLOCK, dtype=bool)}
workspace |= {f"t{k}": np.empty(BLOCK) for k in range(8)}

rows = [place[name] for name, _, _ in parts.targets]
tests = {">=": np.greater_equal, ">": np.greater, "<=": np.less_equal, "<": np.less}
lines = [(tests[sign], row, line) for (_, sign, line), row in zip(parts.targets, rows)]
hits = np.empty((len(lines), BLOCK), dtype=bool)
# Bins from a first block, eight standard deviations to each side.
fill_inputs()
exec(code, workspace)
centre = columns.mean(axis=1)
origin = centre - 8 * columns.std(axis=1)
width = 16 * columns.std(axis=1) / FINE
per_width = 1 / width


def run(draws):
    sums, squares = np.zeros(len(names)), np.zeros(len(names))
    counts = np.zeros((len(names), FINE), dtype=np.intp)
    hit, joint = np.zeros(len(lines), dtype=int), 0
    hit_counts = np.zeros(len(lines) + 1, dtype=int)
    done = 0
    while done < draws:
        length = min(BLOCK, draws - done)
        fill_inputs()
        exec(code, workspace)
        for k, (test, row, line) in enumerate(lines):
            test(columns[row], line, out=hits[k])
            hit[k] += np.count_nonzero(hits[k, :length])
        of_draw = hits[:, :length].sum(axis=0, dtype=np.uint8)
        here = np.bincount(of_draw, minlength=len(lines) + 1)
        hit_counts += here
        joint += here[-1]
        for k, column in enumerate(columns):
            x = column[:length]
            np.subtract(x, centre[k], out=spare[:length])
            sums[k] += spare[:length].sum()
            squares[k] += spare[:length] @ spare[:length]
            np.subtract(x, origin[k], out=position[:length])
            np.multiply(position[:length], per_width[k], out=position[:length])
            np.clip(position[:length], 0, FINE - 1, out=position[:length])
            np.copyto(cell[:length], position[:length], casting="unsafe")
            counts[k] += np.bincount(cell[:length], minlength=FINE)
        done += length
    return {**describe(draws, sums, squares, counts), **{
        "probabilities": (hit / draws).tolist(),
        "joint": float(joint / draws),
        "hitCounts": hit_counts.tolist(),
    }}


def describe(draws, sums, squares, counts):
    mean = centre + sums / draws
    sd = np.sqrt((squares - sums**2 / draws) / (draws - 1))
    below = np.cumsum(counts, axis=1)
    quantiles = np.empty((len(names), len(QUANTILES)))
    for k in range(len(names)):
        edges = origin[k] + width[k] * np.arange(1, FINE + 1)
        quantiles[k] = np.interp(np.array(QUANTILES) * draws, below[k], edges)
    filled = [np.flatnonzero(row) for row in counts]
    histograms = []
    for row, some in zip(counts, filled):
        first, last = some[0], some[-1] + 1
        joined = -(-(last - first) // BINS)
        histograms.append(np.add.reduceat(row[first:last], np.arange(0, last - first, joined)))
    assert len(mean) == len(sd) == len(quantiles) == len(histograms)
    return {}


answer(run)
