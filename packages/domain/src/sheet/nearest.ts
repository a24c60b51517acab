const distance = (a: string, b: string): number => {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++)
      next[j] = Math.min(next[j - 1]! + 1, row[j]! + 1, row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1));
    row = next;
  }
  return row[b.length]!;
};

/** The candidate that a mistyped text most likely meant: few letters off, case apart; a tie goes to the first in order. */
export const nearest = (text: string, candidates: Iterable<string>): string | undefined => {
  const wanted = text.trim().toLowerCase();
  const allowed = Math.max(1, Math.floor(wanted.length / 3));
  let best: { candidate: string; off: number } | undefined;
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - wanted.length) > allowed) continue;
    const off = distance(wanted, candidate.toLowerCase());
    if (off <= allowed && (best === undefined || off < best.off)) best = { candidate, off };
  }
  return best?.candidate;
};
