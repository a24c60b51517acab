import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { day, plusDays } from '../../calendar/index.ts';
import { minor } from '../../money/index.ts';
import { DEFAULT_LEVEL_POLICY, type HeldLevel, levelAt, rollingSpend } from './index.ts';

const LEVELS = [
  { level: 'ordinary', min: minor(0) },
  { level: 'silver', min: minor(1_000_000) },
  { level: 'gold', min: minor(5_000_000) },
  { level: 'diamond', min: minor(20_000_000) },
];
const order = (date: string, paid: number, refunded = 0) => ({
  date: day(date),
  paid: minor(paid),
  refunded: minor(refunded),
});
const at = (date: string, held: HeldLevel, ...orders: ReturnType<typeof order>[]) =>
  levelAt({ levels: LEVELS, held, orders, at: day(date) });

describe('spend', () => {
  test('the window leaves out the day twelve months ago and includes today', () => {
    const orders = [
      order('2025-06-30', 1),
      order('2025-07-01', 10),
      order('2026-06-30', 100),
      order('2026-07-01', 1000),
    ];
    expect(rollingSpend(orders, day('2026-06-30'), 12)).toBe(110);
  });

  test('a refund lowers the spend, never below nothing for its order', () => {
    expect(rollingSpend([order('2026-01-01', 100, 30), order('2026-01-02', 50, 80)], day('2026-06-30'), 12)).toBe(70);
  });
});

describe('upgrade', () => {
  test('the threshold met exactly lifts at once, over several levels, for twelve months', () => {
    expect(at('2026-06-30', { level: 'ordinary' }, order('2026-03-01', 5_000_000))).toMatchObject({
      change: 'upgrade',
      held: { level: 'gold', validUntil: '2027-06-30' },
      next: { level: 'diamond', missing: 15_000_000 },
    });
  });

  test('where a level asks for orders too, spend alone does not reach it', () => {
    const levels = [LEVELS[0]!, { ...LEVELS[1]!, minOrders: 2 }];
    const held = { level: 'ordinary' };
    const one = [order('2026-06-01', 9_000_000)];
    expect(levelAt({ levels, held, orders: one, at: day('2026-06-30') }).held.level).toBe('ordinary');
    expect(levelAt({ levels, held, orders: [...one, order('2026-06-02', 1)], at: day('2026-06-30') }).held.level).toBe(
      'silver',
    );
  });

  test('a refund inside the return period takes the upgrade back, later it does not', () => {
    const up = at(
      '2026-06-01',
      { level: 'silver', validUntil: day('2026-12-01') },
      order('2026-05-31', 5_000_000),
    ).held;
    expect(at('2026-06-15', up, order('2026-05-31', 5_000_000, 3_000_000))).toMatchObject({
      change: 'undo-upgrade',
      held: { level: 'silver', validUntil: '2026-12-01' },
    });
    expect(at('2026-06-16', up, order('2026-05-31', 5_000_000, 3_000_000))).toMatchObject({
      change: 'keep',
      keptBy: 'validity',
      held: { level: 'gold' },
    });
  });

  test('two upgrades in one return period are taken back together', () => {
    const silver = at('2026-06-01', { level: 'ordinary' }, order('2026-05-31', 1_000_000)).held;
    const gold = at('2026-06-05', silver, order('2026-05-31', 5_000_000)).held;
    expect(at('2026-06-10', gold).held).toEqual({ level: 'ordinary' });
  });
});

describe('the end of the validity', () => {
  const gold: HeldLevel = { level: 'gold', validUntil: day('2026-12-31') };

  test('before it nothing is lowered, and what is missing to keep the level is said', () => {
    expect(at('2026-12-30', gold, order('2026-01-01', 200_000))).toMatchObject({
      held: { level: 'gold' },
      keptBy: 'validity',
      keep: { missing: 4_800_000, by: '2026-12-31' },
    });
  });

  test('on its day the window decides: renewed with the spend, else one level down and no further', () => {
    expect(at('2026-12-31', gold, order('2026-06-01', 5_000_000))).toMatchObject({
      change: 'renew',
      held: { level: 'gold', validUntil: '2027-12-31' },
    });
    expect(at('2026-12-31', gold)).toMatchObject({
      change: 'downgrade',
      held: { level: 'silver', validUntil: '2027-12-31' },
    });
  });

  test('without soft landing the spend alone decides', () => {
    const policy = { ...DEFAULT_LEVEL_POLICY, softLanding: false };
    expect(levelAt({ levels: LEVELS, held: gold, orders: [], at: day('2026-12-31'), policy }).held).toEqual({
      level: 'ordinary',
    });
  });

  test('a level granted by hand stays until its lock ends', () => {
    const locked = { ...gold, lockedUntil: day('2027-06-01') };
    expect(at('2027-05-31', locked)).toMatchObject({
      keptBy: 'lock',
      held: { level: 'gold', lockedUntil: '2027-06-01' },
    });
    expect(at('2027-06-01', locked)).toMatchObject({ change: 'downgrade', held: { level: 'silver' } });
  });
});

describe('for any history', { timeout: 60_000 }, () => {
  const start = day('2026-01-01');
  const orders = fc.array(
    fc
      .record({ after: fc.integer({ min: 0, max: 700 }), paid: fc.integer({ min: 0, max: 8_000_000 }) })
      .map(({ after, paid }) => ({ date: plusDays(start, after), paid: minor(paid), refunded: minor(0) })),
    { maxLength: 8 },
  );

  test('the level never lies below what the spend reaches, and never falls by more than one step a day', () => {
    fc.assert(
      fc.property(orders, (history) => {
        let held: HeldLevel = { level: 'ordinary' };
        for (let after = 0; after < 900; after += 1) {
          const before = LEVELS.findIndex((level) => level.level === held.level);
          const decision = levelAt({ levels: LEVELS, held, orders: history, at: plusDays(start, after) });
          const now = LEVELS.findIndex((level) => level.level === decision.held.level);
          expect(decision.spend).toBeLessThan(LEVELS[now + 1]?.min ?? Number.POSITIVE_INFINITY);
          expect(now).toBeGreaterThanOrEqual(before - 1);
          held = decision.held;
        }
      }),
      { numRuns: 15 },
    );
  });

  test('asking again on the same day changes nothing', () => {
    fc.assert(
      fc.property(
        orders,
        fc.integer({ min: 0, max: 900 }),
        fc.constantFrom('ordinary', 'silver', 'gold'),
        (history, after, level) => {
          const ask = (held: HeldLevel) =>
            levelAt({ levels: LEVELS, held, orders: history, at: plusDays(start, after) });
          const first = ask({ level, validUntil: plusDays(start, 400) });
          const { held } = ask(first.held);
          expect(held.level).toBe(first.held.level);
        },
      ),
    );
  });
});
