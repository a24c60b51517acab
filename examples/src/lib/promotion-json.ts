import { readFileSync } from 'node:fs';
import { malformedPromotion, type Promotion } from '@tradeline/domain/promotion';

/** Promotions from a JSON file: one object or a list. A text says what is wrong with which of them. */
export const readPromotions = (path: string): Promotion[] | string => {
  let content: unknown;
  try {
    content = JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    return `${path}: ${error instanceof Error ? error.message : String(error)}`;
  }
  const promotions: unknown[] = Array.isArray(content) ? content : [content];
  for (const [index, promotion] of promotions.entries()) {
    const { id, actions } = (promotion ?? {}) as { readonly id?: unknown; readonly actions?: unknown };
    if (typeof id !== 'string' || !Array.isArray(actions))
      return `${path}: promotion ${index + 1} has no id or no actions`;
    const malformed = malformedPromotion(promotion as Promotion);
    if (malformed) return `${path}: ${malformed.path} cannot be ${JSON.stringify(malformed.value)}`;
  }
  return promotions as Promotion[];
};
