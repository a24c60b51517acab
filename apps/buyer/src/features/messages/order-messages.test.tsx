import { screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { httpClient } from '@tradeline/api/testing';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { openPortal, type Portal } from '../../testing/portal.tsx';

let portal: Portal;
beforeAll(async () => {
  portal = await openPortal();
});
afterEach(() => portal.reset());
afterAll(() => portal.close());

const placed = async () => {
  const { skuId } = await portal.shop.addSku({ north: 100 });
  const buyer = await portal.shop.addBuyer();
  await portal.api.signIn(buyer.login);
  const cart = (await portal.api.mutate('cart.change', { mode: 'set', lines: [{ skuId, quantity: 2 }] })).data as {
    id: string;
  };
  const { data } = await portal.api.mutate('orders.place', {
    idempotencyKey: crypto.randomUUID(),
    cartId: cart.id,
    expectedTotal: 2_500,
    addressId: buyer.addressId,
    contactName: '王五',
    phone: '13800000000',
    paymentTerms: 'on-delivery',
  });
  return (data as { id: string }).id;
};

test('what I write stands in the conversation as I wrote it, and an answer counts as read once I have seen it', async () => {
  const orderId = await placed();
  const staff = httpClient(portal.shop, 'staff');
  await staff.signIn((await portal.shop.addStaff('reviewer')).login);
  const attack = '<img src=x onerror="alert(1)">{{7*7}} 你好';
  await staff.mutate('messages.post', { orderId, text: attack, idempotencyKey: crypto.randomUUID() });
  portal.show(`/orders/${orderId}`);
  const talk = await screen.findByRole('region', { name: 'Messages' });
  expect(within(talk).getByText(attack)).toBeTruthy();
  expect(talk.querySelector('img')).toBeNull();
  await userEvent.type(screen.getByLabelText('Write a message'), 'Friday please');
  await userEvent.click(screen.getByRole('button', { name: 'Send' }));
  expect(await within(talk).findByText('Friday please')).toBeTruthy();
  expect((screen.getByLabelText('Write a message') as HTMLTextAreaElement).value).toBe('');
  const rows = await portal.shop.raw`select text, read_at from order_messages where order_id = ${orderId} order by at`;
  expect(rows.map((row) => [row.text, row.read_at !== null])).toEqual([
    [attack, true],
    ['Friday please', false],
  ]);
});

test('a message that did not arrive stays in the field, and sent again it is said once', async () => {
  const orderId = await placed();
  portal.show(`/orders/${orderId}`);
  await userEvent.type(await screen.findByLabelText('Write a message'), 'Once only');
  portal.loseAnswers(true);
  await userEvent.click(screen.getByRole('button', { name: 'Send' }));
  expect((await screen.findAllByText(/connection|offline|network/iu)).length).toBeGreaterThan(0);
  portal.loseAnswers(false);
  expect((screen.getByLabelText('Write a message') as HTMLTextAreaElement).value).toBe('Once only');
  await userEvent.click(screen.getByRole('button', { name: 'Send' }));
  expect(await within(await screen.findByRole('region', { name: 'Messages' })).findByText('Once only')).toBeTruthy();
  const [row] = await portal.shop.raw`select count(*)::int as n from order_messages where order_id = ${orderId}`;
  expect(row?.n).toBe(1);
});
