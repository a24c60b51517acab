import fc from 'fast-check';
import { expect, test } from 'vitest';
import { approval } from '../order/approval.ts';
import { fulfilment } from '../order/fulfilment.ts';
import { returns } from '../order/return.ts';
import { type NoticePerson, noticeKinds, noticeTable, toldOf } from './notice-table.ts';

const buyer = { type: 'buyer', id: 'b' } as const;
const rep = { type: 'staff', id: 's' } as const;
const reviewers = [{ type: 'staff', id: 'r1' } as const, rep];

test('a submitted order rings at the salesperson and the reviewers, once each; with no salesperson, at the reviewers', () => {
  expect(toldOf('order.submit', { orderer: buyer, salesRep: rep, reviewers }, buyer)).toEqual([rep, reviewers[0]]);
  expect(toldOf('order.submit', { orderer: buyer, reviewers }, buyer)).toEqual(reviewers);
});

test('what the buyer did himself does not ring at him; what was done to his order does', () => {
  const people = { orderer: buyer, salesRep: rep, reviewers: [] };
  expect(toldOf('order.cancel', people, buyer)).toEqual([rep]);
  expect(toldOf('order.cancel', people, rep)).toEqual([buyer]);
  expect(toldOf('order.expire', people, undefined)).toEqual([buyer]);
});

test('a note among staff never rings at a customer', () => {
  expect(noticeTable['message.noted']).not.toContain('orderer');
});

const person = fc.record({
  type: fc.constantFrom('buyer' as const, 'staff' as const),
  id: fc.constantFrom('a', 'b', 'c'),
});
test('whoever is around an order: nobody is told twice, and never who did it', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...noticeKinds),
      fc.option(person, { nil: undefined }),
      fc.option(person, { nil: undefined }),
      fc.array(person),
      fc.option(person, { nil: undefined }),
      (kind, orderer, salesRep, all, actor) => {
        const told = toldOf(kind, { orderer, salesRep, reviewers: all }, actor).map(key);
        expect(new Set(told).size).toBe(told.length);
        if (actor) expect(told).not.toContain(key(actor));
      },
    ),
  );
});
const key = ({ type, id }: NoticePerson): string => `${type} ${id}`;

test('every order event that is told is a step that an order can take', () => {
  const steps = [approval, fulfilment, returns].flatMap((machine) =>
    Object.values(machine).flatMap((state) => Object.keys(state)),
  );
  const told = noticeKinds.filter((kind) => kind.startsWith('order.')).map((kind) => kind.slice('order.'.length));
  expect(told.filter((action) => !steps.includes(action))).toEqual([]);
});
