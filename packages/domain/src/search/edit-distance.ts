/**
 * How many characters must be put in, left out, replaced or swapped with their neighbour to make one text of the other;
 * `limit + 1` when it is more than `limit` (whole, at least 0).
 */
export const editDistance = (a: string, b: string, limit: number): number => {
  if (a === b) return 0;
  const [s, t] = [[...a], [...b]];
  if (Math.abs(s.length - t.length) > limit) return limit + 1;
  let before: number[] = [];
  let last = Array.from({ length: t.length + 1 }, (_, j) => j);
  for (let i = 1; i <= s.length; i++) {
    const row = [i];
    let least = i;
    for (let j = 1; j <= t.length; j++) {
      const same = s[i - 1] === t[j - 1];
      let cost = Math.min(last[j - 1]! + (same ? 0 : 1), last[j]! + 1, row[j - 1]! + 1);
      if (i > 1 && j > 1 && s[i - 1] === t[j - 2] && s[i - 2] === t[j - 1]) cost = Math.min(cost, before[j - 2]! + 1);
      row.push(cost);
      if (cost < least) least = cost;
    }
    if (least > limit) return limit + 1;
    before = last;
    last = row;
  }
  return Math.min(last[t.length]!, limit + 1);
};

/** How many slips a word of this length may have and still be meant: none when short, one, or two when long. */
export const slipsAllowed = (length: number): number => (length < 4 ? 0 : length < 8 ? 1 : 2);
