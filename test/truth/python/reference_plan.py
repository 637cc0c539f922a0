"""Simulates a plan file with NumPy and SciPy and prints probabilities and quantiles as JSON.

Usage: reference_plan.py plan.yaml
"""

import json
import sys

import numpy as np

from batches import GENERATOR, SEED, Batches, versions
from plan_file import Plan

BATCHES = 50
DRAWS = 40_000


def main(path):
    plan = Plan(path)
    commitments = {target["id"]: target["commitment"] for target in plan.plan["targets"]}
    rng = np.random.Generator(np.random.PCG64DXSM(SEED))
    batches = Batches()
    discrete = set()
    for batch in range(BATCHES):
        values = plan.draw(rng, DRAWS)
        judged = plan.judge(values)
        columns = {
            name if year is None else f"{name}@{year}": column
            for (name, year), column in values.items()
            if column.shape and name not in plan.fixed
        }
        if batch == 0:
            # Columns of few different values have quantiles that jump.
            discrete = {
                name for name, column in columns.items() if len(np.unique(column)) < DRAWS / 20
            }
        batches.add(
            DRAWS,
            {name: hit for name, (hit, _, _) in judged.items()},
            {name: stretch for name, (_, stretch, _) in judged.items() if stretch is not None},
            {name: undefined for name, (_, _, undefined) in judged.items()},
            commitments,
            columns,
            discrete,
        )
    print(json.dumps(batches.report(made=versions(), generator=GENERATOR, seed=SEED)))


main(sys.argv[1])
