/** Whole minor units of an amount typed in major units with at most two decimals; undefined for anything else. */
export const readAmount = (typed: string): number | undefined => {
  const match = /^(\d{1,9})(?:\.(\d{0,2}))?$/u.exec(typed.normalize('NFKC').replace(/[¥￥\s,]/gu, ''));
  return match ? Number(match[1]) * 100 + Number((match[2] ?? '').padEnd(2, '0')) : undefined;
};

/** The amount as it is typed: `12.5`, `3000`. */
export const plainAmount = (minor: number | undefined | null): string =>
  minor === undefined || minor === null ? '' : (minor / 100).toFixed(2).replace(/\.?0+$/u, '');
