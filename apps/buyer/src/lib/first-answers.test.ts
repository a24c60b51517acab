import { expect, test } from 'vitest';
import { firstAnswer } from './first-answers.ts';

const early = () => Promise.resolve(new Response('early'));

test('the first call takes what was asked for before the program ran, once', async () => {
  window.firstAnswers = { '/trpc/a': early() };
  expect(await (await firstAnswer('/trpc/a'))?.text()).toBe('early');
  expect(firstAnswer('/trpc/a')).toBeUndefined();
});

test('an early answer is forgotten when the first call asks something else: it may be from before somebody signed in', () => {
  window.firstAnswers = { '/trpc/a': early() };
  expect(firstAnswer('/trpc/b')).toBeUndefined();
  expect(firstAnswer('/trpc/a')).toBeUndefined();
});
