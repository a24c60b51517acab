import { readPrice } from './price-text.ts';

export type PastedRow = { itemNumber: string; minQuantity: number; priceE4: number };
export type PastedBlock = { rows: PastedRow[]; unread: string[] };

/**
 * A block copied from a spreadsheet: item number and price, or item number, quantity from, and price; one row a line.
 * Lines that cannot be read are handed back, never dropped.
 */
export const readBlock = (text: string): PastedBlock => {
  const block: PastedBlock = { rows: [], unread: [] };
  for (const line of text.split(/\r?\n/u)) {
    const cells = line.split(/\t|;|；/u).map((cell) => cell.trim());
    if (cells.every((cell) => cell === '')) continue;
    const [itemNumber = '', second = '', third] = cells;
    const priceE4 = readPrice(third ?? second);
    const minQuantity = third === undefined ? 1 : Number(second.normalize('NFKC').replace(/[\s,]/gu, ''));
    if (itemNumber && priceE4 !== undefined && Number.isSafeInteger(minQuantity) && minQuantity > 0)
      block.rows.push({ itemNumber, minQuantity, priceE4 });
    else block.unread.push(line);
  }
  return block;
};

/** Whether a pasted text is a block, not one price. */
export const isBlock = (text: string): boolean => /[\t\n]/u.test(text.trim());
