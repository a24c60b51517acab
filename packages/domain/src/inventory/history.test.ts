import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  type Balances,
  book,
  drift,
  replay,
  type StockEntry,
  type StockKind,
  type StockRules,
  stockKinds,
  strictStock,
} from './index.ts';

const houses = ['north', 'south'] as const;
const attempt = fc.record({
  kind: fc.constantFrom(...stockKinds),
  skuId: fc.constantFrom('tea', 'rice'),
  warehouseId: fc.constantFrom(...houses),
  quantity: fc.integer({ min: 1, max: 6 }),
  sign: fc.constantFrom(1, -1),
  condition: fc.constantFrom('good' as const, 'damaged' as const),
});
const rules = fc.constantFrom<StockRules>(strictStock, { backorder: 3, negative: false });

const entryOf = (
  from: {
    kind: StockKind;
    skuId: string;
    warehouseId: (typeof houses)[number];
    quantity: number;
    sign: number;
    condition: 'good' | 'damaged';
  },
  index: number,
): StockEntry => ({
  ...from,
  id: `e${index}`,
  quantity: from.kind === 'adjust' || from.kind === 'count' ? from.sign * from.quantity : from.quantity,
  counterpart: houses.find((house) => house !== from.warehouseId),
  reason: 'found',
  cause: { type: 'test', id: `c${index}` },
});

/** The entries of a random wish list that the ledger takes, and where they lead. */
const history = (wishes: readonly Parameters<typeof entryOf>[0][], by: StockRules) => {
  let balances: Balances = {};
  const entries: StockEntry[] = [];
  for (const [index, wish] of wishes.entries()) {
    const entry = entryOf(wish, index);
    const booked = book(balances, entry, by);
    if (!booked.ok) continue;
    balances = booked.value;
    entries.push(entry);
  }
  return { entries, balances };
};
const histories = fc.tuple(fc.array(attempt, { maxLength: 80 }), rules);
const all = (balances: Balances) => Object.values(balances).flatMap((byHouse) => Object.values(byHouse));

test('no count is ever negative, and promises never exceed what is on hand and may be owed', () => {
  fc.assert(
    fc.property(histories, ([wishes, by]) => {
      for (const balance of all(history(wishes, by).balances)) {
        for (const units of Object.values(balance)) expect(units).toBeGreaterThanOrEqual(0);
        expect(balance.reserved + balance.allocated).toBeLessThanOrEqual(balance.onHand + by.backorder);
        expect(balance.allocated).toBeLessThanOrEqual(balance.onHand);
      }
    }),
  );
});

test('goods are conserved: what came in is on a shelf, in quarantine, on the road or gone by a named entry', () => {
  fc.assert(
    fc.property(histories, ([wishes, by]) => {
      const { entries, balances } = history(wishes, by);
      const sum = (...kinds: StockKind[]) =>
        entries.filter((e) => kinds.includes(e.kind)).reduce((units, e) => units + e.quantity, 0);
      const there = all(balances).reduce((units, b) => units + b.onHand + b.quarantine + b.inTransitIn, 0);
      expect(there).toBe(sum('receive', 'return', 'adjust', 'count') - sum('ship', 'scrap', 'transfer-loss'));
      const road = all(balances).map((b) => [b.inTransitIn, b.inTransitOut] as const);
      expect(road.reduce((units, [into]) => units + into, 0)).toBe(road.reduce((units, [, out]) => units + out, 0));
    }),
  );
});

test('what was reserved is released, shipped or still promised', () => {
  fc.assert(
    fc.property(histories, ([wishes, by]) => {
      const { entries, balances } = history(wishes, by);
      const sum = (kind: StockKind) =>
        entries.filter((e) => e.kind === kind).reduce((units, e) => units + e.quantity, 0);
      const promised = all(balances).reduce((units, b) => units + b.reserved + b.allocated, 0);
      expect(sum('reserve') - sum('release') - sum('ship')).toBe(promised);
    }),
  );
});

test('a replay ends where the booking ended, and finds nothing to blame', () => {
  fc.assert(
    fc.property(histories, ([wishes, by]) => {
      const { entries, balances } = history(wishes, by);
      const replayed = replay(entries, by);
      expect(replayed.ok && drift(balances, replayed.value)).toEqual([]);
    }),
  );
});

test('a replay blames the very entry that was slipped in: booked twice, or for a cause already booked', () => {
  fc.assert(
    fc.property(histories, fc.nat(), ([wishes, by], at) => {
      const { entries } = history(wishes, by);
      fc.pre(entries.length > 0);
      const index = at % entries.length;
      const copy = entries[index]!;
      expect(replay([...entries, copy], by)).toMatchObject({
        ok: false,
        error: { index: entries.length, refusal: { kind: 'id-twice' } },
      });
      expect(replay([...entries, { ...copy, id: 'again' }], by)).toMatchObject({
        ok: false,
        error: { index: entries.length, refusal: { kind: 'cause-twice', first: copy.id } },
      });
    }),
  );
});

