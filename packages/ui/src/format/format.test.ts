import { minor } from '@tradeline/domain/money';
import { describe, expect, test } from 'vitest';
import {
  formatDay,
  formatInstant,
  formatMoney,
  formatPercent,
  formatQuantity,
  formatRelative,
  formatUnitPrice,
  plainMoney,
  shopDay,
} from './index.ts';

describe('money', () => {
  test('shows every digit of the amount in both languages', () => {
    expect(formatMoney(minor(123_450), 'zh-CN')).toBe('¥1,234.50');
    expect(formatMoney(minor(123_450), 'en')).toBe('¥1,234.50');
    expect(formatMoney(minor(-5), 'en')).toBe('-¥0.05');
    expect(formatMoney(minor(0), 'zh-CN')).toBe('¥0.00');
  });
  test('is exact where a division by 100 is not', () => {
    expect(formatMoney(minor(9_007_199_254_740_991), 'en')).toBe('¥90,071,992,547,409.91');
  });
  test('follows the number of decimals of the currency', () => {
    expect(formatMoney(minor(1_234), 'en', 'JPY')).toBe('¥1,234');
    expect(formatMoney(minor(1_234), 'en', 'USD')).toBe('$12.34');
  });
  test('for other programs an amount is bare digits with all its decimals', () => {
    expect([plainMoney(minor(123_450)), plainMoney(minor(-5)), plainMoney(minor(1_234), 'JPY')]).toEqual([
      '1234.50',
      '-0.05',
      '1234',
    ]);
  });
  test('a unit price keeps four decimals and drops only zeros beyond two', () => {
    expect(formatUnitPrice(12_345, 'zh-CN')).toBe('¥1.2345');
    expect(formatUnitPrice(120_000, 'zh-CN')).toBe('¥12.00');
    expect(formatUnitPrice(5, 'zh-CN')).toBe('¥0.0005');
  });
});

describe('quantities', () => {
  test('carry their unit', () => {
    expect(formatQuantity(1_200, 'zh-CN', '件')).toBe('1,200 件');
    expect(formatQuantity(24, 'en')).toBe('24');
    expect([0.125, 0.12].map((share) => formatPercent(share, 'en'))).toEqual(['12.5%', '12.0%']);
    expect(formatPercent(0.126, 'zh-CN', 0)).toBe('13%');
  });
});

describe('dates', () => {
  test('are told in the zone of the shop, wherever the device is', () => {
    const lateEvening = '2026-11-23T17:30:00.000Z'; // already the 24th in Shanghai
    expect(shopDay(lateEvening)).toBe('2026-11-24');
    expect(formatInstant(lateEvening, 'zh-CN')).toBe('2026年11月24日 01:30');
    expect(formatInstant(lateEvening, 'en')).toBe('Nov 24, 2026, 01:30');
    expect(formatInstant(lateEvening, 'en', 'time')).toBe('01:30');
  });
  test('a calendar day stays the same day', () => {
    expect(formatDay('2026-11-23', 'en')).toBe('Nov 23, 2026');
    expect(formatDay('2026-11-23', 'zh-CN', 'day-month')).toBe('11月23日');
  });
  test('relative time rounds toward now and never says more than passed', () => {
    const now = Date.parse('2026-11-23T12:00:00.000Z');
    expect(formatRelative('2026-11-23T11:59:40.000Z', now, 'en')).toBe('this minute');
    expect(formatRelative('2026-11-23T11:01:00.000Z', now, 'zh-CN')).toBe('59分钟前');
    expect(formatRelative('2026-11-22T11:00:00.000Z', now, 'en')).toBe('yesterday');
    expect(formatRelative('2026-11-23T14:00:00.000Z', now, 'en')).toBe('in 2 hours');
  });
});
