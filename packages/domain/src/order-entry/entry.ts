/** Whole or fractional units as written: 3 箱, 0.5 箱. Without a word: the unit of the goods. */
export type WrittenQuantity = { readonly value: number; readonly unit?: string | undefined };

/**
 * How sure the reading is. `sure`: a number of the trade and a quantity that says so; `likely`: words and a quantity;
 * `doubt`: something had to be guessed, and a person should look.
 */
export type Confidence = 'sure' | 'likely' | 'doubt';

/** Goods that somebody asks for, in his own words. */
export type EntryItem = {
  /** What names the goods: an item number, a barcode, the customer's own code, or words. */
  readonly reference: string;
  /** Parts of one amount, 3箱5瓶 is two; empty when none was written. */
  readonly quantities: readonly WrittenQuantity[];
  readonly confidence: Confidence;
  /** Words for a variant of the goods named before: "红色 M 码" after an item number. */
  readonly follows?: string | undefined;
  /** Other ways to read the same characters. */
  readonly alternatives: readonly Pick<EntryItem, 'reference' | 'quantities'>[];
};

/** What became of one line of the text: items, or the reason why it holds none. No line is left out. */
export type EntryRow = {
  /** From 1. */
  readonly line: number;
  readonly source: string;
  readonly items: readonly EntryItem[];
  readonly none?: 'blank' | 'header' | 'words' | undefined;
};
