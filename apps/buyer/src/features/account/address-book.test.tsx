import { screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { openPortal, type Portal } from '../../testing/portal.tsx';

let portal: Portal;
beforeAll(async () => {
  portal = await openPortal();
});
afterEach(() => portal.reset());
afterAll(() => portal.close());

const newAddress = async () => {
  await portal.api.signIn((await portal.shop.addBuyer()).login);
  portal.show('/account');
  await userEvent.click(await screen.findByRole('button', { name: 'New address' }));
};
const field = (name: RegExp) => screen.findByRole('textbox', { name }) as Promise<HTMLInputElement>;
const choice = (name: RegExp) => screen.findByRole('combobox', { name }) as Promise<HTMLInputElement>;
const pick = async (name: RegExp, typed: string) => {
  await userEvent.type(await choice(name), typed);
  await screen.findByRole('option');
  await userEvent.keyboard('{ArrowDown}{Enter}');
};
const saved = async () =>
  ((await portal.api.query('account.addresses')).data as { phone: string; district: string; street: string }[]).find(
    ({ phone }) => phone === '13800138000',
  );

test('a place is chosen by keyboard, by pinyin or by its name, down to the street', async () => {
  await newAddress();
  await userEvent.type(await field(/^Contact/), '张三');
  await userEvent.type(await field(/^Phone/), '13800138000');
  await pick(/^Province/, 'guangdong');
  await pick(/^City/, 'szs');
  await pick(/^District/, '南山');
  await userEvent.type(await field(/^Street and number/), '科技园路1号');
  await pick(/^Street or town/, 'yuehai');
  await userEvent.click(screen.getByRole('button', { name: 'Save' }));
  await waitFor(async () =>
    expect(await saved()).toMatchObject({
      province: '广东省',
      city: '深圳市',
      district: '南山区',
      street: '粤海街道科技园路1号',
    }),
  );
});

test('a pasted address fills the fields, and what is in doubt is marked until it is changed', async () => {
  await newAddress();
  await userEvent.click(await field(/^Paste a whole address/));
  await userEvent.paste('张三 13800138000 广东深圳南山科技园路1号');
  await waitFor(async () => expect((await field(/^Contact/)).value).toBe('张三'));
  await waitFor(async () => expect((await choice(/^District/)).value).toBe('南山区'));
  expect(screen.getAllByText('Please check').length).toBe(2);
  await userEvent.clear(await choice(/^District/));
  await pick(/^District/, 'luohu');
  await waitFor(() => expect(screen.getAllByText('Please check').length).toBe(1));
  await userEvent.click(screen.getByRole('button', { name: 'Save' }));
  await waitFor(async () => expect(await saved()).toMatchObject({ district: '罗湖区', street: '科技园路1号' }));
});

test('outside mainland China every part is typed', async () => {
  await newAddress();
  await userEvent.click(await screen.findByRole('checkbox', { name: 'Outside mainland China' }));
  await userEvent.type(await field(/^Contact/), 'Ann');
  await userEvent.type(await field(/^Phone/), '13800138000');
  await userEvent.type(await field(/^City/), 'Kowloon');
  await userEvent.type(await field(/^Street and number/), '1 Nathan Road');
  await userEvent.click(screen.getByRole('button', { name: 'Save' }));
  expect(await screen.findByText('Enter a two-letter code')).toBeTruthy();
  await userEvent.type(await field(/^Country/), 'hk');
  await userEvent.click(screen.getByRole('button', { name: 'Save' }));
  await waitFor(async () => expect(await saved()).toMatchObject({ country: 'HK', city: 'Kowloon' }));
});
