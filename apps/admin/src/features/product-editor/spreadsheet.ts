/** Cells of a block copied from a spreadsheet: rows by line, columns by tab; quoted cells may hold both. */
export const readBlock = (text: string): string[][] => {
  const rows: string[][] = [[]];
  let cell = '';
  let quoted = false;
  const endCell = () => {
    rows.at(-1)?.push(cell.trim());
    cell = '';
  };
  const plain = text.replace(/\r\n?/g, '\n').replace(/\n$/, '');
  for (let i = 0; i < plain.length; i++) {
    const char = plain[i];
    if (quoted && char === '"' && plain[i + 1] === '"') {
      cell += '"';
      i++;
    } else if (char === '"' && (quoted || cell === '')) quoted = !quoted;
    else if (char === '\t' && !quoted) endCell();
    else if (char === '\n' && !quoted) {
      endCell();
      rows.push([]);
    } else cell += char;
  }
  endCell();
  return rows;
};

/** Whether pasting it fills more than the one cell. */
export const isBlock = (text: string): boolean => /[\t\n]/.test(text.replace(/\r?\n$/, ''));
