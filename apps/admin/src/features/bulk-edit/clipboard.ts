/** Rows and cells of what a spreadsheet program copied: tabs between cells, quotes around cells with line breaks. */
export const readBlock = (text: string): string[][] => {
  const rows: string[][] = [[]];
  let cell = '';
  let quoted = false;
  const body = text.replaceAll('\r\n', '\n').replace(/\n$/u, '');
  for (let at = 0; at < body.length; at++) {
    const char = body[at];
    if (quoted) {
      if (char === '"' && body[at + 1] === '"') {
        cell += '"';
        at++;
      } else if (char === '"') quoted = false;
      else cell += char;
    } else if (char === '"' && cell === '' && closes(body, at)) quoted = true;
    else if (char === '\t' || char === '\n') {
      rows.at(-1)?.push(cell);
      cell = '';
      if (char === '\n') rows.push([]);
    } else cell += char;
  }
  rows.at(-1)?.push(cell);
  return rows;
};

/** A quote opens a cell only where it is closed before the next cell: 12" stays 12". */
const closes = (body: string, at: number): boolean => /^"(?:[^"]|"")*"(?:\t|\n|$)/u.test(body.slice(at));

export const writeBlock = (rows: readonly (readonly string[])[]): string =>
  rows
    .map((row) => row.map((cell) => (/["\t\n\r]/u.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join('\t'))
    .join('\n');
