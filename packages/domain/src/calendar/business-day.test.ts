import { expect, test } from 'vitest';
import { instant } from '../kernel/index.ts';
import { businessDay } from './index.ts';

test('the day turns at midnight of the shop, not of the server', () => {
  expect(businessDay(instant('2026-03-05T15:59:59.999Z'), 'Asia/Shanghai')).toBe('2026-03-05');
  expect(businessDay(instant('2026-03-05T16:00:00.000Z'), 'Asia/Shanghai')).toBe('2026-03-06');
});
