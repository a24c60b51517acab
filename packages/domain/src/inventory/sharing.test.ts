import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addMillis, type Instant, instant } from '../kernel/index.ts';
import { type ChannelRule, channelAvailable } from './index.ts';

const now = instant('2026-06-01T00:00:00.000Z');
const available = (
  pool: number,
  channel: string,
  rules: Record<string, ChannelRule>,
  more: { breaksQuotas?: boolean; now?: Instant } = {},
) => channelAvailable({ pool, channel, rules, now, ...more }).available;

describe('one pool, several channels', () => {
  test('a cap counts what the channel already holds', () => {
    expect(available(100, 'shop', { shop: { used: 15, cap: 40 } })).toBe(25);
    expect(available(10, 'shop', { shop: { used: 15, cap: 40 } })).toBe(10);
    expect(available(100, 'shop', { shop: { used: 50, cap: 40 } })).toBe(0);
  });
  test('a share is a part of the whole pool, free and promised together', () => {
    expect(available(100, 'shop', { shop: { used: 0, shareBp: 6000 } })).toBe(60);
    expect(available(80, 'shop', { shop: { used: 20, shareBp: 6000 } })).toBe(40);
  });
  test('a buffer is kept unseen, never below zero', () => {
    expect(available(10, 'shop', { shop: { used: 0, buffer: 4 } })).toBe(6);
    expect(available(3, 'shop', { shop: { used: 0, buffer: 4 } })).toBe(0);
  });
  test('a quota is one’s own to use and fences the others off only as far as it is unused', () => {
    const rules = { tmall: { used: 10, quota: 30 }, shop: { used: 0 } };
    expect([available(100, 'shop', rules), available(100, 'tmall', rules)]).toEqual([80, 100]);
    expect(available(100, 'shop', { ...rules, tmall: { used: 35, quota: 30 } })).toBe(100);
    expect(available(100, 'shop', rules, { breaksQuotas: true })).toBe(100);
  });
  test('a quota for a time holds in [from, until) and then falls back to the pool', () => {
    const rules = { tmall: { used: 0, quota: 30, quotaFrom: now, quotaUntil: addMillis(now, 1000) } };
    expect([-1, 0, 999, 1000].map((ms) => available(100, 'shop', rules, { now: addMillis(now, ms) }))).toEqual([
      100, 70, 70, 100,
    ]);
  });
});

const rule = fc.record({
  used: fc.nat({ max: 20 }),
  quota: fc.nat({ max: 30 }),
  cap: fc.option(fc.nat({ max: 60 }), { nil: undefined }),
  buffer: fc.nat({ max: 5 }),
});
const channels = ['shop', 'tmall', 'jd'] as const;

test('as long as quotas fit the pool, no channel’s buying takes what is ring-fenced for another', () => {
  fc.assert(
    fc.property(
      fc.tuple(rule, rule, rule),
      fc.nat({ max: 200 }),
      fc.array(fc.constantFrom(...channels), { maxLength: 60 }),
      (rows, spare, buyers) => {
        const rules: Record<string, ChannelRule> = Object.fromEntries(channels.map((name, i) => [name, rows[i]!]));
        const unused = () =>
          channels.reduce((units, name) => units + Math.max(0, rules[name]!.quota! - rules[name]!.used), 0);
        let pool = unused() + spare;
        for (const name of buyers) {
          if (available(pool, name, rules) < 1) continue;
          rules[name] = { ...rules[name]!, used: rules[name]!.used + 1 };
          pool -= 1;
          expect(pool).toBeGreaterThanOrEqual(unused());
        }
      },
    ),
  );
});
