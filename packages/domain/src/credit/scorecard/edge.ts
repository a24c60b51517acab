const DIGITS = 17;

/** The number with the fewest digits above `low` and at most `high`: an edge a person can read, with the same rows on each side. */
export const shortestEdge = (low: number, high: number): number => {
  if (low < 0 && high >= 0) return 0;
  const magnitude = Math.floor(Math.log10(Math.abs(high)));
  for (let digits = 1; digits < DIGITS; digits += 1) {
    const power = magnitude - digits + 1;
    const steps = Math.floor(power < 0 ? high * 10 ** -power : high / 10 ** power);
    const edge = Number(`${steps}e${power}`);
    if (edge > low && edge <= high) return edge;
  }
  return high;
};
