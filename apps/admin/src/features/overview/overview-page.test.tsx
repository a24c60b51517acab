import { screen, within } from '@testing-library/react';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { type Console, openConsole } from '../../testing/console.tsx';

let desk: Console;
beforeAll(async () => {
  desk = await openConsole();
  const { skuId } = await desk.shop.addSku({ north: 100 });
  await desk.placed([{ skuId, quantity: 2 }]);
  const { id } = await desk.placed([{ skuId, quantity: 4 }]);
  const reviewer = await desk.colleague('reviewer');
  await reviewer.mutate('orders.startReview', { id, expectedVersion: 1 });
  await reviewer.mutate('orders.approve', { id, expectedVersion: 2 });
});
afterEach(() => desk.reset());
afterAll(() => desk.close());

const card = async (name: string) => {
  const link = await screen.findByRole('link', { name });
  return within(link.closest('li') as HTMLElement);
};

test('each queue says how many orders wait in it, and the day what came in', async () => {
  await desk.asStaff('reviewer');
  desk.show('/');
  expect(await (await card('To review')).findByText('1')).toBeTruthy();
  expect(await (await card('To pick')).findByText('1')).toBeTruthy();
  expect(await (await card('To ship')).findByText('nothing waits')).toBeTruthy();
  expect(await screen.findByText('¥75.00')).toBeTruthy();
});

test('a salesperson counts only the orders of customers he looks after', async () => {
  await desk.asStaff('sales');
  desk.show('/');
  expect(await (await card('To review')).findByText('0')).toBeTruthy();
  expect(await screen.findByText('No orders yet')).toBeTruthy();
});
