import type { Instant } from '@tradeline/domain/kernel';
import { minor } from '@tradeline/domain/money';
import { can, paymentStatus } from '@tradeline/domain/order';
import { expect, test } from 'vitest';
import { orderHistory } from './history.ts';

const placedAt = '2026-01-05T00:00:00.000Z' as Instant;
const at = '2026-01-06T00:00:00.000Z' as Instant;
const input = {
  lines: [
    { lineId: 'a', quantity: 3 },
    { lineId: 'b', quantity: 2 },
  ],
  total: minor(1000),
  placedAt,
  reserved: [],
  takenBy: 'nancy',
  importer: 'import:x',
};
const sent = { at, shipmentId: 's', paymentId: 'p' };

test('a sent order went the whole way, is paid and closed, and nothing is left to do', () => {
  const { facts, moments } = orderHistory({ ...input, shipped: sent });
  expect(moments.map(({ event }) => event.action)).toEqual([
    'submit',
    'auto-confirm',
    'start-picking',
    'pick',
    'ship',
    'deliver',
    'start-payment',
    'capture-payment',
    'close',
  ]);
  expect(facts).toMatchObject({ approval: 'closed', version: 9 });
  expect(moments.at(-1)).toMatchObject({ displayStatus: 'delivered', approvalBefore: 'picking' });
  expect(paymentStatus(facts, at)).toBe('paid');
});

test('an order that costs nothing is not paid, and is closed all the same', () => {
  const { facts } = orderHistory({ ...input, total: minor(0), shipped: sent });
  expect(facts).toMatchObject({ approval: 'closed', payments: [] });
});

test('an open order is confirmed and holds what stock there is; the rest waits for goods', () => {
  const { facts, moments } = orderHistory({ ...input, reserved: [{ lineId: 'a', quantity: 2 }] });
  expect(moments.map(({ displayStatus }) => displayStatus)).toEqual(['submitted', 'confirmed']);
  expect(facts.lines.map(({ reserved }) => reserved)).toEqual([2, 0]);
  expect(can(facts, 'start-picking', 'warehouse')).toEqual({ ok: true, value: 'start-picking' });
  expect(can(facts, 'reserve', 'warehouse')).toEqual({ ok: true, value: 'reserve' });
});
