/** A quantity in a year: the name of its column and, for inputs, of its random stream. Parameters have their id. */
export const quantityName = (id: string, year: number): string => `${id}@${year}`;

/** The column that says whether a block was solved in a year. */
export const blockName = (id: string, year: number): string => quantityName(`block:${id}`, year);
