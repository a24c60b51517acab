import { findDocuments, fold, normaliseCode } from '@tradeline/domain/search';
import type { SearchState } from '../../../search/engine.ts';

type OwnCode = { code: string; normalised: string; skuId: string };
/** A code a company gave that begins with what was typed: whose goods, and how well it suits. */
export type OwnCodes = ReadonlyMap<number, { code: string; score: number }>;
/** What a text found, worth by product, and how it was understood. */
export type FoundText = {
  readonly scores: ReadonlyMap<number, number>;
  readonly terms: readonly string[];
  readonly synonyms: readonly string[];
  readonly corrected: string | undefined;
};

const WHOLE_CODE = 150;
const PART_OF_CODE = 60;

/** Goods a company has a code for that was typed, as far as they count. */
export const findOwnCodes = (
  { catalogue }: SearchState,
  text: string,
  ownCodes: readonly OwnCode[],
  counts: (product: number) => boolean,
): OwnCodes => {
  const found = new Map<number, { code: string; score: number }>();
  const typed = normaliseCode(text);
  if (typed.length < 2) return found;
  for (const { code, normalised, skuId } of ownCodes) {
    if (!normalised.startsWith(typed)) continue;
    const sku = catalogue.skus.find(skuId);
    const product = sku === undefined ? -1 : (catalogue.table.skus.product[sku] ?? -1);
    if (counts(product)) found.set(product, { code, score: normalised === typed ? WHOLE_CODE : PART_OF_CODE });
  }
  return found;
};

/** Goods a text means: by its words, its sounds, a number, or one of the company's own codes. */
export const findText = (
  { catalogue, synonyms, remember }: SearchState,
  text: string,
  ownCodes: OwnCodes,
  counts: (product: number) => boolean,
): FoundText => {
  const scores = new Map([...ownCodes].map(([product, { score }]) => [product, score]));
  const found = findDocuments(catalogue.text, synonyms, text, (doc) => counts(catalogue.productOf(doc)), remember);
  // Where a code of his own stands as typed, nothing was mistyped.
  const meant = found.corrected === undefined || scores.size === 0;
  if (meant)
    for (const [doc, score] of found.scores) {
      const product = catalogue.productOf(doc);
      scores.set(product, Math.max(scores.get(product) ?? 0, score));
    }
  const corrected = meant ? found.corrected : undefined;
  const terms = [fold(corrected ?? text), ...found.synonyms].flatMap((part) => part.split(/\s+/u)).filter(Boolean);
  return { scores, terms, synonyms: found.synonyms, corrected };
};
