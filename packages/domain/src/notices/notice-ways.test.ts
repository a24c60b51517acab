import { expect, test } from 'vitest';
import { nextTryIn, noticeKinds, noticeTopics, topicOf, waysOf } from './index.ts';

test('every kind of notice belongs to a topic, and every topic has a kind', () => {
  expect([...new Set([...noticeKinds, 'stock.digest' as const].map(topicOf))].toSorted()).toEqual(
    [...noticeTopics].toSorted(),
  );
});

test('who never chose is told by the standard; who chose nothing is told nothing; unknown ways are none', () => {
  expect(waysOf('buyer', 'delivery', undefined)).toEqual(['mail']);
  expect(waysOf('staff', 'order', undefined)).toEqual([]);
  expect(waysOf('buyer', 'delivery', [])).toEqual([]);
  expect(waysOf('buyer', 'delivery', ['pigeon', 'sms', 'mail'])).toEqual(['mail', 'sms']);
});

test('tries wait longer and longer, and end', () => {
  const waits = [1, 2, 3, 4, 5].map(nextTryIn);
  expect(waits).toEqual([...waits].toSorted((a, b) => (a ?? 0) - (b ?? 0)));
  expect(nextTryIn(6)).toBeUndefined();
});
