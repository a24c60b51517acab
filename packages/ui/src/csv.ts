import { inertText } from '@tradeline/domain/kernel';

/** A figure stays a figure; text that a spreadsheet would run as a formula is made inert. */
export type Cell = string | number;

const cellText = (cell: Cell): string =>
  typeof cell === 'number' ? String(cell) : `"${inertText(cell).replaceAll('"', '""')}"`;

/** Rows as RFC 4180 text, with the mark that makes spreadsheets read it as UTF-8. */
export const csv = (rows: readonly (readonly Cell[])[]): string =>
  `\uFEFF${rows.map((row) => row.map(cellText).join(',')).join('\r\n')}\r\n`;

/** Hands a text file to the person, without the server. */
export const saveFile = (name: string, text: string): void =>
  saveBlob(name, new Blob([text], { type: 'text/csv;charset=utf-8' }));

export const saveBlob = (name: string, blob: Blob): void => {
  const url = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
};
