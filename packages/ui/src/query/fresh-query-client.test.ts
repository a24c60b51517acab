import { QueryObserver } from '@tanstack/react-query';
import { expect, test } from 'vitest';
import { FreshQueryClient } from './fresh-query-client.ts';

/** A question whose answers are given by hand, each as the server had read it when it was asked. */
const questions = () => {
  const waiting: { answer: (value: string) => void; fail: (error: Error) => void }[] = [];
  const ask = () => new Promise<string>((answer, fail) => waiting.push({ answer, fail }));
  return { waiting, ask };
};

const settled = () => new Promise((resolve) => setTimeout(resolve, 5));

test('what changed while it was first read is read once more, shown or not', async () => {
  const client = new FreshQueryClient();
  const { waiting, ask } = questions();
  const shown = new QueryObserver(client, { queryKey: ['cart'], queryFn: ask, staleTime: 60_000 });
  const leave = shown.subscribe(() => {});
  const loaded = client.fetchQuery({ queryKey: ['cart', 'loaded'], queryFn: async () => 'before', staleTime: 60_000 });
  void client.invalidateQueries({ queryKey: ['cart'] });
  expect(waiting).toHaveLength(1);
  waiting[0]?.answer('before');
  await loaded;
  await settled();
  expect(waiting).toHaveLength(2);
  waiting[1]?.answer('after');
  await settled();
  expect(shown.getCurrentResult().data).toBe('after');
  expect(waiting).toHaveLength(2);
  expect(client.getQueryState(['cart', 'loaded'])?.isInvalidated).toBe(true);
  leave();
});

test('a first reading that fails is not asked again by itself', async () => {
  const client = new FreshQueryClient({ defaultOptions: { queries: { retry: false } } });
  const { waiting, ask } = questions();
  const leave = new QueryObserver(client, { queryKey: ['cart'], queryFn: ask }).subscribe(() => {});
  const read = client.invalidateQueries({ queryKey: ['cart'] });
  waiting[0]?.fail(new Error('away'));
  await read;
  await settled();
  expect(waiting).toHaveLength(1);
  leave();
});

test('what stands there already is read anew at once', async () => {
  const client = new FreshQueryClient();
  const { waiting, ask } = questions();
  client.setQueryData(['cart'], 'before');
  const shown = new QueryObserver(client, { queryKey: ['cart'], queryFn: ask, staleTime: 60_000 });
  const leave = shown.subscribe(() => {});
  void client.invalidateQueries({ queryKey: ['cart'] });
  expect(waiting).toHaveLength(1);
  waiting[0]?.answer('after');
  await settled();
  expect([shown.getCurrentResult().data, waiting.length]).toEqual(['after', 1]);
  leave();
});
