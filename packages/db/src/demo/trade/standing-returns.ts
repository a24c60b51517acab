import { can, type OrderCommand } from '@tradeline/domain/order';
import { HOUR } from '../clock.ts';
import type { Actors } from './actors.ts';
import type { Actor, Journey } from './journey.ts';
import type { Journeys } from './journeys.ts';
import { returnWords } from './return-rows.ts';

const stations = ['request-return', 'approve-return', 'send-back', 'receive-return', 'inspect-return'] as const;
/** How far each goes, and what ends it: the first ones belong to the customer whose logins are shown. */
const wanted: readonly (readonly [last: (typeof stations)[number], end?: 'reject-return' | 'cancel-return'])[] = [
  ['approve-return'],
  ['inspect-return'],
  ['request-return'],
  ['request-return'],
  ['request-return'],
  ['approve-return'],
  ['send-back'],
  ['send-back'],
  ['receive-return'],
  ['receive-return'],
  ['inspect-return'],
  ['request-return', 'reject-return'],
  ['approve-return', 'cancel-return'],
];
const OF_SHOWN = 3;

/** Returns that wait at every station this morning, of orders that arrived in the last days. */
export const standingReturns = (
  { journeys, run, newId }: Journeys,
  actors: Actors,
  { now, shown }: { now: number; shown: (journey: Journey) => boolean },
): void => {
  const open = journeys.filter(
    ({ facts }) =>
      facts.approval === 'picking' && facts.returns.length === 0 && can(facts, 'request-return', 'customer').ok,
  );
  const recent = open.filter(
    (journey) => arrivedAt(journey) > now - 6 * 24 * HOUR && arrivedAt(journey) < now - 2 * HOUR,
  );
  const [theirs, others] = [recent.filter(shown), recent.filter((journey) => !shown(journey))];
  const chosen = [...theirs.slice(0, OF_SHOWN), ...others];
  for (const [at, [last, end]] of wanted.entries()) {
    const journey = chosen[at];
    if (!journey) return;
    const line = journey.facts.lines.toSorted((a, b) => b.delivered - a.delivered)[0]!;
    const quantity = Math.max(1, Math.round(line.delivered * (at % 2 === 0 ? 0.25 : 0.5)));
    const damaged = at % 3 === 1 ? Math.min(1, quantity) : 0;
    const began = Math.max(arrivedAt(journey) + HOUR, now - (30 - at) * HOUR);
    const returnId = newId(began);
    const reviewer = actors.reviewers[at % actors.reviewers.length]!;
    const keeper = actors.keepers[journey.holds.find(({ lineId }) => lineId === line.lineId)!.site]!;
    const lines = [{ lineId: line.lineId, quantity }];
    const comment = returnWords[at % returnWords.length]![0];
    const steps: Record<(typeof stations)[number], readonly [OrderCommand, Actor]> = {
      'request-return': [
        { action: 'request-return', returnId, lines, comment, checks: { 'return-window': true } },
        journey.buyer,
      ],
      'approve-return': [{ action: 'approve-return', returnId, comment: '请寄回发货仓，随货附上退货单号。' }, reviewer],
      'send-back': [{ action: 'send-back', returnId }, journey.buyer],
      'receive-return': [{ action: 'receive-return', returnId }, keeper],
      'inspect-return': [
        {
          action: 'inspect-return',
          returnId,
          inspected: [{ lineId: line.lineId, good: quantity - damaged, damaged }],
        },
        keeper,
      ],
    };
    const gap = (now - began) / (stations.length + 2);
    const through = stations.slice(0, stations.indexOf(last) + 1);
    for (const [i, station] of through.entries()) run(journey, ...steps[station], began + i * gap);
    if (end === 'reject-return')
      run(
        journey,
        { action: end, returnId, comment: '已拆封使用，不符合退货条件。' },
        reviewer,
        began + through.length * gap,
      );
    if (end === 'cancel-return') run(journey, { action: end, returnId }, journey.buyer, began + through.length * gap);
  }
};

const arrivedAt = ({ shipments }: Journey): number =>
  Math.max(...[...shipments.values()].map(({ deliveredAt }) => (deliveredAt ? Date.parse(deliveredAt) : 0)));
