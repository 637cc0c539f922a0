import "./number-entry.css";
import { useState } from "preact/hooks";
import { plainNumber } from "../text/expression-parts.ts";

export interface NumberEntryProps {
  readonly id?: string;
  /** Accessible name where no label stands beside it. */
  readonly label?: string;
  readonly value: number;
  /** Gives the number that a text means, or undefined where it cannot be taken. */
  readonly accept?: (value: number) => boolean;
  /** What is wrong with a text that is not taken. */
  readonly problem?: string;
  readonly onChange: (value: number) => void;
}

/** A field for a number: taken as soon as it can be; what cannot be taken is marked and put back on leaving. */
export function NumberEntry(props: NumberEntryProps) {
  const { id, label, value, accept = () => true, problem, onChange } = props;
  const [text, setText] = useState<string>();
  const isBad = text !== undefined && !isTaken(text, accept);
  return (
    <input
      class="field number-entry"
      inputMode="decimal"
      autoComplete="off"
      value={text ?? plainNumber(Number(value.toPrecision(8)))}
      aria-invalid={isBad}
      {...(id === undefined ? {} : { id })}
      {...(label === undefined ? {} : { "aria-label": label })}
      {...(isBad && problem !== undefined ? { title: problem } : {})}
      onInput={(event) => {
        const next = event.currentTarget.value;
        setText(next);
        if (isTaken(next, accept)) onChange(parse(next));
      }}
      onBlur={() => setText(undefined)}
    />
  );
}

const parse = (text: string): number => {
  const plain = text
    .normalize("NFKC")
    .replace("−", "-")
    .replace(/[,\s%]/g, "");
  return plain === "" ? Number.NaN : Number(plain);
};

const isTaken = (text: string, accept: (value: number) => boolean): boolean =>
  Number.isFinite(parse(text)) && accept(parse(text));
