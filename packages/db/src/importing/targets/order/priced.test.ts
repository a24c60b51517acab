import type { Instant } from '@tradeline/domain/kernel';
import { type Currency, minor, unitPriceE4 } from '@tradeline/domain/money';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { OrderValue } from '../../record.ts';
import { pricedOrder } from './priced.ts';

const order = (
  lines: { quantity: number; price: number; percent: string; taxRate?: string }[],
  shipping = 0,
): OrderValue => ({
  number: 'X1',
  company: 'c',
  currency: 'USD' as Currency,
  placedAt: '2026-01-05T00:00:00.000Z' as Instant,
  warehouse: 'w',
  address: { contactName: '', phone: '', country: 'US', province: '', city: '', district: '', street: '' },
  contactName: '',
  phone: '',
  shipping: minor(shipping),
  lines: lines.map(({ quantity, price, percent, taxRate = '0' }, at) => ({
    key: String(at),
    sku: 's',
    itemNumber: 's',
    name: { zh: 's' },
    unit: { zh: '件' },
    quantity,
    unitPriceE4: unitPriceE4(price),
    discountPercent: percent,
    taxRate,
  })),
});
const named = (value: OrderValue) => value.lines.map((line) => ({ id: line.key, skuId: line.sku }));
const price = (value: OrderValue) => pricedOrder(value, named(value), 'elsewhere');

test('a line is price × quantity × (1 − discount), rounded once, half a cent upwards', () => {
  const [line] = price(order([{ quantity: 3, price: 35_000, percent: '15' }])).lines;
  expect(line).toMatchObject({
    gross: 1050,
    discount: 157,
    net: 893,
    price: { source: 'agreed', reason: 'price charged in elsewhere' },
  });
});

test('tax inside the price is split off and never moves the total', () => {
  const { totals } = price(order([{ quantity: 1, price: 1_130_000, percent: '0', taxRate: '13' }], 500));
  expect(totals).toMatchObject({ goods: 11_300, tax: 1_300, net: 10_500, payable: 11_800 });
});

test('lines sum to the order, and the reasons of every line sum to its discount', () =>
  fc.assert(
    fc.property(
      fc.array(
        fc.record({
          quantity: fc.integer({ min: 1, max: 5_000 }),
          price: fc.integer({ min: 0, max: 30_000_000 }),
          percent: fc.constantFrom('0', '1', '5', '12.5', '100'),
        }),
        { minLength: 1, maxLength: 8 },
      ),
      fc.integer({ min: 0, max: 100_000 }),
      (lines, shipping) => {
        const priced = price(order(lines, shipping));
        for (const line of priced.lines) {
          expect(line.gross - line.discount).toBe(line.net);
          const reasons = priced.trace.filter(({ target }) => target.kind === 'line' && target.lineId === line.id);
          expect(reasons.reduce((sum, { rounded }) => sum + rounded, 0)).toBe(line.discount);
        }
        expect(priced.lines.reduce((sum, line) => sum + line.net, 0) + shipping).toBe(priced.totals.payable);
        expect(priced.totals.gross - priced.totals.discount).toBe(priced.totals.goods);
      },
    ),
  ));
