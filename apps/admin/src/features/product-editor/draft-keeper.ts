import type { ProductForm } from './form-model.ts';

type Kept = { version: number; at: string; form: ProductForm };
const keyOf = (productId: string): string => `product-draft:${productId}`;

/** Forms that were not saved yet, on this device. A full or forbidden store only means that nothing comes back. */
export const keepDraft = (productId: string, { version, form }: Pick<Kept, 'version' | 'form'>): void => {
  try {
    localStorage.setItem(keyOf(productId), JSON.stringify({ version, form, at: new Date().toISOString() }));
  } catch {
    // The form itself still holds everything.
  }
};
export const readKept = (productId: string): Kept | undefined => {
  try {
    const kept = JSON.parse(localStorage.getItem(keyOf(productId)) ?? 'null') as Kept | null;
    return kept && typeof kept.version === 'number' && Array.isArray(kept.form?.variants) ? kept : undefined;
  } catch {
    return undefined;
  }
};
export const dropKept = (productId: string): void => {
  try {
    localStorage.removeItem(keyOf(productId));
  } catch {
    // Nothing was kept.
  }
};
