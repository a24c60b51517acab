import { screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { openPortal, type Portal } from '../../testing/portal.tsx';

let portal: Portal;
beforeAll(async () => {
  portal = await openPortal();
});
afterEach(() => portal.reset());
afterAll(() => portal.close());

test('the bell says how much is unread; the page tells it page by page, and reading it all silences the bell', async () => {
  const buyer = await portal.shop.addBuyer();
  await portal.api.signIn(buyer.login);
  await portal.shop
    .raw`insert into notifications (id, person_type, person_id, kind, subject_type, subject_id, payload, cause, at)
    select gen_random_uuid(), 'buyer', ${buyer.id}, 'order.ship', 'order', gen_random_uuid(),
      jsonb_build_object('number', 'SO' || n, 'companyName', '', 'by', '库管'), 'c' || n, now() - n * interval '1 minute'
    from generate_series(1, 35) n`;
  portal.show('/notices');
  expect(await screen.findByRole('link', { name: 'Notifications, 35 unread' })).toBeTruthy();
  expect((await screen.findAllByText(/^Order SO\d+ was shipped$/u)).length).toBe(30);
  await userEvent.click(screen.getByRole('button', { name: 'Older notifications' }));
  expect(await screen.findByText('Order SO35 was shipped')).toBeTruthy();
  expect(screen.getAllByText(/was shipped$/u).length).toBe(35);
  await userEvent.click(screen.getByRole('button', { name: 'Mark all as read' }));
  expect(await screen.findByRole('link', { name: 'Notifications' })).toBeTruthy();
  await expect.poll(() => screen.queryAllByText('Unread').length).toBe(0);
});

test('who was told nothing reads what will be told', async () => {
  await portal.api.signIn((await portal.shop.addBuyer()).login);
  portal.show('/notices');
  expect(await screen.findByText('No notifications yet')).toBeTruthy();
});
