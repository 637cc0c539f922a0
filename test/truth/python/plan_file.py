"""Reads a plan file with PyYAML and simulates it with NumPy and SciPy: the file format of models/README.md,
written again in another language, for comparison only. Mistakes in files are not explained.
"""

import re
from functools import reduce

import numpy as np
import yaml
from scipy import stats

TOKEN = re.compile(
    r"\s*(?:(\d+\.?\d*(?:[eE][+-]?\d+)?|\.\d+)|([A-Za-z_]\w*)|(<=|>=|==|!=|[-+*/^<>?:(),\[\]]))"
)
# How tightly operators bind; ^ is right-associative and binds tighter than a minus before it.
BINARY = {
    **{"or": 1, "and": 2},
    **{operator: 4 for operator in ("<", "<=", ">", ">=", "==", "!=")},
    **{"+": 5, "-": 5, "*": 6, "/": 6, "^": 8},
}
NOT, MINUS = 9, 7


def parse(text):
    """An expression as nested tuples: ("number", x), ("name", id, lag), (operator, …), ("call", name, …)."""
    tokens, position = [], 0
    text = str(text).strip()
    while position < len(text):
        match = TOKEN.match(text, position)
        if match is None:
            raise ValueError(f"Cannot read {text!r} at {position}")
        tokens.append(match.group(match.lastindex))
        position = match.end()
    tree, rest = parse_conditional(tokens)
    if rest:
        raise ValueError(f"Left over in {text!r}: {rest}")
    return tree


def parse_conditional(tokens):
    test, tokens = parse_binary(tokens, 0)
    if tokens[:1] != ["?"]:
        return test, tokens
    then, tokens = parse_conditional(tokens[1:])
    otherwise, tokens = parse_conditional(expect(tokens, ":"))
    return ("if", test, then, otherwise), tokens


def parse_binary(tokens, least):
    left, tokens = parse_prefix(tokens)
    while tokens and BINARY.get(tokens[0], -1) >= least:
        operator = tokens[0]
        tightness = BINARY[operator]
        right, tokens = parse_binary(tokens[1:], tightness if operator == "^" else tightness + 1)
        left = (operator, left, right)
    return left, tokens


def parse_prefix(tokens):
    first, tokens = tokens[0], tokens[1:]
    if first == "-":
        operand, tokens = parse_binary(tokens, MINUS)
        return ("negate", operand), tokens
    if first == "not":
        operand, tokens = parse_binary(tokens, NOT)
        return ("not", operand), tokens
    if first == "(":
        inside, tokens = parse_conditional(tokens)
        return inside, expect(tokens, ")")
    if first[0].isdigit() or first[0] == ".":
        return ("number", float(first)), tokens
    if tokens[:1] == ["("]:
        arguments, tokens = [], tokens[1:]
        while True:
            argument, tokens = parse_conditional(tokens)
            arguments.append(argument)
            if tokens[0] == ")":
                return ("call", first, *arguments), tokens[1:]
            tokens = expect(tokens, ",")
    if tokens[:1] == ["["]:
        if tokens[1:3] != ["t", "-"] or tokens[4] != "]":
            raise ValueError(f"A lag of {first} that is not [t-1]")
        return ("name", first, int(tokens[3])), tokens[5:]
    return ("name", first, 0), tokens


def expect(tokens, token):
    if tokens[:1] != [token]:
        raise ValueError(f"Expected {token}, found {tokens[:1]}")
    return tokens[1:]


def truth(value):
    """1 for true, 0 for false, undefined where the operand is."""
    return np.where(np.isnan(value), np.nan, value != 0)


def logical(result, *operands):
    undefined = reduce(np.logical_or, map(np.isnan, operands))
    return np.where(undefined, np.nan, result)


