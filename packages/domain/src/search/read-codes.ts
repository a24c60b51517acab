/** Two columns of a pasted block: a code, then after a tab (or a comma, a semicolon, blanks) the item number. */
export const readCodes = (block: string): { code: string; itemNumber: string }[] =>
  block
    .split(/\r?\n/u)
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => {
      const [code = '', itemNumber = ''] = line.includes('\t') ? line.split('\t') : line.split(/[,;，；]|\s+(?=\S+$)/u);
      return { code: code.trim().slice(0, 60), itemNumber: itemNumber.trim().slice(0, 60) };
    });
