import { cleanup, render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { useState } from 'react';
import { afterEach, expect, test } from 'vitest';
import { englishUi } from '../testing/english-ui.ts';
import { UiProvider } from '../ui-context.tsx';
import { QuantityField, readQuantity } from './quantity-field.tsx';

afterEach(cleanup);

/** Minimum 24, in cartons of 12, at most 60. */
const above = (value: number) => [24, 36, 48, 60].find((valid) => valid > value);
const below = (value: number) => [60, 48, 36, 24].find((valid) => valid < value);

const Subject = ({ start }: { start: number }) => {
  const [value, setValue] = useState<number | undefined>(start);
  const broken = value === undefined || value < 24 || value % 12 !== 0;
  return (
    <UiProvider {...englishUi}>
      <QuantityField
        label="Quantity of bolts"
        value={value}
        onValueChange={setValue}
        above={above}
        below={below}
        problem={broken ? 'In cartons of 12, from 24' : undefined}
        suggestions={broken ? [24, 36] : []}
      />
      <output>{value === undefined ? 'none' : value}</output>
    </UiProvider>
  );
};

const input = () => screen.getByRole('textbox', { name: 'Quantity of bolts' });
const told = () => screen.getByText(/^(none|\d+)$/, { selector: 'output' }).textContent;

test('steps lead from one valid quantity to the next, and stop at the last', async () => {
  render(<Subject start={48} />);
  const more = screen.getByRole('button', { name: 'Increase' });
  await userEvent.click(more);
  expect(told()).toBe('60');
  expect(more.getAttribute('aria-disabled')).toBe('true');
  await userEvent.click(more);
  expect(told()).toBe('60');
  await userEvent.type(input(), '{ArrowDown}');
  expect(told()).toBe('48');
});

test('a broken rule is told beside what was typed, which stays, and one press repairs it', async () => {
  render(<Subject start={24} />);
  await userEvent.clear(input());
  await userEvent.type(input(), '30');
  expect((input() as HTMLInputElement).value).toBe('30');
  expect(input().getAttribute('aria-invalid')).toBe('true');
  await userEvent.tab();
  expect((input() as HTMLInputElement).value).toBe('30');
  await userEvent.click(screen.getByRole('button', { name: '36' }));
  expect(told()).toBe('36');
  expect(input().getAttribute('aria-invalid')).toBeNull();
});

test('an empty field means no quantity, not zero', async () => {
  render(<Subject start={24} />);
  await userEvent.clear(input());
  expect(told()).toBe('none');
});

test('reads the digits that keyboards produce, and nothing else', () => {
  expect(readQuantity('２４')).toBe(24);
  expect(readQuantity('1,200')).toBe(1200);
  expect(readQuantity(' 36 ')).toBe(36);
  for (const other of ['', '1.5', '-3', '12件', 'abc', '99999999999']) expect(readQuantity(other)).toBeUndefined();
});