FUNCTIONS = {
    "abs": np.abs,
    "ceil": np.ceil,
    "floor": np.floor,
    "exp": np.exp,
    "log": np.log,
    "sqrt": np.sqrt,
    "clamp": lambda x, low, high: np.minimum(np.maximum(x, low), high),
    "fraction": lambda x: x / 100,
    "percent": lambda x: x * 100,
    "round": lambda x: np.floor(x + 0.5),
    "max": lambda *values: reduce(np.maximum, values),
    "min": lambda *values: reduce(np.minimum, values),
}
OPERATORS = {
    "+": lambda a, b: a + b,
    "-": lambda a, b: a - b,
    "*": lambda a, b: a * b,
    "/": lambda a, b: a / b,
    "^": lambda a, b: np.power(a, b),
    "<": lambda a, b: logical(a < b, a, b),
    "<=": lambda a, b: logical(a <= b, a, b),
    ">": lambda a, b: logical(a > b, a, b),
    ">=": lambda a, b: logical(a >= b, a, b),
    "==": lambda a, b: logical(a == b, a, b),
    "!=": lambda a, b: logical(a != b, a, b),
    "and": lambda a, b: logical((truth(a) == 1) & (truth(b) == 1), a, b),
    "or": lambda a, b: logical((truth(a) == 1) | (truth(b) == 1), a, b),
    "negate": lambda a: -a,
    "not": lambda a: logical(a == 0, a),
    "if": lambda test, a, b: np.where(np.isnan(test), np.nan, np.where(test != 0, a, b)),
}


def evaluate(tree, lookup):
    """The value of an expression; `lookup(name, lag)` gives those of names."""
    kind = tree[0]
    if kind == "number":
        return np.float64(tree[1])
    if kind == "name":
        return lookup(tree[1], tree[2])
    if kind == "call":
        return FUNCTIONS[tree[1]](*(evaluate(argument, lookup) for argument in tree[2:]))
    return OPERATORS[kind](*(evaluate(operand, lookup) for operand in tree[1:]))


def names_in(tree):
    """Names that an expression needs of its own year."""
    if tree[0] == "number":
        return set()
    if tree[0] == "name":
        return {tree[1]} if tree[2] == 0 else set()
    return set().union(*(names_in(part) for part in tree[1:] if isinstance(part, tuple)))


def constant(tree):
    """The number that an argument of a distribution stands for."""
    infinity = {"Infinity": np.float64(np.inf)}
    return float(evaluate(tree, lambda name, _: infinity[name]))


class Distribution:
    """A distribution's quantile function of u in (0, 1), and whether its values are whole or listed."""

    def __init__(self, tree):
        self.discrete = False
        if tree[0] == "call" and tree[1] not in FUNCTIONS:
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


def last_digit_tolerance(text):
    """Half a unit of the last digit of a number as written: 8 → 0.5, 1.2 → 0.05."""
    return 0.5 * 10.0 ** -len(str(text).partition(".")[2])


