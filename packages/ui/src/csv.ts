/** A figure stays a figure; text that a spreadsheet would run as a formula is made inert. */
export type Cell = string | number;

const RUNS = /^[=+\-@\t\r]/;

/** A leading apostrophe is what spreadsheets read as "this is text". */
const cellText = (cell: Cell): string => {
  if (typeof cell === 'number') return String(cell);
  const inert = RUNS.test(cell) ? `'${cell}` : cell;
  return `"${inert.replaceAll('"', '""')}"`;
};

/** Rows as RFC 4180 text, with the mark that makes spreadsheets read it as UTF-8. */
export const csv = (rows: readonly (readonly Cell[])[]): string =>
  `\uFEFF${rows.map((row) => row.map(cellText).join(',')).join('\r\n')}\r\n`;

/** Hands a text file to the person, without the server. */
export const saveFile = (name: string, text: string): void => {
  const url = URL.createObjectURL(new Blob([text], { type: 'text/csv;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
};
