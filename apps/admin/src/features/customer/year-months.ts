/** A calendar month, `2026-03`. */
type Month = string;

const before = (month: Month): Month => {
  const [year, number] = month.split('-').map(Number) as [number, number];
  return number === 1 ? `${year - 1}-12` : `${year}-${String(number - 1).padStart(2, '0')}`;
};

/** The twelve months that end with `last`, oldest first; a month without orders is there with nothing. */
export const yearOf = <Row extends { month: Month; orders: number; amount: number }>(
  rows: readonly Row[],
  last: Month,
): { month: Month; orders: number; amount: number }[] => {
  const months: Month[] = [last];
  while (months.length < 12) months.unshift(before(months[0]!));
  return months.map((month) => {
    const own = rows.filter((row) => row.month === month);
    return {
      month,
      orders: own.reduce((sum, row) => sum + row.orders, 0),
      amount: own.reduce((sum, row) => sum + row.amount, 0),
    };
  });
};
