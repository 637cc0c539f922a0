"""Reads a plan file with PyYAML and simulates it with NumPy and SciPy: the file format of models/README.md,
written again in another language, for comparison only. Mistakes in files are not explained.
"""

from functools import reduce

import numpy as np
import yaml
from scipy import stats

from correlations import rank_correlations
from distribution import Distribution
from estimates import Estimate
from expression import evaluate, names_in, parse
from history_table import known_series


def last_digit_tolerance(text):
    """Half a unit of the last digit of a number as written: 8 → 0.5, 1.2 → 0.05."""
    return 0.5 * 10.0 ** -len(str(text).partition(".")[2])


def compound(rates):
    """Growth over all years, in percent, of yearly rates in percent."""
    return 100 * (reduce(np.multiply, (1 + rate / 100 for rate in rates)) - 1)


class Plan:
    """A plan file, ready to be simulated in batches."""

    def __init__(self, path):
        with open(path, encoding="utf-8") as file:
            # As written: numbers keep their digits, and nothing is taken for a date or a truth value.
            self.plan = yaml.load(file, Loader=yaml.BaseLoader)
        for key in ("copula", "correlation_repair"):
            if key in self.plan:
                raise NotImplementedError(key)
        self.years = [int(year) for year in self.plan["periods"]]
        self.series = known_series(path, self.plan["plan"]["date"])
        self.estimates = {
            name: Estimate(entry, self.series)
            for name, entry in self.plan.get("estimates", {}).items()
        }
        self.inputs = self.laws("inputs")
        self.parameters = self.laws("parameters")
        self.together = self.estimated_together()
        self.fixed = {
            name for name, entry in self.plan.get("parameters", {}).items() if "value" in entry
        }
        self.equations = {
            name: parse(entry["equation"]) for name, entry in self.plan["indicators"].items()
        }
        self.blocks = {
            tuple(entry["members"]): entry for entry in self.plan.get("blocks", {}).values()
        }
        self.order = self.sort_equations()
        self.factor()

    def laws(self, kind):
        """The distribution of each input or parameter, as written or estimated."""
        laws = {}
        for name, entry in self.plan.get(kind, {}).items():
            if "estimate" in entry:
                estimate, part = entry["estimate"].split(".")
                laws[name] = Distribution(law=self.estimates[estimate].law(part))
            elif "bootstrap" in entry:
                raise NotImplementedError("bootstrap")
            else:
                laws[name] = Distribution(parse(entry.get("distribution", entry.get("value"))))
        return laws

    def estimated_together(self):
        """{estimate: {parameter: part}} where several parameters take coefficients of one estimate."""
        groups = {}
        for name, entry in self.plan.get("parameters", {}).items():
            if "estimate" in entry:
                estimate, part = entry["estimate"].split(".")
                groups.setdefault(estimate, {})[name] = part
        return {estimate: parts for estimate, parts in groups.items() if len(parts) > 1}

    def sort_equations(self):
        """Groups of indicators, each a block or one alone, after what they need of their own year."""
        members = {name for block in self.blocks for name in block}
        waiting = list(self.blocks) + [(name,) for name in self.equations if name not in members]
        ordered = []
        while waiting:
            ahead = {name for group in waiting for name in group}
            ready = [group for group in waiting if not self.needs(group) & (ahead - set(group))]
            # An indicator that needs itself is a circle too, unless it is a block.
            ready = [group for group in ready if group in self.blocks or group[0] not in self.needs(group)]
            if not ready:
                raise ValueError(f"Equations need each other: {waiting}")
            ordered += ready
            waiting = [group for group in waiting if group not in ready]
        return ordered

    def needs(self, group):
        """Names of its own year that the equations of a group use."""
        return set().union(*(names_in(self.equations[name], self.years[0]) for name in group))

    def factor(self):
        """What is drawn (inputs by year, parameters once), and a factor of its normal-score correlations."""
        self.drawn = [(name, year) for name in self.inputs for year in self.years]
        self.drawn += [(name, None) for name in self.parameters if name not in self.fixed]
        place = {key: index for index, key in enumerate(self.drawn)}
        matrix = np.eye(len(self.drawn))
        entries = self.plan.get("correlations", [])
        for entry, rank in zip(entries, rank_correlations(entries, self.series)):
            r = 2 * np.sin(np.pi * rank / 6)
            pair = entry["between"]
            with_parameter = any(name in self.parameters for name in pair)
            for year in self.years[:1] if with_parameter else self.years:
                i, j = (place[name, None if name in self.parameters else year] for name in pair)
                matrix[i, j] = matrix[j, i] = r
        self.joined = [i for i, row in enumerate(matrix) if np.count_nonzero(row) > 1]
        self.cholesky = np.linalg.cholesky(matrix[np.ix_(self.joined, self.joined)])

    def history(self):
        """Values of years before the first period."""
        values = {
            (name, int(year)): np.float64(value)
            for kind in ("inputs", "indicators")
            for name, entry in self.plan.get(kind, {}).items()
            for year, value in entry.get("history", {}).get("values", {}).items()
        }
        for name, points in self.series.items():
            values.update({(name, year): np.float64(value) for year, value in points.items()})
        return values

    def draw(self, rng, n):
        """All values by (name, year), parameters by (name, None)."""
        scores = self.cholesky @ rng.standard_normal((len(self.joined), n))
        uniforms = dict(zip(self.joined, stats.norm.cdf(scores)))
        values = self.history()
        for place, key in enumerate(self.drawn):
            law = self.inputs[key[0]] if key[0] in self.inputs else self.parameters[key[0]]
            joined = place in uniforms
            values[key] = law.ppf(uniforms[place]) if joined else law.draw(rng, n)
        for estimate, parts in self.together.items():
            rows = self.estimates[estimate].draw(list(parts.values()), rng, n)
            values.update({(name, None): row for name, row in zip(parts, rows)})
        for name in self.fixed:
            values[name, None] = self.parameters[name].ppf(np.float64(0.5))
        with np.errstate(all="ignore"):
            for year in self.years:
                for group in self.order:
                    if group in self.blocks:
                        self.solve(group, values, year, n)
                        continue
                    value = evaluate(self.equations[group[0]], self.lookup(values, year))
                    values[group[0], year] = np.broadcast_to(value, n)
        return values

    def solve(self, group, values, year, n):
        """Newton's method on the equations of a block, with derivatives by differences."""
        block = self.blocks[group]

        def start(name):
            if name in block.get("start", {}):
                return np.float64(block["start"][name])
            return np.nan_to_num(values.get((name, year - 1), np.float64(0)))

        def residual(x):
            values.update({(name, year): column for name, column in zip(group, x)})
            find = self.lookup(values, year)
            f = [evaluate(self.equations[name], find) for name in group]
            return np.stack([np.broadcast_to(column, n) for column in f]) - x

        x = np.stack([np.broadcast_to(start(name), n) for name in group])
        for _ in range(int(block.get("iterations", 16))):
            r = residual(x)
            if np.all(np.abs(r) <= 1e-12 * np.maximum(1, np.abs(x))):
                break
            jacobian = np.empty((n, len(group), len(group)))
            for j in range(len(group)):
                step = np.zeros_like(x)
                step[j] = 1e-6 * np.maximum(1, np.abs(x[j]))
                slope = (residual(x + step) - residual(x - step)) / (2 * step[j])
                jacobian[:, :, j] = slope.T
            x = x - np.linalg.solve(jacobian, r.T[:, :, None])[:, :, 0].T
        worst = np.max(np.abs(residual(x)) / np.maximum(1, np.abs(x)), axis=0)
        solved = worst <= float(block.get("tolerance", 1e-9))
        values.update(
            {(name, year): np.where(solved, column, np.nan) for name, column in zip(group, x)}
        )

    def lookup(self, values, year):
        def find(name, lag=0, year=year):
            return values[name, None if name in self.parameters else year - lag]

        return find

    def judge(self, values):
        """For each target: hits, hits of the second tier or None, draws where it is undefined."""
        with np.errstate(all="ignore"):
            return {target["id"]: self.judge_target(target, values) for target in self.plan["targets"]}

    def judge_target(self, target, values):
        name = target.get("indicator", target["id"])
        year = int(target.get("period", self.years[-1]))
        over = target.get("compounded", target.get("cumulative", [year, year]))
        first, last = (int(y) for y in over)
        join = compound if "compounded" in target else sum
        x = join(values[name, y] for y in range(first, last + 1))
        previous = lambda: join(values[name, y - 1] for y in range(first, last + 1))
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
