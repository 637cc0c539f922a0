import type { Definition } from "../core/model/definition.ts";
import type { Expression } from "../core/model/expression.ts";

/** The names that an expression uses, each once, in order of appearance. */
export function namesIn(expression: Expression): readonly string[] {
  const names = new Set<string>();
  collect(expression, names);
  return [...names];
}

/** The inputs and parameters that an indicator rests on in the end, in the order of the file. */
export function rootsOf(definition: Definition, name: string): readonly string[] {
  const equations = new Map(definition.indicators.map(({ id, equation }) => [id, equation]));
  const reached = new Set<string>();
  const waiting = [name];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (reached.has(next)) continue;
    reached.add(next);
    const equation = equations.get(next);
    if (equation !== undefined) waiting.push(...namesIn(equation));
  }
  return [...definition.inputs, ...definition.parameters]
    .map(({ id }) => id)
    .filter((id) => reached.has(id));
}

/** The indicators whose equations use a name directly, in the order of the file. */
export function usersOf(definition: Definition, name: string): readonly string[] {
  return definition.indicators
    .filter(({ equation }) => namesIn(equation).includes(name))
    .map(({ id }) => id);
}

function collect(expression: Expression, names: Set<string>): void {
  switch (expression.kind) {
    case "number":
      return;
    case "name":
    case "dated":
      names.add(expression.name);
      return;
    case "unary":
      collect(expression.operand, names);
      return;
    case "binary":
      collect(expression.left, names);
      collect(expression.right, names);
      return;
    case "call":
      for (const argument of expression.args) collect(argument, names);
      return;
    case "conditional":
      collect(expression.test, names);
      collect(expression.then, names);
      collect(expression.otherwise, names);
      return;
    default:
      expression satisfies never;
  }
}
