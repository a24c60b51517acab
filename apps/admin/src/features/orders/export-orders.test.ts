import { minor } from '@tradeline/domain/money';
import { expect, test } from 'vitest';
import { loadText } from '../../lib/load-text.ts';
import { orderCells } from './export-orders.ts';
import type { OrderRow } from './order-columns.tsx';

const messages = await loadText('en');

test('an order is one line of the file: amounts as figures, words in the language of the screen', () => {
  const row = {
    id: '1',
    number: 'SO1',
    companyName: '=cmd|calc',
    displayStatus: 'picking',
    paymentStatus: 'on-terms',
    paymentTerms: 'terms',
    currency: 'CNY',
    totalAmount: minor(123_450),
    placedAt: '2026-11-23T00:30:00.000Z',
    wishedDate: null,
    purchaseOrderNumber: 'PO-7',
    source: null,
    lines: 2,
    units: 30,
  } as OrderRow;
  const [head, line] = orderCells([row], { t: messages });
  expect(head).toHaveLength(line?.length ?? 0);
  expect(line).toEqual([
    'SO1',
    '2026-11-23 08:30',
    '=cmd|calc',
    'Picking',
    2,
    30,
    'CNY',
    1234.5,
    'On account',
    'On account',
    'PO-7',
    '',
    'Portal',
  ]);
});
