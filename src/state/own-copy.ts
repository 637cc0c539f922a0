import type { Scenario } from "../core/scenario/scenario.ts";
import type { Text } from "../core/text.ts";

/** What stands behind the title of a copy that was changed. */
const EDITED: Text = { zh: "修改", en: "edited" };

/** A copy with a title that none of the own scenarios has: the scenario's with a mark and, where needed, a number. */
export function ownCopy(
  scenario: Scenario,
  own: readonly Scenario[],
  id: string,
  mark: Text = EDITED,
): Scenario {
  const title = (number: number): Text => ({
    zh: `${scenario.title.zh}（${mark.zh}${number === 1 ? "" : number}）`,
    en: `${scenario.title.en} (${mark.en}${number === 1 ? "" : ` ${number}`})`,
  });
  const isTaken = ({ zh, en }: Text): boolean =>
    own.some((each) => each.title.zh === zh || each.title.en === en);
  let number = 1;
  while (isTaken(title(number))) number += 1;
  return { ...scenario, id, title: title(number) };
}
