/** Days sales outstanding, simple: what is owed per day of sales. Undefined without sales. */
export const dso = (receivables: number, sales: number, days: number): number | undefined =>
  sales > 0 ? (receivables / sales) * days : undefined;

/**
 * Days sales outstanding by counting back: receivables are taken to be the latest sales, period by period, so a strong month does
 * not hide old debt. Periods latest first; what they cannot explain counts at the rate of the last one with sales.
 */
export const dsoCountBack = (
  receivables: number,
  periods: readonly { readonly sales: number; readonly days: number }[],
): number | undefined => {
  let [left, counted] = [receivables, 0];
  let perDay = 0;
  for (const { sales, days } of periods) {
    if (left <= 0) break;
    counted += left >= sales ? days : (left / sales) * days;
    left -= sales;
    if (sales > 0) perDay = sales / days;
  }
  if (left <= 0) return counted;
  return perDay > 0 ? counted + left / perDay : undefined;
};