class Plan:
    """A plan file, ready to be simulated in batches."""

    def __init__(self, path):
        with open(path, encoding="utf-8") as file:
            # As written: numbers keep their digits, and nothing is taken for a date or a truth value.
            self.plan = yaml.load(file, Loader=yaml.BaseLoader)
        self.years = [int(year) for year in self.plan["periods"]]
        self.inputs = {
            name: Distribution(parse(entry["distribution"]))
            for name, entry in self.plan.get("inputs", {}).items()
        }
        self.parameters = {
            name: Distribution(parse(entry.get("distribution", entry.get("value"))))
            for name, entry in self.plan.get("parameters", {}).items()
        }
        self.fixed = {
            name for name, entry in self.plan.get("parameters", {}).items() if "value" in entry
        }
        self.equations = {
            name: parse(entry["equation"]) for name, entry in self.plan["indicators"].items()
        }
        self.order = self.sort_equations()
        self.factor()

    def sort_equations(self):
        """Names of the indicators so that each comes after what it needs of its own year."""
        sorted_names = []
        waiting = dict(self.equations)
        while waiting:
            ready = [name for name, tree in waiting.items() if not names_in(tree) & set(waiting)]
            if not ready:
                raise ValueError(f"Equations need each other: {list(waiting)}")
            sorted_names += ready
            for name in ready:
                del waiting[name]
        return sorted_names

    def factor(self):
        """What is drawn (inputs by year, parameters once), and a factor of its normal-score correlations."""
        self.drawn = [(name, year) for name in self.inputs for year in self.years]
        self.drawn += [(name, None) for name in self.parameters if name not in self.fixed]
        place = {key: index for index, key in enumerate(self.drawn)}
        matrix = np.eye(len(self.drawn))
        for entry in self.plan.get("correlations", []):
            r = 2 * np.sin(np.pi * float(entry["rank"]) / 6)
            pair = entry["between"]
            with_parameter = any(name in self.parameters for name in pair)
            for year in self.years[:1] if with_parameter else self.years:
                i, j = (place[name, None if name in self.parameters else year] for name in pair)
                matrix[i, j] = matrix[j, i] = r
        self.cholesky = np.linalg.cholesky(matrix)

    def history(self):
        """Values of years before the first period."""
        return {
            (name, int(year)): np.float64(value)
            for kind in ("inputs", "indicators")
            for name, entry in self.plan.get(kind, {}).items()
            for year, value in entry.get("history", {}).get("values", {}).items()
        }

    def draw(self, rng, n):
        """All values by (name, year), parameters by (name, None)."""
        uniforms = stats.norm.cdf(self.cholesky @ rng.standard_normal((len(self.drawn), n)))
        values = self.history()
        for key, u in zip(self.drawn, uniforms):
            law = self.inputs[key[0]] if key[0] in self.inputs else self.parameters[key[0]]
            values[key] = law.ppf(u)
        for name in self.fixed:
            values[name, None] = self.parameters[name].ppf(np.float64(0.5))
        with np.errstate(all="ignore"):
            for year in self.years:
                for name in self.order:
                    tree = self.equations[name]
                    value = evaluate(tree, self.lookup(values, year))
                    values[name, year] = np.broadcast_to(value, n)
        return values

    def lookup(self, values, year):
        def find(name, lag):
            return values[name, None if name in self.parameters else year - lag]

        return find

    def judge(self, values):
        """For each target: hits, hits of the second tier or None, draws where it is undefined."""
        with np.errstate(all="ignore"):
            return {target["id"]: self.judge_target(target, values) for target in self.plan["targets"]}

    def judge_target(self, target, values):
        name = target.get("indicator", target["id"])
        year = int(target.get("period", self.years[-1]))
        first, last = (int(y) for y in target.get("cumulative", [year, year]))
        x = sum(values[name, y] for y in range(first, last + 1))
        previous = lambda: sum(values[name, y - 1] for y in range(first, last + 1))
        at = lambda key: evaluate(parse(target[key]), self.lookup(values, year))
        higher = self.plan["indicators"][name].get("better", "higher") == "higher"
        good = np.greater_equal if higher else np.less_equal
        relation = target["relation"]
        lines = []

        def compare(test, line):
            lines.append(line)
            return test(x, line)

        if relation in ("at_least", "at_most", "above", "below"):
            tests = {"at_least": np.greater_equal, "at_most": np.less_equal}
            tests |= {"above": np.greater, "below": np.less}
            hit = compare(tests[relation], at("value"))
        elif relation == "about":
            written = target.get("tolerance")
            tolerance = last_digit_tolerance(target["value"]) if written is None else float(written)
            if target.get("two_sided") == "true":
                hit = compare(lambda x, line: np.abs(x - line) <= tolerance, at("value"))
            else:
                hit = compare(good, at("value") - tolerance if higher else at("value") + tolerance)
        elif relation in ("point", "as_assigned"):
            hit = compare(good, at("value"))
        elif relation == "rising":
            hit = compare(np.greater, at("value") if "value" in target else previous())
        elif relation == "positive":
            hit = compare(np.greater, np.float64(0))
        elif relation == "stable":
            hit = compare(np.greater_equal, previous() - float(target["tolerance"]))
        elif relation == "in_step_with":
            hit = compare(np.greater_equal, at("reference") - float(target["tolerance"]))
        elif relation == "in_line_with":
            tolerance = float(target["tolerance"])
            hit = compare(lambda x, line: np.abs(x - line) <= tolerance, at("reference"))
        elif relation == "faster_than":
            hit = compare(np.greater, at("reference"))
        elif relation == "between":
            hit = compare(np.greater_equal, at("low")) & compare(np.less_equal, at("high"))
        else:
            raise ValueError(f"Unknown relation {relation}")
        undefined = ~reduce(np.logical_and, map(np.isfinite, [x, *lines]))
        stretch = good(x, at("stretch")) & np.isfinite(x) if "stretch" in target else None
        return hit & ~undefined, stretch, undefined
