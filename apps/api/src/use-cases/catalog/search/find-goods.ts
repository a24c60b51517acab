import { findDocuments } from '@tradeline/domain/search';
import type { Deps } from '../../../deps.ts';

/** More than anybody leafs through; the likeliest are kept. */
const MOST = 2_000;

/**
 * The products that somebody means by some words, the likeliest first: drafts and withdrawn ones too, whoever may see them,
 * so whoever asks for a customer narrows them by what he sees. What a colleague has just saved is among them: changes are read before the index is asked.
 */
export const findGoods = async ({ search }: Pick<Deps, 'search'>, text: string, most = MOST): Promise<string[]> => {
  const { catalogue, synonyms, remember } = await search.state();
  await search.catchUp();
  const isThere = (product: number): boolean => product >= 0 && catalogue.status[product] !== 'gone';
  const { scores } = findDocuments(
    catalogue.text,
    synonyms,
    text,
    (doc) => isThere(catalogue.productOf(doc)),
    remember,
  );
  return [...scores]
    .sort(([a, x], [b, y]) => y - x || a - b)
    .slice(0, most)
    .map(([doc]) => catalogue.products.nameOf(catalogue.productOf(doc)));
};
