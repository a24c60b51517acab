import { screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { type Console, openConsole } from '../../testing/console.tsx';

let desk: Console;
beforeAll(async () => {
  desk = await openConsole();
  const { skuId } = await desk.shop.addSku({ north: 100 });
  await desk.placed([{ skuId, quantity: 3 }]);
  await desk.placed([{ skuId, quantity: 2 }]);
});
afterEach(() => desk.reset());
afterAll(() => desk.close());

const table = () => screen.findByRole('grid', { name: 'Sales report' });

test('what was sold is added up as chosen, the choice stays in the address, and the share of all is whole', async () => {
  await desk.asStaff('finance');
  desk.show('/reports?group=customer');
  const shares = await within(await table()).findAllByText(/^\d+\.\d %$/);
  expect(shares.map((cell) => cell.textContent)).toEqual(['60.0 %', '40.0 %']);
  await userEvent.selectOptions(screen.getByLabelText('Add up'), 'product');
  expect(await within(await table()).findByText('Units')).toBeTruthy();
  expect(await within(await table()).findByText('100.0 %')).toBeTruthy();
});

test('days that end before they begin are said to, and ask nothing', async () => {
  await desk.asStaff('finance');
  desk.show('/reports?span=own&from=2026-02-02&to=2026-02-01');
  expect((await screen.findByRole('alert')).textContent).toBe('The last day must not be before the first.');
});

test('a picker is told that reports are not his', async () => {
  await desk.asStaff('warehouse');
  desk.show('/reports');
  expect(await screen.findByText(/read reports/)).toBeTruthy();
});
