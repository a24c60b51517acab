import { expect, test } from 'vitest';
import { parseAmount } from './amount.ts';
import { lastDay, readCustomers } from './credit-csv.ts';

const order = {
  customer: 'a',
  order: 'o1',
  placed_on: '2026-01-05',
  amount: '12.5',
  status: 'delivered',
  returned: '',
  prepaid: '',
};
const payment = {
  customer: 'a',
  invoice: 'i1',
  issued: '2026-01-06',
  due: '2026-02-05',
  amount: '12.50',
  paid_on: '',
  paid_amount: '',
};

test('amounts are read without a binary float', () => {
  expect(['0.29', '1.005', '-3', '12', 'x', ''].map(parseAmount)).toEqual([
    29,
    undefined,
    -300,
    1200,
    undefined,
    undefined,
  ]);
});

test('several payments of one invoice are one invoice', () => {
  const { customers, problems } = readCustomers(
    [order],
    [
      { ...payment, paid_on: '2026-02-01', paid_amount: '2.50' },
      { ...payment, paid_on: '2026-02-10', paid_amount: '10' },
    ],
  );
  expect(problems).toEqual([]);
  expect(customers.get('a')!.invoices).toEqual([
    expect.objectContaining({
      id: 'i1',
      amount: 1250,
      payments: [
        { on: '2026-02-01', amount: 250 },
        { on: '2026-02-10', amount: 1000 },
      ],
    }),
  ]);
  expect(customers.get('a')!.orders).toEqual([
    expect.objectContaining({ amount: 1250, cancelled: false, returned: 0 }),
  ]);
  expect(lastDay(customers)).toBe('2026-02-10');
});

test('a line that cannot be read is named with its number', () => {
  const { customers, problems } = readCustomers(
    [order, { ...order, placed_on: '5 Jan' }],
    [{ ...payment, amount: 'ten' }],
  );
  expect(problems).toEqual([
    'orders, line 3: placed_on is no day: "5 Jan"',
    'payments, line 2: amount is no amount: "ten"',
  ]);
  expect(customers.get('a')!.orders).toHaveLength(1);
});
