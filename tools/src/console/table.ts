import type { DemoLogin } from '@tradeline/db/demo';

/** Columns aligned for a terminal, where a Chinese character is two cells wide. */
export const table = (rows: string[][]): string => {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => cells(row[column] ?? ''))));
  const line = (row: string[]) =>
    row
      .map((text, i) => text + ' '.repeat((widths[i] ?? 0) - cells(text)))
      .join('   ')
      .trimEnd();
  return rows.map((row) => `  ${line(row)}`).join('\n');
};

/** How many terminal cells a text takes. */
export const cells = (text: string): number => {
  let width = 0;
  for (const character of text)
    width += /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/u.test(
      character,
    )
      ? 2
      : 1;
  return width;
};

const doors = { buyer: ['Portal', '门户'], admin: ['Console', '后台'] } as const;

/** Who may sign in where. */
export const loginRows = (logins: readonly DemoLogin[]): string[][] =>
  logins.map(({ app, login, password, role }) => [...doors[app], login, password, role]);
