import { expect, test } from 'vitest';
import { actorText, causeText } from './ledger-words.ts';
import { loadText } from './load-text.ts';

const messages = await loadText('en');

test('a cause is named with the number of its document, never with an id', () => {
  const of = (causeType: string, causeId: string) => causeText({ causeType, causeId }, messages);
  expect(of('purchase-order', 'PO-20001')).toBe('Purchase order PO-20001');
  expect(of('order-step', '019aae2d-5362-7331-8d2d-041d9d208830:4')).toBe('Order');
  expect(of('opening', 'opening')).toBe('Opening stock');
  expect(of('something-new', 'X')).toBe('something-new');
});

test('what came by import names its source', () => {
  expect(actorText('import:northwind', messages)).toBe('Imported from northwind');
  expect(actorText('罗志强', messages)).toBe('罗志强');
});
