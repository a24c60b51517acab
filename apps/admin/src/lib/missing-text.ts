import type { MissingPart } from '@tradeline/domain/catalog';
import type { Text } from './i18n.tsx';

/** What is missing, in words; attributes by their names. */
export const missingText = (
  { what, items = [] }: MissingPart,
  t: Text,
  attributeName: (code: string) => string = (code) => code,
): string => {
  switch (what) {
    case 'variants':
      return t.pe_missing_variants();
    case 'price':
      return t.pe_missing_price({ items: items.slice(0, 3).join(', '), count: items.length });
    case 'attribute':
      return t.pe_missing_attribute({ name: items.map(attributeName).join(', ') });
    case 'picture':
      return t.pe_missing_picture();
    case 'english-name':
      return t.pe_missing_english();
    case 'description':
      return t.pe_missing_description();
  }
};
