import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Day } from '../kernel/index.ts';
import {
  endedToSetAside,
  firstExpiredFirst,
  freeOfLot,
  isExpired,
  type LotBalance,
  lotDeltasOf,
  proposeLots,
  refusePick,
  splitByLots,
} from './lots.ts';

const today = '2026-06-15' as Day;
const lot = (lotId: string, from: Partial<LotBalance> = {}): LotBalance => ({
  ...{ lotId, code: lotId, expiresOn: null, onHand: 0, picked: 0, quarantine: 0, inTransitIn: 0, inTransitOut: 0 },
  ...from,
});
const day = (n: number) => `2026-06-${String(n).padStart(2, '0')}` as Day;
const shelf = fc
  .array(
    fc.record({
      expires: fc.option(fc.integer({ min: 1, max: 30 }), { nil: null }),
      onHand: fc.nat(9),
      picked: fc.nat(9),
      quarantine: fc.nat(5),
      inTransitIn: fc.nat(5),
    }),
    { maxLength: 6 },
  )
  .map((rows) =>
    rows.map(({ expires, picked, ...row }, at) =>
      lot(`L${at}`, {
        ...row,
        expiresOn: expires === null ? null : day(expires),
        picked: Math.min(picked, row.onHand),
      }),
    ),
  );
const sum = (parts: readonly { quantity: number }[]) => parts.reduce((units, { quantity }) => units + quantity, 0);

test('what is proposed may be sent, lies free, and no lot is opened while one that ends earlier has any left', () => {
  fc.assert(
    fc.property(shelf, fc.integer({ min: 1, max: 40 }), (lots, asked) => {
      const { parts, left } = proposeLots(lots, asked, today);
      expect(sum(parts) + left).toBe(asked);
      const sendable = firstExpiredFirst(lots.filter((one) => !isExpired(one, today)));
      const free = sendable.reduce((units, one) => units + freeOfLot(one), 0);
      expect(left).toBe(Math.max(0, asked - free));
      const used = parts.map(({ lotId }) => sendable.findIndex((one) => one.lotId === lotId));
      expect(used).toEqual(used.toSorted((a, b) => a - b));
      for (const one of sendable.slice(0, used.at(-1) ?? 0))
        expect(parts.find(({ lotId }) => lotId === one.lotId)?.quantity ?? 0).toBe(freeOfLot(one));
      if (left === 0) expect(refusePick(lots, parts, asked, today)).toBeUndefined();
    }),
  );
});

test('what is set aside has ended and lies in no box; no more than nobody was promised, and all of that if so much has ended', () => {
  fc.assert(
    fc.property(shelf, fc.nat(40), (lots, unpromised) => {
      const parts = endedToSetAside(lots, unpromised, today);
      const ended = lots.filter((one) => isExpired(one, today));
      expect(sum(parts)).toBe(
        Math.min(
          unpromised,
          ended.reduce((units, one) => units + freeOfLot(one), 0),
        ),
      );
      for (const { lotId, quantity } of parts)
        expect(quantity).toBeLessThanOrEqual(freeOfLot(ended.find((one) => one.lotId === lotId)!));
    }),
  );
});

test('an entry that a balance can take is split over its lots to the unit, and none falls below nothing', () => {
  const kinds = [
    'ship',
    'transfer-out',
    'quarantine',
    'restock',
    'scrap',
    'transfer-in',
    'adjust',
    'count',
    'receive',
  ] as const;
  fc.assert(
    fc.property(
      shelf,
      fc.constantFrom(...kinds),
      fc.integer({ min: 1, max: 30 }),
      fc.boolean(),
      (lots, kind, units, less) => {
        const quantity = (kind === 'adjust' || kind === 'count') && less ? -units : units;
        const split = splitByLots({ kind, quantity }, lots, { plain: 'plain', today });
        const all = (of: (one: LotBalance) => number) => lots.reduce((n, one) => n + of(one), 0);
        const most = {
          ...{ ship: all(freeOfLot), 'transfer-out': all(freeOfLot), quarantine: all(freeOfLot) },
          ...{ restock: all((one) => one.quarantine), scrap: all((one) => one.quarantine) },
          ...{ 'transfer-in': all((one) => one.inTransitIn), receive: Number.POSITIVE_INFINITY },
          ...{ adjust: quantity < 0 ? all(freeOfLot) : Number.POSITIVE_INFINITY },
          ...{ count: quantity < 0 ? all(freeOfLot) : Number.POSITIVE_INFINITY },
        }[kind];
        expect(split.ok).toBe(units <= most);
        if (!split.ok) return;
        expect(sum(split.value)).toBe(quantity);
        for (const { lotId, quantity: part } of split.value) {
          const { here } = lotDeltasOf({ kind }, part);
          const before = lots.find((one) => one.lotId === lotId) ?? lot('plain');
          expect(before.onHand + here.onHand).toBeGreaterThanOrEqual(before.picked);
          expect(before.quarantine + here.quarantine).toBeGreaterThanOrEqual(0);
          expect(before.inTransitIn + here.inTransitIn).toBeGreaterThanOrEqual(0);
        }
      },
    ),
  );
});

test('an expired lot is refused with the one to take instead; the last day is still a day', () => {
  const lots = [
    lot('old', { onHand: 5, expiresOn: day(14) }),
    lot('last', { onHand: 3, picked: 3, expiresOn: day(15) }),
    lot('next', { onHand: 4, expiresOn: day(20) }),
  ];
  expect(refusePick(lots, [{ lotId: 'old', quantity: 2 }], 2, today)).toEqual({
    ...{ kind: 'lot-expired', code: 'old', expiresOn: day(14) },
    nearest: { lotId: 'next', code: 'next', units: 4 },
  });
  expect(refusePick(lots, [{ lotId: 'last', quantity: 1 }], 1, today)).toMatchObject({ kind: 'lot-short', there: 0 });
  expect(isExpired(lots[1]!, today)).toBe(false);
  expect(refusePick(lots, [{ lotId: 'next', quantity: 1 }], 2, today)).toMatchObject({ kind: 'lot-parts-wrong' });
  expect(refusePick(lots, [{ lotId: 'gone', quantity: 2 }], 2, today)).toEqual({ kind: 'lot-unknown' });
});

test('a parcel takes the lots of its boxes and the rest from what expires first; a correction may move units between lots', () => {
  const lots = [
    lot('a', { onHand: 5, picked: 2, expiresOn: day(16) }),
    lot('b', { onHand: 5, picked: 1, expiresOn: day(25) }),
  ];
  const how = { plain: 'plain', today };
  expect(splitByLots({ kind: 'ship', quantity: 3 }, lots, { ...how, named: [{ lotId: 'b', quantity: 1 }] })).toEqual({
    ok: true,
    value: [
      { lotId: 'b', quantity: 1 },
      { lotId: 'a', quantity: 2 },
    ],
  });
  const shift = [
    { lotId: 'a', quantity: -2 },
    { lotId: 'b', quantity: 2 },
  ];
  expect(splitByLots({ kind: 'count', quantity: 0 }, lots, { ...how, named: shift })).toEqual({
    ok: true,
    value: shift,
  });
  const tooMany = [
    { lotId: 'a', quantity: -4 },
    { lotId: 'b', quantity: 4 },
  ];
  expect(splitByLots({ kind: 'count', quantity: 0 }, lots, { ...how, named: tooMany })).toMatchObject({
    ok: false,
    error: { kind: 'lot-short', code: 'a', asked: 4, there: 3 },
  });
});
