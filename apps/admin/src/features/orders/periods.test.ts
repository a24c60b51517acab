import { expect, test } from 'vitest';
import { periods } from './periods.ts';

const on = (today: string) => Object.fromEntries(periods.map(({ key, of }) => [key, of(today)]));

test('spans count whole days, across the ends of months and years', () => {
  expect(on('2026-03-01')).toEqual({
    today: { from: '2026-03-01', to: '2026-03-01' },
    yesterday: { from: '2026-02-28', to: '2026-02-28' },
    week: { from: '2026-02-23', to: '2026-03-01' },
    month: { from: '2026-01-31', to: '2026-03-01' },
    'this-month': { from: '2026-03-01', to: '2026-03-01' },
    'last-month': { from: '2026-02-01', to: '2026-02-28' },
  });
  expect(on('2027-01-15')['last-month']).toEqual({ from: '2026-12-01', to: '2026-12-31' });
});
