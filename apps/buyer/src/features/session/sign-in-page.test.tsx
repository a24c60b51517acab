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

test('another language and another look keep what was typed, and are remembered', async () => {
  portal.show('/sign-in');
  await userEvent.type(await screen.findByLabelText('Account'), 'someone');
  await userEvent.click(screen.getByRole('button', { name: '中文' }));
  expect((screen.getByLabelText('账号') as HTMLInputElement).value).toBe('someone');
  expect(document.documentElement.lang).toBe('zh-CN');
  await userEvent.click(screen.getByRole('button', { name: '深色' }));
  expect(document.documentElement.dataset.theme).toBe('dark');
  expect(localStorage.getItem('tradeline-theme')).toBe('dark');
  await userEvent.click(screen.getByRole('button', { name: 'English' }));
  expect((screen.getByLabelText('Account') as HTMLInputElement).value).toBe('someone');
});

test('a company that is no demo shows no demo accounts', async () => {
  portal.show('/sign-in');
  expect(await screen.findByText('Test Wholesale')).toBeTruthy();
  expect(screen.queryByText(/Demo company/)).toBeNull();
});
