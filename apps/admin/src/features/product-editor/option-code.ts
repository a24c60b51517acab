/** A code for a new axis or value: its English name in lower case, or a letter and a number where there is none. */
export const codeFor = (name: { zh: string; en: string }, taken: readonly string[], letter: string): string => {
  const latin = (name.en || name.zh)
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 32);
  const free = (code: string): boolean => code !== '' && !taken.includes(code);
  if (free(latin)) return latin;
  const stem = latin ? `${latin}-` : letter;
  let n = latin ? 2 : taken.length + 1;
  while (!free(`${stem}${n}`)) n++;
  return `${stem}${n}`;
};
