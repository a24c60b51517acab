import { screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { type Console, openConsole } from '../../testing/console.tsx';

let desk: Console;
beforeAll(async () => {
  desk = await openConsole();
});
afterEach(() => {
  desk.reset();
  localStorage.removeItem('PARAGLIDE_LOCALE');
  localStorage.clear();
  localStorage.setItem('PARAGLIDE_LOCALE', 'en');
});
afterAll(() => desk.close());

const nameField = () => screen.findByLabelText(/^Name \(English\)/);
const stored = async (id: string) =>
  (await desk.shop.raw`select name ->> 'en' as en, version from products where id = ${id}`)[0];

test('a change is saved with Ctrl+S, and a mistake is told beside its field and keeps everything', async () => {
  const { productId } = await desk.shop.addSku();
  await desk.asStaff('marketing');
  desk.show(`/products/${productId}/edit`);
  const field = await nameField();
  await userEvent.clear(field);
  await userEvent.type(field, 'Spanner');
  const number = screen.getByLabelText('Product number');
  const old = (number as HTMLInputElement).value;
  await userEvent.clear(number);
  await userEvent.keyboard('{Control>}s{/Control}');
  expect(await screen.findByText('Needed')).toBeTruthy();
  expect((field as HTMLInputElement).value).toBe('Spanner');
  await userEvent.type(number, old);
  await userEvent.keyboard('{Control>}s{/Control}');
  await waitFor(async () => expect(await stored(productId)).toEqual({ en: 'Spanner', version: 2 }));
});

test('two editors meet: the second sees both changes and may put hers upon the other', async () => {
  const { productId } = await desk.shop.addSku();
  await desk.asStaff('marketing');
  desk.show(`/products/${productId}/edit`);
  const field = await nameField();
  const other = await desk.colleague('administrator');
  const current = (await other.query('products.get', { id: productId })).data as Record<string, unknown>;
  const { number, name, summary, description, brandId, categoryId, supplierId, taxRate, tags, keywords } = current;
  const { attributes, specification, axes } = current;
  const variants = (current.variants as Record<string, unknown>[]).map(({ basePriceE4: _, used: __, ...row }) => row);
  const draft = { number, name, summary, description, brandId, categoryId, supplierId, taxRate, tags, keywords };
  await other.mutate('products.save', {
    id: productId,
    expectedVersion: 1,
    draft: { ...draft, attributes, specification, axes, variants, model: 'M-9' },
  });
  await userEvent.clear(field);
  await userEvent.type(field, 'Spanner');
  await userEvent.click(screen.getByRole('button', { name: 'Save' }));
  const dialog = await screen.findByRole('dialog', { name: `${other.person.name} saved first` });
  expect(within(dialog).getByText('M-9')).toBeTruthy();
  await userEvent.click(within(dialog).getByRole('button', { name: 'Put mine upon theirs' }));
  expect((screen.getByLabelText(/^Model/) as HTMLInputElement).value).toBe('M-9');
  await userEvent.click(screen.getByRole('button', { name: 'Save' }));
  await waitFor(async () => expect(await stored(productId)).toEqual({ en: 'Spanner', version: 3 }));
});

test('an option with three values makes three variants, and says so before', async () => {
  const { productId } = await desk.shop.addSku();
  await desk.asStaff('administrator');
  desk.show(`/products/${productId}/edit`);
  await userEvent.click(await screen.findByRole('button', { name: 'Add option' }));
  await userEvent.type(screen.getByLabelText('Option (Chinese)'), '颜色');
  await userEvent.type(screen.getByLabelText('Add values'), 'Red, Blue, Green{Enter}');
  await userEvent.click(screen.getByRole('button', { name: 'Generate variants' }));
  const dialog = await screen.findByRole('dialog', { name: 'Generate variants' });
  await userEvent.click(within(dialog).getByRole('button', { name: 'Make 3 variants' }));
  expect(screen.getAllByLabelText(/Item number$/)).toHaveLength(3);
});
