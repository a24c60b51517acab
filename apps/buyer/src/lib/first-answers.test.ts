import { beforeEach, expect, test, vi } from 'vitest';
import { firstAnswer } from './first-answers.ts';

// Many files are tested in one page: how long it has been open is said here.
beforeEach(() => void vi.spyOn(performance, 'now').mockReturnValue(1));

const early = () => Promise.resolve(new Response('early'));

test('a call takes what was asked for before the program ran, once', async () => {
  window.firstAnswers = { '/trpc/a': early(), '/trpc/b': early() };
  expect(await (await firstAnswer('/trpc/a'))?.text()).toBe('early');
  expect(firstAnswer('/trpc/a')).toBeUndefined();
  expect(firstAnswer('/trpc/c')).toBeUndefined();
  expect(await (await firstAnswer('/trpc/b'))?.text()).toBe('early');
});

test('early answers are forgotten when something is changed: they may be from before somebody signed in', () => {
  window.firstAnswers = { '/trpc/a': early() };
  expect(firstAnswer('/trpc/session.signIn', 'POST')).toBeUndefined();
  expect(firstAnswer('/trpc/a')).toBeUndefined();
});

test('an early answer is not found on a page that is opened again later', () => {
  window.firstAnswers = { '/trpc/a': early() };
  vi.spyOn(performance, 'now').mockReturnValueOnce(20_001);
  expect(firstAnswer('/trpc/a')).toBeUndefined();
  expect(firstAnswer('/trpc/a')).toBeUndefined();
});
