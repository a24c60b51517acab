import { screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { openPortal, type Portal } from '../../testing/portal.tsx';

let portal: Portal;
beforeAll(async () => {
  portal = await openPortal();
});
afterEach(() => portal.reset());
afterAll(() => portal.close());

type Stored = { email: string | null; phone: string | null; topics: { topic: string; ways: string[] }[] };
const stored = async () => (await portal.api.query('notices.preferences')).data as Stored;
const shown = async () => {
  await portal.api.signIn((await portal.shop.addBuyer()).login);
  portal.show('/preferences');
  return screen.findByRole('group', { name: 'Shipping and delivery' });
};

test('a way is chosen by one press, is kept, and says what is missing before anything can be sent by it', async () => {
  const delivery = await shown();
  await userEvent.click(within(delivery).getByRole('checkbox', { name: 'SMS' }));
  expect(await screen.findByText(/no phone number/i)).toBeTruthy();
  await waitFor(async () =>
    expect((await stored()).topics.find(({ topic }) => topic === 'delivery')?.ways).toContain('sms'),
  );
  await userEvent.type(screen.getByLabelText(/^Phone/), '138 0000 1234');
  await userEvent.click(screen.getByRole('button', { name: 'Save' }));
  await waitFor(async () => expect((await stored()).phone).toBe('13800001234'));
  await waitFor(() => expect(screen.queryByText(/no phone number/i)).toBeNull());
});

test('an address for mail that is none is told at its field and not sent; what was typed stays', async () => {
  await shown();
  const email = screen.getByLabelText(/^Mail address/);
  await userEvent.type(email, 'nobody@nowhere');
  await userEvent.click(screen.getByRole('button', { name: 'Save' }));
  expect(email.getAttribute('aria-invalid')).toBe('true');
  expect((email as HTMLInputElement).value).toBe('nobody@nowhere');
  expect((await stored()).email).toBeNull();
});
