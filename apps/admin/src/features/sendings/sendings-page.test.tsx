import { screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { type Console, openConsole } from '../../testing/console.tsx';

let desk: Console;
beforeAll(async () => {
  desk = await openConsole();
});
afterEach(() => desk.reset());
afterAll(() => desk.close());

type State = 'waiting' | 'sent' | 'failed';

/** A letter about an order, as the sender left it. */
const letter = async (recipient: string, state: State, error: string | null = null): Promise<string> => {
  const id = crypto.randomUUID();
  const payload = { number: `SO-${recipient.slice(0, 2)}`, orderId: crypto.randomUUID() };
  await desk.shop.raw`
    insert into sendings (id, channel, recipient, template, payload, cause, state, attempts, error, sent_at)
    values (${id}, 'mail', ${recipient}, 'order.reject', ${desk.shop.raw.json(payload)}, ${id}, ${state},
      ${state === 'failed' ? 8 : 1}, ${error}, ${state === 'sent' ? new Date().toISOString() : null})`;
  return id;
};
const stateOf = async (id: string) => (await desk.shop.raw`select state from sendings where id = ${id}`)[0]?.state;
const rowOf = async (recipient: string) => {
  const list = await screen.findByRole('list', { name: 'Mail and SMS' });
  return (await within(list).findByText(recipient)).closest('li')!;
};

test('what failed says why and how often it was tried; one press has it tried again, which is written down', async () => {
  const [failed, sent] = [
    await letter('zhang@example.com', 'failed', '550 no such box'),
    await letter('li@example.com', 'sent'),
  ];
  await desk.asStaff('administrator');
  desk.show('/sendings');
  const row = await rowOf('zh***@example.com');
  expect(within(row).getByText('550 no such box')).toBeTruthy();
  expect(within(row).getByText(/\b8\b/)).toBeTruthy();
  const other = await rowOf('li***@example.com');
  expect(within(other).queryByRole('button')).toBeNull();
  await userEvent.click(within(row).getByRole('button', { name: 'Send again' }));
  await expect.poll(() => stateOf(failed)).toBe('waiting');
  expect(await stateOf(sent)).toBe('sent');
  const [written] = await desk.shop.raw`select action, subject_id from audit_log order by seq desc limit 1`;
  expect(written).toEqual({ action: 'sending.retry', subject_id: failed });
  // Nothing has failed any more: no button offers to try it.
  await waitFor(() => expect(screen.queryByRole('button', { name: 'Send again' })).toBeNull());
});

test('the list is narrowed to what failed; all of it is tried again at once, and then nothing has failed', async () => {
  const ids = [await letter('wang@example.com', 'failed', 'timeout'), await letter('zhao@example.com', 'failed')];
  await desk.asStaff('administrator');
  desk.show('/sendings');
  await rowOf('wa***@example.com');
  expect(await screen.findByText('li***@example.com')).toBeTruthy();
  await userEvent.click(screen.getByRole('button', { name: 'Failed 2' }));
  await waitFor(() => expect(screen.queryByText('li***@example.com')).toBeNull());
  await userEvent.click(await screen.findByRole('button', { name: 'Send the failed again (2)' }));
  expect(await screen.findByText('No mail and no SMS')).toBeTruthy();
  expect(await Promise.all(ids.map(stateOf))).toEqual(['waiting', 'waiting']);
  expect(screen.queryByRole('button', { name: /^Send the failed/ })).toBeNull();
});
