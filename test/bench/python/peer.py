"""What both NumPy contenders share: the plan's parts, and answering requests."""

import json
import os
import resource
import sys
import time

import numpy as np
import scipy

sys.path.insert(0, os.path.join(os.path.dirname(__file__), "..", "..", "truth", "python"))

from distribution import constant  # noqa: E402
from expression import parse  # noqa: E402
from plan_file import Plan  # noqa: E402

QUANTILES = (0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95)
BINS = 200
COMPARISONS = {"at_least": ">=", "above": ">", "at_most": "<=", "below": "<"}


class Parts:
    """A plan of one period, with one-sided targets and no history, as lists."""

    def __init__(self, path):
        plan = Plan(path)
        self.names = list(plan.inputs)
        self.laws = list(plan.inputs.values())
        self.trees = [parse(entry["distribution"]) for entry in plan.plan["inputs"].values()]
        self.cholesky = plan.cholesky
        # The plan of the benchmark has no simultaneous blocks: each group is one equation.
        self.order = [name for (name,) in plan.order]
        self.equations = plan.equations
        self.targets = [
            (target["id"], COMPARISONS[target["relation"]], float(target["value"]))
            for target in plan.plan["targets"]
        ]

    def arguments(self, index):
        """The kind of an input's distribution and its numbers."""
        _, kind, *arguments = self.trees[index]
        return kind, [constant(argument) for argument in arguments]


def answer(run):
    """Say what this runs on; then answer each request with the time and the outcome of `run(draws)`."""
    made = f"Python {sys.version.split()[0]}, NumPy {np.__version__}, SciPy {scipy.__version__}"
    print(json.dumps({"made": made}), flush=True)
    for line in sys.stdin:
        draws = json.loads(line)["draws"]
        start = time.perf_counter()
        outcome = run(draws)
        ms = 1000 * (time.perf_counter() - start)
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(json.dumps({"ms": ms, **outcome, "peakMiB": peak}), flush=True)
