import type { Definition } from "../model/definition.ts";
import { applyScenario } from "../scenario/apply-scenario.ts";
import type { Backtest, PastTarget } from "./backtest.ts";
import { asTarget } from "./target-outcome.ts";

/** A model as it would have stood at an origin, with the targets of that year. */
export interface Origin {
  readonly year: number;
  /** The last day known, ISO. */
  readonly day: string;
  readonly definition: Definition;
  /** In the order of the definition's targets. */
  readonly targets: readonly PastTarget[];
}

/**
 * Make an origin of a model that was rewound to it: changes that undo hindsight are made, and the targets of that year
 * take the place of the plan's own.
 */
export function prepareOrigin(
  rewound: Definition,
  backtest: Backtest,
  year: number,
  day: string,
): Origin {
  const changes = backtest.changes
    .filter(({ years }) => years === undefined || (years[0] <= year && year <= years[1]))
    .map(({ change }) => change);
  const title = rewound.title;
  const undone = { id: "", model: rewound.id, title, story: title, order: 0, changes };
  const labels = new Map(rewound.indicators.map(({ id, label }) => [id, label]));
  const targets = backtest.targets.filter(
    (target) => target.year === year && labels.has(target.indicator ?? ""),
  );
  return {
    year,
    day,
    definition: {
      ...applyScenario(rewound, undone),
      targets: targets.map((target) => {
        const indicator = target.indicator ?? "";
        return asTarget(target, indicator, labels.get(indicator) ?? rewound.title);
      }),
    },
    targets,
  };
}
