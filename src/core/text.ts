/** A text in both languages of the product. Chinese comes first everywhere. */
export interface Text {
  readonly zh: string;
  readonly en: string;
}

/** A language of the product. */
export type Language = keyof Text;
