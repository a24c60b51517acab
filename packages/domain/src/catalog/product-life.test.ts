import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addMillis, instant } from '../kernel/index.ts';
import { checkPlan, lifeAt, nextSwitch, type ProductLife } from './product-life.ts';

const noon = instant('2026-11-27T04:00:00.000Z');
const planned: ProductLife = { status: 'draft', publishAt: noon, withdrawAt: addMillis(noon, 1_000) };

test('goods are there from the planned moment on, and gone at the other one', () => {
  expect(lifeAt(planned, addMillis(noon, -1)).status).toBe('draft');
  expect(lifeAt(planned, noon)).toEqual({ ...planned, status: 'published', publishAt: null });
  expect(lifeAt(planned, addMillis(noon, 999)).status).toBe('published');
  expect(lifeAt(planned, addMillis(noon, 1_000))).toEqual({ status: 'withdrawn', publishAt: null, withdrawAt: null });
});

test('what was withdrawn may be planned to come back', () => {
  expect(lifeAt({ status: 'withdrawn', publishAt: noon, withdrawAt: null }, noon).status).toBe('published');
});

test('carrying plans out twice, or in two steps, ends where one step ends', () => {
  const offset = fc.integer({ min: -3, max: 3 });
  const at = (n: number | null) => (n === null ? null : addMillis(noon, n));
  // A published product has no plan to publish, and plans are in order: `checkPlan` and every save see to that.
  const life = fc
    .record({
      status: fc.constantFrom('draft' as const, 'published' as const, 'withdrawn' as const),
      publishAt: fc.option(offset),
      stays: fc.option(fc.integer({ min: 1, max: 4 })),
    })
    .map(({ status, publishAt: n, stays }): ProductLife => {
      const publishAt = status === 'published' ? null : at(n);
      return { status, publishAt, withdrawAt: stays === null ? null : addMillis(publishAt ?? noon, stays) };
    });
  fc.assert(
    fc.property(life, offset, fc.nat(3), (start, first, later) => {
      const once = lifeAt(start, addMillis(noon, first));
      expect(lifeAt(once, addMillis(noon, first))).toEqual(once);
      const due = nextSwitch(once);
      if (due !== null && due > addMillis(noon, first)) expect(lifeAt(once, addMillis(due, -1))).toEqual(once);
      expect(lifeAt(once, addMillis(noon, first + later)).status).toBe(
        lifeAt(start, addMillis(noon, first + later)).status,
      );
    }),
  );
});

test('plans lie ahead and in order', () => {
  expect(checkPlan({ publishAt: noon, withdrawAt: null }, noon)).toEqual({ kind: 'plan-in-past', field: 'publishAt' });
  expect(checkPlan({ publishAt: addMillis(noon, 5), withdrawAt: addMillis(noon, 5) }, noon)).toEqual({
    kind: 'plan-out-of-order',
  });
  expect(checkPlan({ publishAt: addMillis(noon, 5), withdrawAt: addMillis(noon, 6) }, noon)).toBeUndefined();
});
