import type { SheetField } from '@tradeline/domain/sheet';

/** Height of a row and of the head, in px. */
export const ROW = 32;
const WIDTHS: Record<string, number> = {
  nameZh: 220,
  nameEn: 220,
  category: 200,
  options: 200,
  itemNumber: 150,
  keywords: 220,
  summaryZh: 240,
  summaryEn: 240,
  tags: 160,
  barcode: 140,
};

export const widthOf = ({ key }: SheetField): number => WIDTHS[key] ?? 110;
export const isNumeric = ({ kind }: SheetField): boolean => kind.as === 'whole' || kind.as === 'decimal';

/** Where each column begins, in px, and the width of all. */
export const layoutOf = (fields: readonly SheetField[]): { lefts: number[]; width: number } => {
  const lefts: number[] = [];
  let width = 0;
  for (const field of fields) {
    lefts.push(width);
    width += widthOf(field);
  }
  return { lefts, width };
};
