import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { day, plusDays } from '../../calendar/index.ts';
import { foldPoints, type PointsEvent } from './index.ts';

describe('for any ledger', () => {
  const start = day('2026-01-01');
  type Draft = { kind: number; after: number; points: number; life: number; wait: number; which: number };
  const drafts = fc.array(
    fc.record({
      kind: fc.integer({ min: 0, max: 5 }),
      after: fc.integer({ min: 0, max: 200 }),
      points: fc.integer({ min: 1, max: 100 }),
      life: fc.integer({ min: 5, max: 150 }),
      wait: fc.integer({ min: 0, max: 15 }),
      which: fc.nat(8),
    }),
    { maxLength: 25 },
  );
  const toEvent = ({ kind, after, points, life, wait, which }: Draft, at: number): PointsEvent => {
    const on = plusDays(start, after);
    if (kind <= 2)
      return {
        type: 'earn',
        on,
        lot: `l${at}`,
        points,
        availableOn: plusDays(on, wait),
        expires: plusDays(on, life),
        order: `o${which}`,
      };
    if (kind === 3) return { type: 'redeem', on, id: `r${at}`, points };
    if (kind === 4) return { type: 'restore', on, redemption: `r${which}`, points };
    return { type: 'clawback', on, order: `o${which}`, points, settledInMoney: life % 2 ? life : undefined };
  };
  /** Drops each entry that the ledger refuses, as a writer that checks first would. */
  const accepted = (events: readonly PointsEvent[]): PointsEvent[] => {
    let kept = [...events].sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
    for (;;) {
      const result = foldPoints(kept, plusDays(start, 400));
      if (result.ok) return kept;
      kept = kept.filter((_, at) => at !== (result.error as { event: number }).event);
    }
  };
  const ledgers = drafts.map((all) => accepted(all.map(toEvent)));
  const total = (events: readonly PointsEvent[], type: PointsEvent['type'], at: string): number =>
    events.filter((event) => event.type === type && event.on <= at).reduce((sum, event) => sum + event.points, 0);

  test('no point appears or vanishes: earned and restored = left + redeemed + taken back + expired', () => {
    fc.assert(
      fc.property(ledgers, fc.integer({ min: 0, max: 400 }), (events, after) => {
        const at = plusDays(start, after);
        const state = foldPoints(events, at);
        expect(state.ok).toBe(true);
        if (!state.ok) return;
        const { balance, pending, expired, settledInMoney } = state.value;
        const came = total(events, 'earn', at) + total(events, 'restore', at);
        const went = total(events, 'redeem', at) + total(events, 'clawback', at) + expired;
        expect(balance + pending).toBe(came - went + settledInMoney);
      }),
      { numRuns: 300 },
    );
  });

  test('no lot holds less than nothing, debt and usable points never stand side by side', () => {
    fc.assert(
      fc.property(ledgers, fc.integer({ min: 0, max: 400 }), (events, after) => {
        const at = plusDays(start, after);
        const state = foldPoints(events, at);
        if (!state.ok) return;
        const usable = state.value.lots.filter((lot) => lot.availableOn <= at);
        for (const lot of state.value.lots) expect(lot.left).toBeGreaterThanOrEqual(0);
        for (const lot of usable) if (lot.expires !== undefined && lot.expires <= at) expect(lot.left).toBe(0);
        if (state.value.debt > 0) expect(usable.every((lot) => lot.left === 0)).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  test('the state of a day does not depend on days looked at before', () => {
    fc.assert(
      fc.property(ledgers, fc.integer({ min: 0, max: 400 }), (events, after) => {
        const at = plusDays(start, after);
        const seen = events.filter((event) => event.on <= at);
        expect(foldPoints(events, at)).toEqual(foldPoints(seen, at));
      }),
    );
  });
});
