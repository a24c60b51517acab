/** What a run is judged by beside another: how near a workload comes to what the machine could do at that very time. */
export type Ratios = Record<string, { ofFloor: number; cpuOfFloor?: number | undefined }>;
export type Slower = { name: string; by: number; before: number; now: number };

/** Slower by a fifth or more, relative to the floor: a slow machine has a slow floor too, and is no finding. */
export const SLOWER_BY = 0.2;

export const slowerThan = (before: Ratios, now: Ratios): Slower[] =>
  Object.entries(now)
    .flatMap(([name, { ofFloor }]) => {
      const old = before[name]?.ofFloor;
      if (old === undefined || !(old > 0) || !(ofFloor >= 0)) return [];
      // Time a request takes, in floors: 1 / ratio.
      const by = ofFloor === 0 ? Number.POSITIVE_INFINITY : old / ofFloor - 1;
      return by >= SLOWER_BY - 1e-9 ? [{ name, by, before: old, now: ofFloor }] : [];
    })
    .toSorted((a, b) => b.by - a.by);
