import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { instant } from '../kernel/index.ts';
import { minor } from '../money/index.ts';
import {
  can,
  newOrder,
  type OrderCommand,
  type OrderFacts,
  type ReviewFacts,
  type ReviewPlan,
  reviewSteps,
  reviewsOf,
  step,
} from './index.ts';

const at = instant('2026-03-01T02:00:00.000Z');
const plan: ReviewPlan = {
  order: { on: true, roles: ['reviewer'] },
  finance: { on: true, roles: ['finance'] },
  release: { on: true, roles: ['warehouse'] },
  distinct: true,
};
const submitted: OrderFacts = {
  ...newOrder([{ lineId: 'a', quantity: 2 }], { terms: 'terms', total: minor(2), granted: minor(0), prepay: minor(0) }),
  lines: [{ ...newOrder([{ lineId: 'a', quantity: 2 }], {} as never).lines[0]!, reserved: 2 }],
  approval: 'submitted',
  submittedBy: 'buyer',
};
type Person = { id: string; role: string };
const [rita, fan, wei]: [Person, Person, Person] = [
  { id: 'rita', role: 'reviewer' },
  { id: 'fan', role: 'finance' },
  { id: 'wei', role: 'warehouse' },
];
const playing = { reviewer: 'reviewer', finance: 'reviewer', warehouse: 'warehouse', administrator: 'administrator' };
const acting = ({ id, role }: Person) => ({
  roles: [playing[role as keyof typeof playing] as 'reviewer'],
  staffRoles: [role],
  actorId: id,
  at,
});
const act = (facts: OrderFacts, who: Person, command: OrderCommand) => step(facts, command, acting(who));
const go = (facts: OrderFacts, ...moves: readonly (readonly [Person, OrderCommand])[]): OrderFacts =>
  moves.reduce((now, [who, command]) => {
    const next = act(now, who, command);
    if (!next.ok) throw new Error(JSON.stringify(next.error));
    return next.value.facts;
  }, facts);
const approve = { action: 'approve', checks: { credit: true } } as const;
const begin = (p: ReviewPlan = plan): [Person, OrderCommand] => [
  rita,
  { action: 'start-review', reviews: reviewsOf(p, 'review') },
];

