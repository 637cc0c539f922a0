import type { Definition, History } from "../model/definition.ts";
import { applyScenario } from "../scenario/apply-scenario.ts";
import { appliesTo, type Backtest, type PastTarget } from "./backtest.ts";
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

/** A rewound model with the values that the year before is taken to have had. */
function withStarts(rewound: Definition, backtest: Backtest, year: number): Definition {
  const before = year - 1;
  const starts = new Map(
    backtest.starts
      .filter((each) => appliesTo(each, year))
      .flatMap(({ quantities, from }) => {
        const known =
          "value" in from
            ? from.value
            : rewound.series[from.series]?.points.find((point) => point.year === before)?.value;
        return known === undefined ? [] : quantities.map((id) => [id, known] as const);
      }),
  );
  const started = <Q extends { readonly id: string; readonly history?: History }>(each: Q): Q => {
    const value = starts.get(each.id);
    if (value === undefined) return each;
    const values = { ...each.history?.values, [before]: value };
    return { ...each, history: { ...each.history, values } };
  };
  return {
    ...rewound,
    inputs: rewound.inputs.map(started),
    indicators: rewound.indicators.map(started),
  };
}

/**
 * Make an origin of a model that was rewound to it: the year before is filled in where no series
 * tells it, changes that undo hindsight are made, and the targets of that year take the place of the plan's own.
 */
export function prepareOrigin(
  rewound: Definition,
  backtest: Backtest,
  year: number,
  day: string,
): Origin {
  const changes = backtest.changes
    .filter((each) => appliesTo(each, year))
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
      ...applyScenario(withStarts(rewound, backtest, year), undone),
      targets: targets.map((target) => {
        const indicator = target.indicator ?? "";
        return asTarget(target, indicator, labels.get(indicator) ?? rewound.title);
      }),
    },
    targets,
  };
}
