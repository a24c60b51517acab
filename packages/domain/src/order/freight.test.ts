import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { minor } from '../money/index.ts';
import { type FreightParcel, type FreightRule, freightFor, zoneOf } from './freight.ts';

const rule: FreightRule = {
  zones: [
    {
      id: 'near',
      places: ['浙江省', '江苏省'],
      tariff: { kind: 'by-weight', firstGrams: 1_000, first: minor(800), stepGrams: 500, step: minor(150) },
      freeFrom: minor(50_000),
    },
    { id: 'city', places: ['浙江省/杭州市'], tariff: { kind: 'fixed', amount: minor(0) } },
    { id: 'far', tariff: { kind: 'by-piece', first: minor(2_000), next: minor(700) } },
  ],
  closed: ['西藏自治区'],
  minimum: minor(1_000),
  maxGrams: 500_000,
};
const parcel = (wish: Partial<FreightParcel>): FreightParcel => ({
  place: { province: '浙江省', city: '宁波市' },
  goods: minor(10_000),
  grams: 1_000,
  pieces: 1,
  unweighed: 0,
  ...wish,
});

describe('what delivery costs', () => {
  test.each([
    [{ grams: 0 }, 800],
    [{ grams: 1_000 }, 800],
    [{ grams: 1_001 }, 950],
    [{ grams: 1_500 }, 950],
    [{ grams: 1_501 }, 1_100],
    [{ place: { province: '浙江省', city: '杭州市' }, grams: 90_000 }, 0],
    [{ place: { province: '广东省' }, pieces: 3 }, 3_400],
    [{ goods: minor(50_000), grams: 9_000 }, 0],
  ])('%j costs %d', (wish, amount) => {
    expect(freightFor(rule, parcel(wish))).toMatchObject({ ok: true, value: { amount } });
  });

  test('says how much is missing until it is free, and what was waived', () => {
    expect(freightFor(rule, parcel({ goods: minor(49_900) }))).toMatchObject({ value: { freeIn: 100 } });
    expect(freightFor(rule, parcel({ goods: minor(50_000) }))).toMatchObject({ value: { amount: 0, waived: 800 } });
  });

  test('a place, a worth and a weight that are not served are refused with what would be', () => {
    const tibet = { province: '西藏自治区', city: '拉萨市' };
    expect(freightFor(rule, parcel({ place: tibet }))).toEqual({
      ok: false,
      error: { kind: 'place-not-served', place: tibet },
    });
    expect(freightFor(rule, parcel({ goods: minor(999) }))).toEqual({
      ok: false,
      error: { kind: 'below-delivery-minimum', minimum: 1_000, missing: 1 },
    });
    expect(freightFor(rule, parcel({ grams: 500_001 }))).toEqual({
      ok: false,
      error: { kind: 'too-heavy', grams: 500_001, limit: 500_000 },
    });
  });

  test('heavier is never cheaper, and two parcels never cost less than one of both weights', () => {
    const grams = fc.integer({ min: 0, max: 200_000 });
    const cost = (weight: number): number => {
      const charged = freightFor(rule, parcel({ grams: weight }));
      return charged.ok ? charged.value.amount : Number.NaN;
    };
    fc.assert(
      fc.property(grams, grams, (a, b) => {
        expect(cost(a + b)).toBeGreaterThanOrEqual(cost(Math.max(a, b)));
        expect(cost(a) + cost(b)).toBeGreaterThanOrEqual(cost(a + b));
      }),
    );
  });
});

test('a place is the same however it is written: 浙江 is 浙江省, 广西 is 广西壮族自治区', () => {
  const rule: FreightRule = {
    zones: [
      { id: 'city', places: ['浙江省/杭州市'], tariff: { kind: 'fixed', amount: minor(100) } },
      { id: 'near', places: ['浙江', '广西壮族自治区', '上海市'], tariff: { kind: 'fixed', amount: minor(200) } },
    ],
    closed: ['西藏自治区'],
  };
  const zone = (province: string, city?: string) => zoneOf(rule, { province, city })?.id;
  expect([zone('浙江', '杭州'), zone('浙江省', '宁波市'), zone('广西'), zone('上海', '上海市')]).toEqual([
    'city',
    'near',
    'near',
    'near',
  ]);
  expect(zone('西藏')).toBeUndefined();
});