describe('reviews one after another', () => {
  test('an order is confirmed by its last review, its goods are picked after their release', () => {
    const begun = go(submitted, begin());
    expect(act(begun, fan, approve)).toMatchObject({ error: { kind: 'review-missing', step: 'order' } });
    expect(act(begun, fan, { action: 'pass-review' })).toMatchObject({
      error: { kind: 'review-not-yours', step: 'order', roles: ['reviewer'] },
    });
    const once = go(begun, [rita, { action: 'pass-review' }]);
    expect(once.approval).toBe('in-review');
    expect(act(once, fan, { action: 'pass-review' })).toMatchObject({ error: { kind: 'review-is-last' } });
    const confirmed = go(once, [fan, approve]);
    expect(confirmed.approval).toBe('confirmed');
    expect(act(confirmed, wei, { action: 'start-picking' })).toMatchObject({
      error: { kind: 'review-missing', step: 'release' },
    });
    const released = go(confirmed, [wei, { action: 'release' }]);
    expect(act(released, wei, { action: 'release' })).toMatchObject({ error: { kind: 'nothing-to-release' } });
    expect(go(released, [wei, { action: 'start-picking' }]).approval).toBe('picking');
    expect(released.reviews?.map(({ step, passedBy }) => [step, passedBy])).toEqual([
      ['order', 'rita'],
      ['finance', 'fan'],
      ['release', 'wei'],
    ]);
  });
  test('nobody passes two reviews of one order, unless the wholesaler lets him', () => {
    const boss = { id: 'boss', role: 'administrator' };
    const once = go(submitted, begin(), [boss, { action: 'pass-review' }]);
    expect(act(once, boss, approve)).toMatchObject({
      error: { kind: 'same-reviewer', step: 'finance', passed: 'order' },
    });
    const small = { ...plan, distinct: false };
    expect(go(submitted, begin(small), [boss, { action: 'pass-review' }], [boss, approve]).approval).toBe('confirmed');
  });
  test('whoever placed or changed the order reviews none of it', () => {
    const own = { ...submitted, authors: ['rita'] };
    expect(act(go(own, begin()), rita, { action: 'pass-review' })).toMatchObject({ error: { kind: 'own-order' } });
    const one = { ...plan, finance: { on: false, roles: ['finance'] } };
    expect(act(go(own, begin(one)), rita, approve)).toMatchObject({ error: { kind: 'own-order' } });
  });
  test('an order that was sent back is reviewed from the beginning', () => {
    const back = go(
      submitted,
      begin(),
      [rita, { action: 'pass-review' }],
      [rita, { action: 'change', comment: '价格' }],
    );
    expect(back.reviews).toEqual([]);
    expect(go(back, begin()).reviews?.some(({ passedBy }) => passedBy)).toBe(false);
  });
  test('confirmed by rule, an order still waits for its release', () => {
    const checks = { 'credit-auto': true, stock: true, price: true, 'known-customer': true };
    const sure = step(
      submitted,
      { action: 'auto-confirm', checks, reviews: reviewsOf(plan, 'confirmed') },
      { roles: ['system'], actorId: '', at },
    );
    expect(sure.ok && can(sure.value.facts, 'start-picking', 'warehouse')).toMatchObject({
      error: { kind: 'review-missing', step: 'release' },
    });
  });
  test('an order whose review began before there were steps is approved as it always was', () => {
    const { reviews: _, ...old } = go(submitted, [rita, { action: 'start-review' }]);
    expect(go(old, [fan, approve]).approval).toBe('confirmed');
  });
});

const people = fc.constantFrom(rita, fan, wei, { id: 'boss', role: 'administrator' }, { id: 'rui', role: 'reviewer' });
const plans = fc.record({
  order: fc.record({ on: fc.boolean(), roles: fc.subarray(['reviewer', 'finance']) }),
  finance: fc.record({ on: fc.boolean(), roles: fc.subarray(['reviewer', 'finance']) }),
  release: fc.record({ on: fc.boolean(), roles: fc.subarray(['reviewer', 'warehouse']) }),
  distinct: fc.boolean(),
});
const moves = fc.array(
  fc.tuple(people, fc.constantFrom(...(['pass-review', 'approve', 'release', 'start-picking'] as const))),
  { maxLength: 12 },
);

test('whatever people try: no order is confirmed or picked past an open review, each is passed once, by one who may', () => {
  fc.assert(
    fc.property(plans, moves, fc.constantFrom('', 'rita', 'fan'), (p, tries, author) => {
      let facts = go({ ...submitted, authors: author ? [author] : [] }, begin(p));
      for (const [who, action] of tries) {
        const next = act(facts, who, action === 'approve' ? approve : { action });
        if (!next.ok) continue;
        facts = next.value.facts;
      }
      const done = (facts.reviews ?? []).filter(
        (review): review is ReviewFacts & { passedBy: string } => !!review.passedBy,
      );
      const isConfirmed = facts.approval === 'confirmed' || facts.approval === 'picking';
      const needed = reviewSteps.filter((s) => p[s].on && (s !== 'release' || facts.approval === 'picking'));
      if (isConfirmed) expect(done.map((review) => review.step)).toEqual(expect.arrayContaining(needed));
      if (p.distinct) expect(new Set(done.map(({ passedBy }) => passedBy)).size).toBe(done.length);
      expect(done.map(({ passedBy }) => passedBy)).not.toContain(author);
      const roleOf = { rita: 'reviewer', rui: 'reviewer', fan: 'finance', wei: 'warehouse', boss: 'administrator' };
      for (const { passedBy, roles } of done)
        expect(['administrator', ...roles]).toContain(roleOf[passedBy as keyof typeof roleOf]);
    }),
  );
});
