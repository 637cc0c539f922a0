import { documentedExample } from "./documented-example.ts";

/**
 * The plan of models/README.md with a block that has no solution in many draws: demand is
 * 0.0024 demand² + investment, so there is one where investment is 104.17 or less.
 */
export function unsolvedExample(): string {
  const good = "equation: propensity_to_consume * demand #";
  const text = documentedExample("planodds");
  if (!text.includes(good)) throw new Error(`models/README.md does not say: ${good}`);
  return text.replace(
    good,
    "equation: propensity_to_consume * demand ^ 2 / (2.5 * usual_investment) #",
  );
}
