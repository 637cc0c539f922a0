import "./estimate-table.css";
import type { Definition } from "../../core/model/definition.ts";
import type { Estimate } from "../../core/model/estimate.ts";
import { useWords } from "../app-context.ts";
import { coefficientText, posteriorText, priorText } from "../text/estimate-text.ts";
import { EVIDENCE_WORDS } from "../text/evidence-words.ts";
import { SourceNote } from "./source-note.tsx";

export interface EstimateTableProps {
  readonly estimate: Estimate;
  readonly part: string;
  readonly definition: Definition;
}

/** All coefficients of an estimate with their priors and posteriors, and where the priors come from. */
export function EstimateTable({ estimate, part, definition }: EstimateTableProps) {
  const { language } = useWords();
  const words = EVIDENCE_WORDS[language];
  return (
    <>
      <table class="data-table estimate-table">
        <thead>
          <tr>
            {[words.coefficient, words.prior, words.posteriorTitle].map((label) => (
              <th key={label} scope="col">
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {estimate.coefficients.map((coefficient) => (
            <tr key={coefficient.id} class={coefficient.id === part ? "is-here" : undefined}>
              <th scope="row">{coefficientText(definition, estimate, coefficient, language)}</th>
              <td>{priorText(coefficient) ?? words.noPrior}</td>
              <td>{posteriorText(coefficient, language)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {estimate.priorSource !== undefined && (
        <div class="quiet estimate-prior">
          <span>{words.prior}</span>
          <SourceNote source={estimate.priorSource} definition={definition} />
        </div>
      )}
    </>
  );
}
