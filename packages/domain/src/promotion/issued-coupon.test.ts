import { describe, expect, test } from 'vitest';
import { addDays, type CompanyId, id, instant, type PromotionId } from '../kernel/index.ts';
import { type CouponAction, type CouponTemplate, type IssuedCoupon, issueCoupon, stepCoupon } from './index.ts';

const now = instant('2026-06-18T02:00:00.000Z');
const [mine, theirs] = [id<CompanyId>('mine'), id<CompanyId>('theirs')];
const template: CouponTemplate = {
  id: 't',
  promotionId: id<PromotionId>('p'),
  kind: 'personal',
  code: 'JUNE',
  validity: { kind: 'days', days: 7 },
};
const issue = (more: Partial<CouponTemplate> = {}, to: Partial<Parameters<typeof issueCoupon>[1]> = {}) =>
  issueCoupon({ ...template, ...more }, { id: 'c', companyId: mine, at: now, issued: 0, issuedToCompany: 0, ...to });
const issued = (): IssuedCoupon => {
  const made = issue();
  if (!made.ok) throw new Error(made.error.kind);
  return made.value;
};
const go = (coupon: IssuedCoupon, action: CouponAction, more: Partial<Parameters<typeof stepCoupon>[1]> = {}) =>
  stepCoupon(coupon, { action, orderId: 'o1', companyId: mine, at: now, template, ...more });

describe('issuing', () => {
  test('counts its days from the moment of issue, or keeps the window of the template', () => {
    expect(issue()).toMatchObject({ ok: true, value: { validFrom: now, validTo: addDays(now, 7), companyId: 'mine' } });
    const to = addDays(now, 1);
    expect(issue({ validity: { kind: 'window', from: addDays(now, -1), to } })).toMatchObject({
      value: { validTo: to },
    });
  });
  test('a public coupon belongs to nobody; a personal one needs its company', () => {
    expect(issue({ kind: 'public' })).toMatchObject({ ok: true, value: { companyId: undefined } });
    expect(issue({}, { companyId: undefined })).toMatchObject({ error: { kind: 'company-missing' } });
  });
  test('stops at its limits and at the end of its window', () => {
    expect(issue({ issueLimit: 5 }, { issued: 4 })).toMatchObject({ ok: true });
    expect(issue({ issueLimit: 5 }, { issued: 5 })).toMatchObject({ error: { kind: 'issue-limit-reached', limit: 5 } });
    expect(issue({ perCompanyLimit: 1 }, { issuedToCompany: 1 })).toMatchObject({
      error: { kind: 'company-limit-reached' },
    });
    expect(issue({ validity: { kind: 'window', from: addDays(now, -9), to: now } })).toMatchObject({
      error: { kind: 'expired', since: now },
    });
  });
});

describe('with an order', () => {
  test('it is locked, used and, when the order ends, open again', () => {
    const locked = go(issued(), 'lock');
    expect(locked).toMatchObject({ ok: true, value: { state: 'locked', orderId: 'o1' } });
    const used = locked.ok ? go(locked.value, 'use', { at: addDays(now, 30) }) : locked;
    expect(used).toMatchObject({ ok: true, value: { state: 'used', orderId: 'o1' } });
    if (!used.ok) return;
    expect(go(used.value, 'release')).toEqual({ ok: true, value: { ...issued(), orderId: undefined } });
    expect(go(used.value, 'release', { template: { ...template, keepOnCancel: true } })).toEqual(used);
  });
  test('it serves one order of its company, inside its validity, and each refusal says why', () => {
    const coupon = issued();
    expect(go(coupon, 'lock', { companyId: theirs })).toMatchObject({ error: { kind: 'other-company' } });
    expect(go(coupon, 'lock', { at: addDays(now, -1) })).toMatchObject({ error: { kind: 'not-yet-valid', from: now } });
    expect(go(coupon, 'lock', { at: coupon.validTo })).toMatchObject({
      error: { kind: 'expired', since: coupon.validTo },
    });
    expect(go(coupon, 'use')).toMatchObject({ error: { kind: 'wrong-state', state: 'issued', from: ['locked'] } });
    const locked: IssuedCoupon = { ...coupon, state: 'locked', orderId: 'o1' };
    expect(go(locked, 'lock', { orderId: 'o2' })).toMatchObject({ error: { kind: 'wrong-state', state: 'locked' } });
    expect(go(locked, 'release', { orderId: 'o2' })).toMatchObject({ error: { kind: 'other-order', orderId: 'o1' } });
  });
});
