import type { Alignment, Column, Content } from 'pdfmake/interfaces.js';

/** The wholesaler's name and, across from it, what the paper is and its number. */
export const paperHead = (shop: string, contact: string, title: string, number: string): Content => ({
  margin: [0, 0, 0, 14],
  columns: [
    { width: '*', stack: [{ text: shop, style: 'shop' }, ...(contact ? [{ text: contact, style: 'faint' }] : [])] },
    {
      width: 'auto',
      alignment: 'right',
      stack: [
        { text: title, style: 'title' },
        { text: number, style: 'faint' },
      ],
    },
  ],
});

export type PaperFact = readonly [label: string, value: string | null | undefined];

/** Two columns of facts; a fact without a value is not printed. */
export const paperFacts = (left: readonly PaperFact[], right: readonly PaperFact[]): Content => ({
  margin: [0, 0, 0, 14],
  columnGap: 24,
  columns: [factList(left), factList(right)],
});

const factList = (facts: readonly PaperFact[]): Column => ({
  width: '*',
  stack: facts
    .filter(([, value]) => value)
    .map(([label, value]) => ({
      columnGap: 8,
      columns: [
        { width: 76, text: label, style: 'faint' },
        { width: '*', text: value ?? '' },
      ],
    })),
});

/** What somebody wrote, in full width. */
export const paperNote = (label: string, text: string): Content => ({
  margin: [0, 14, 0, 0],
  stack: [{ text: label, style: 'faint' }, { text }],
});

export type PaperColumn = { title: string; width: number | '*' | 'auto'; align?: Alignment };

/** Rows under heads that are repeated on every page; no row is cut by the end of a page. */
export const paperTable = (columns: readonly PaperColumn[], rows: readonly (readonly Content[])[]): Content => ({
  table: {
    headerRows: 1,
    dontBreakRows: true,
    widths: columns.map(({ width }) => width),
    body: [
      columns.map(({ title, align = 'left' }) => ({ text: title, style: 'head', alignment: align })),
      ...rows.map((row) => row.map((cell, at) => ({ stack: [cell], alignment: columns[at]?.align ?? 'left' }))),
    ],
  },
  layout: 'rows',
});

/** Labels and amounts at the right edge, the last one large. */
export const paperTotals = (
  rows: readonly (readonly [label: string, amount: string, strong?: boolean])[],
): Content => ({
  margin: [0, 8, 0, 0],
  columns: [
    { width: '*', text: '' },
    {
      width: 220,
      unbreakable: true,
      stack: rows.map(([label, amount, strong = false]) => ({
        margin: [0, strong ? 3 : 0, 0, strong ? 3 : 0],
        columns: [
          { width: '*', text: label, ...(strong ? { bold: true } : { style: 'faint' }) },
          { width: 'auto', text: amount, alignment: 'right', ...(strong ? { style: 'total' } : {}) },
        ],
      })),
    },
  ],
});

/** Lines to sign on. */
export const paperSignatures = (labels: readonly string[]): Content => ({
  margin: [0, 36, 0, 0],
  unbreakable: true,
  columnGap: 20,
  columns: labels.map((label) => ({
    width: '*',
    stack: [
      { canvas: [{ type: 'line', x1: 0, y1: 0, x2: 110, y2: 0, lineWidth: 0.5, lineColor: '#5b6470' }] },
      { text: label, style: 'faint', margin: [0, 3, 0, 0] },
    ],
  })),
});
