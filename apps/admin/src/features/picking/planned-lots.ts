import { planPicks } from '@tradeline/domain/inventory';
import type { Stop } from './list-page.tsx';

type Planned = Stop['take'][number];

/** The lots to take for so many units of a stop, as its list plans them beside all others that are open. */
export const plannedLots = (stop: Pick<Stop, 'take'>, units: number): readonly Planned[] =>
  planPicks(
    stop.take.map((lot) => ({ ...lot, free: lot.units })),
    [units],
  )[0] ?? [];
