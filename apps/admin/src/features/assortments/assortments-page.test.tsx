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

const press = async (name: string | RegExp) => userEvent.click(await screen.findByRole('button', { name }));

test('an assortment for strangers is previewed in numbers, saved, and explained product by product', async () => {
  await desk.shop.addSku();
  await desk.asStaff('administrator');
  desk.show('/assortments/new');
  await userEvent.type(await screen.findByLabelText('Name (Chinese)'), '访客隐藏');
  await userEvent.type(screen.getByLabelText('Code'), 'HIDE');
  await userEvent.click(screen.getByRole('radio', { name: /Hide/u }));
  const [audience, goods] = screen.getAllByLabelText('Add');
  await userEvent.selectOptions(audience!, 'stranger');
  await userEvent.click(screen.getAllByRole('button', { name: 'Add' })[0]!);
  await userEvent.selectOptions(goods!, 'category');
  await userEvent.type(screen.getByRole('combobox', { name: 'Category' }), 'Tools');
  await userEvent.click(await screen.findByRole('option', { name: 'Tools' }));
  await userEvent.click(screen.getAllByRole('button', { name: 'Add' })[1]!);
  await userEvent.click(screen.getByRole('checkbox', { name: /Switched on/u }));
  await press('What would it do?');
  expect(await screen.findByText(/will see 0 of 1 goods; now 1/u)).toBeTruthy();
  await press('Save');
  expect(await screen.findByText('访客隐藏')).toBeTruthy();
  desk.reset();
  await desk.asStaff('sales');
  desk.show('/assortments/seen');
  const row = (await screen.findByText(/Hidden by: 访客隐藏/u)).closest('tr,li');
  expect(within(row as HTMLElement).getByText('Not visible')).toBeTruthy();
});

test('a category moves by the keyboard at once, and undo brings it back', async () => {
  await desk.shop
    .raw`insert into categories (id, slug, name, position) values (gen_random_uuid(), 'b', '{"zh":"乙"}', 1)`;
  await desk.asStaff('marketing');
  desk.show('/categories');
  const name = await screen.findByRole('button', { name: '乙' });
  name.focus();
  await userEvent.keyboard('{Alt>}{ArrowUp}{/Alt}');
  const order = () =>
    screen.getAllByRole('listitem').flatMap((one) => /乙|Tools/u.exec(one.textContent ?? '')?.[0] ?? []);
  expect(order()).toEqual(['乙', 'Tools']);
  await press('Undo');
  await waitFor(() => expect(order()).toEqual(['Tools', '乙']));
});