test('without the receipts, the first entry that took goods is blamed, never an earlier one', () => {
  fc.assert(
    fc.property(fc.array(attempt, { maxLength: 60 }), (wishes) => {
      const entries = history(wishes, strictStock).entries.filter(
        (e) =>
          e.kind !== 'receive' &&
          e.kind !== 'return' &&
          !(e.quantity > 0 && (e.kind === 'adjust' || e.kind === 'count')),
      );
      const replayed = replay(entries, strictStock);
      expect(replayed.ok).toBe(entries.length === 0);
      if (!replayed.ok) expect(replayed.error.index).toBe(0);
    }),
  );
});

test('balances kept beside the ledger are compared field by field', () => {
  const folded = {
    tea: { north: { onHand: 5, reserved: 1, allocated: 0, quarantine: 0, inTransitIn: 0, inTransitOut: 0 } },
  };
  const kept = { tea: { north: { ...folded.tea.north, reserved: 3 } } };
  expect(drift(kept, folded)).toEqual([{ skuId: 'tea', warehouseId: 'north', field: 'reserved', kept: 3, folded: 1 }]);
});

test('goods that left one house and never reached the other are written off at the receiver, with a reason', () => {
  const entry = (id: string, kind: StockKind, quantity: number, more: Partial<StockEntry> = {}): StockEntry => ({
    id,
    skuId: 'tea',
    warehouseId: 'north',
    kind,
    quantity,
    cause: { type: 't', id },
    ...more,
  });
  const sent = [entry('1', 'receive', 5), entry('2', 'transfer-out', 3, { counterpart: 'south' })];
  const there = { warehouseId: 'south', counterpart: 'north' };
  const arrived = [...sent, entry('3', 'transfer-in', 2, there)];
  const lost = replay([...arrived, entry('4', 'transfer-loss', 1, { ...there, reason: 'pallet broke' })]);
  expect(lost.ok && lost.value.tea).toMatchObject({
    north: { onHand: 2, inTransitOut: 0 },
    south: { onHand: 2, inTransitIn: 0 },
  });
  expect(replay([...arrived, entry('4', 'transfer-loss', 1, there)])).toMatchObject({
    ok: false,
    error: { refusal: { kind: 'reason-missing' } },
  });
  expect(replay([...arrived, entry('4', 'transfer-loss', 2, { ...there, reason: 'x' })])).toMatchObject({
    ok: false,
    error: { refusal: { kind: 'not-in-transit', asked: 2, inTransit: 1 } },
  });
});

test('a correction must be explained, and never leaves promised goods missing', () => {
  const entry = (id: string, kind: StockKind, quantity: number, reason?: string): StockEntry => ({
    id,
    skuId: 'tea',
    warehouseId: 'north',
    kind,
    quantity,
    reason,
    cause: { type: 't', id },
  });
  const start = [entry('1', 'receive', 5), entry('2', 'reserve', 4)];
  expect(replay([...start, entry('3', 'adjust', -1)])).toMatchObject({
    ok: false,
    error: { refusal: { kind: 'reason-missing' } },
  });
  expect(replay([...start, entry('3', 'count', -2)])).toMatchObject({
    ok: false,
    error: { refusal: { kind: 'promises-uncovered', promised: 4, onHand: 3 } },
  });
  expect(replay([...start, entry('3', 'release', 1), entry('4', 'count', -2)]).ok).toBe(true);
});

test('entries that cannot be meant are refused: no units, halves, a transfer to nowhere or to itself', () => {
  const refusal = (kind: StockKind, quantity: number, more: Partial<StockEntry> = {}) => {
    const booked = replay([
      {
        id: '1',
        skuId: 'tea',
        warehouseId: 'north',
        kind,
        quantity,
        reason: 'x',
        cause: { type: 't', id: '1' },
        ...more,
      },
    ]);
    return booked.ok ? 'booked' : booked.error.refusal.kind;
  };
  expect([
    refusal('receive', 0),
    refusal('receive', -1),
    refusal('receive', 1.5),
    refusal('adjust', 0.5),
    refusal('receive', 1),
  ]).toEqual(['quantity-invalid', 'quantity-invalid', 'quantity-invalid', 'quantity-invalid', 'booked']);
  expect([refusal('transfer-out', 1), refusal('transfer-in', 1, { counterpart: 'north' })]).toEqual([
    'counterpart-missing',
    'counterpart-missing',
  ]);
});

test('a shelf may be counted down to nothing, and up however much is promised', () => {
  const entry = (id: string, kind: StockKind, quantity: number): StockEntry => ({
    id,
    skuId: 'tea',
    warehouseId: 'north',
    kind,
    quantity,
    cause: { type: 't', id },
  });
  expect(replay([entry('1', 'receive', 5), entry('2', 'count', -5)]).ok).toBe(true);
  expect(replay([entry('1', 'receive', 5), entry('2', 'count', -6)])).toMatchObject({
    ok: false,
    error: { refusal: { kind: 'stock-short', asked: 6, available: 5 } },
  });
  const owed: StockRules = { backorder: 4, negative: false };
  expect(replay([entry('1', 'reserve', 4), entry('2', 'count', 1)], owed).ok).toBe(true);
  expect(replay([entry('1', 'reserve', 5)], owed)).toMatchObject({
    ok: false,
    error: { refusal: { kind: 'stock-short', asked: 5, available: 4 } },
  });
  expect(replay([entry('1', 'count', -3)], { backorder: 0, negative: true })).toMatchObject({ ok: true });
});
