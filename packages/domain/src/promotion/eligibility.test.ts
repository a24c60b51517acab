import { expect, test } from 'vitest';
import { type CompanyId, type CustomerGroupId, id, instant, localTime } from '../kernel/index.ts';
import { minor } from '../money/index.ts';
import { aPromotion } from '../testing/index.ts';
import { enteredCode, ineligible, isOpen } from './eligibility.ts';
import type { Promotion } from './promotion.ts';

const now = instant('2026-03-06T06:30:00.000Z');
const context = {
  now,
  local: localTime(now, 'Asia/Shanghai')!,
  customer: {
    companyId: id<CompanyId>('acme'),
    groupIds: [id<CustomerGroupId>('hotels')],
    level: 'gold',
    channel: 'portal',
    regions: ['CN', 'CN-SH'],
  },
  coupons: [' spring26 '],
};

const offer = (more: Partial<Promotion>) => aPromotion('p', { type: 'amount-off-order', amount: minor(100) }, more);
const reason = (more: Partial<Promotion>) => ineligible(offer(more), context);

test('a promotion without terms is for everybody, always', () => {
  expect(reason({})).toBeUndefined();
  expect(ineligible(offer({}), { ...context, customer: {}, coupons: [] })).toBeUndefined();
});

test.each<[string | undefined, Partial<Promotion>]>([
  ['disabled', { enabled: false }],
  [undefined, { enabled: true }],
  ['not_started', { startsAt: instant('2026-03-06T06:30:00.001Z') }],
  [undefined, { startsAt: now }],
  ['expired', { endsAt: now }],
  [undefined, { endsAt: instant('2026-03-06T06:30:00.001Z') }],
  ['outside_hours', { recurring: [{ from: '15:00', to: '16:00' }] }],
  [
    undefined,
    {
      recurring: [
        { from: '15:00', to: '16:00' },
        { from: '14:30', to: '14:31' },
      ],
    },
  ],
  ['channel_mismatch', { audience: { channels: ['app'] } }],
  [undefined, { audience: { channels: ['app', 'portal'] } }],
  ['customer_mismatch', { audience: { companyIds: [id<CompanyId>('best')] } }],
  [undefined, { audience: { companyIds: [id<CompanyId>('acme')] } }],
  ['customer_mismatch', { audience: { levels: ['silver'] } }],
  [undefined, { audience: { levels: ['gold'] } }],
  ['customer_mismatch', { audience: { groupIds: [id<CustomerGroupId>('shops')] } }],
  [undefined, { audience: { groupIds: [id<CustomerGroupId>('shops'), id<CustomerGroupId>('hotels')] } }],
  ['customer_mismatch', { audience: { regions: ['CN-BJ'] } }],
  [undefined, { audience: { regions: ['CN-SH'] } }],
  ['coupon_not_entered', { coupon: { code: 'AUTUMN' } }],
  [undefined, { coupon: { code: 'Spring26' } }],
  ['coupon_not_entered', { coupon: { code: 'Spring26', caseSensitive: true } }],
  ['usage_limit_reached', { usage: { limit: 5, used: 5 } }],
  [undefined, { usage: { limit: 5, used: 4 } }],
  ['usage_limit_reached', { usage: { limit: 0 } }],
  ['customer_usage_limit_reached', { usage: { perCustomerLimit: 1, usedByCustomer: 1 } }],
  [undefined, { usage: { perCustomerLimit: 1 } }],
  ['usage_limit_reached', { usage: { perPeriodLimit: 3, usedInPeriod: 3 } }],
  [undefined, { usage: { perPeriodLimit: 3, usedInPeriod: 2 } }],
  ['usage_limit_reached', { usage: { perPeriodLimit: 0 } }],
])('%s: %j', (expected, more) => {
  expect(reason(more)).toBe(expected);
});

test('a buyer without a channel, level or region is not addressed by one', () => {
  const nobody = { ...context, customer: {} };
  const audiences = [
    { channels: ['app'] },
    { levels: ['gold'] },
    { regions: ['CN'] },
    { companyIds: [id<CompanyId>('acme')] },
    { groupIds: [id<CustomerGroupId>('hotels')] },
  ];
  expect(audiences.map((audience) => ineligible(offer({ audience }), nobody))).toEqual([
    'channel_mismatch',
    'customer_mismatch',
    'customer_mismatch',
    'customer_mismatch',
    'customer_mismatch',
  ]);
});

test('the code is shown as the buyer typed it', () => {
  expect(enteredCode(offer({ coupon: { code: 'SPRING26' } }), context.coupons)).toBe(' spring26 ');
  expect(enteredCode(offer({}), context.coupons)).toBeUndefined();
});

const at = (weekday: number, clock: string) => ({
  day: '2026-03-06',
  weekday,
  minute: Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3)),
});

test('hours are half-open', () => {
  const hours = { days: [5], from: '14:00', to: '16:00' };
  expect(
    [at(5, '13:59'), at(5, '14:00'), at(5, '15:59'), at(5, '16:00'), at(4, '15:00')].map((time) => isOpen(hours, time)),
  ).toEqual([false, true, true, false, false]);
  expect(isOpen({ from: '00:00', to: '24:00' }, at(3, '23:59'))).toBe(true);
});

test('minutes count, any of several regions will do, and a code is trimmed on both sides', () => {
  const hours = { from: '14:30', to: '15:10' };
  expect(['14:29', '14:30', '15:09', '15:10'].map((clock) => isOpen(hours, at(3, clock)))).toEqual([
    false,
    true,
    true,
    false,
  ]);
  expect(reason({ audience: { regions: ['CN-BJ', 'CN'] } })).toBeUndefined();
  expect(reason({ coupon: { code: ' SPRING26 ' } })).toBeUndefined();
});

test('hours over midnight belong to the day they start on, also from Sunday to Monday', () => {
  const sundayNight = { days: [7], from: '22:00', to: '02:00' };
  expect(
    [at(7, '21:59'), at(7, '22:00'), at(1, '01:59'), at(1, '02:00'), at(7, '01:00'), at(1, '23:00')].map((time) =>
      isOpen(sundayNight, time),
    ),
  ).toEqual([false, true, true, false, false, false]);
  const friday = { days: [5], from: '22:00', to: '02:00' };
  expect([at(6, '01:00'), at(5, '01:00')].map((time) => isOpen(friday, time))).toEqual([true, false]);
  expect(isOpen({ from: '08:00', to: '08:00' }, at(2, '07:59'))).toBe(true);
});
