import "./equation.css";
import type { Definition } from "../../core/model/definition.ts";
import type { Expression } from "../../core/model/expression.ts";
import { useWords } from "../app-context.ts";
import { expressionParts } from "../text/expression-parts.ts";
import { nameText } from "../text/expression-text.ts";

export interface EquationProps {
  readonly expression: Expression;
  readonly definition: Definition;
  /** What a name leads to. */
  readonly linkOf: (name: string) => string;
  /** Called instead of following the link, where the name opens in place. */
  readonly onOpen?: (name: string) => void;
}

/** An equation in real signs whose every name leads to its definition. */
export function Equation({ expression, definition, linkOf, onOpen }: EquationProps) {
  const { language } = useWords();
  return (
    <p class="equation">
      {expressionParts(expression, language).map((part, index) =>
        part.kind === "sign" ? (
          <span key={index} class="equation-sign">
            {part.text}
          </span>
        ) : (
          <a
            key={index}
            href={linkOf(part.name)}
            title={part.name}
            onClick={(event) => {
              if (onOpen === undefined || event.ctrlKey || event.metaKey || event.shiftKey) return;
              event.preventDefault();
              onOpen(part.name);
            }}
          >
            {nameText(part, definition, language)}
          </a>
        ),
      )}
    </p>
  );
}
