import { transact } from '@tradeline/db';
import { auditStore, outboxStore, productStore, transactionTime } from '@tradeline/db/stores';
import { checkPlan, type FieldChange, mayPublish, type ProductLife } from '@tradeline/domain/catalog';
import { err, type Instant, ok, type Result } from '@tradeline/domain/kernel';
import type { Deps } from '../../deps.ts';
import type { Refusal } from '../../trpc/refusal-codes.ts';
import { type Editor, historyEntry } from './actor.ts';
import { readinessOf } from './readiness.ts';
import { movedOn } from './save-product.ts';

export type LifeWish =
  | { action: 'publish' }
  | { action: 'withdraw' }
  /** Replaces both plans; null takes one away. */
  | { action: 'plan'; publishAt: Instant | null; withdrawAt: Instant | null };
export type LifeRequest = { id: string; expectedVersion?: number | undefined; wish: LifeWish };
export type Alive = ProductLife & { version: number };

/**
 * Shows goods to customers, takes them away, or plans either. What is to be shown must have all it must have. Without an
 * expected version (many at once) the newest is taken.
 */
export const planProduct = (
  { db }: Pick<Deps, 'db'>,
  editor: Editor,
  { id, expectedVersion, wish }: LifeRequest,
): Promise<Result<Alive, Refusal>> =>
  transact<Alive, Refusal>(db, async (tx) => {
    const product = await productStore.find(tx, id, true);
    if (!product) return err({ kind: 'product-not-found' });
    const { version } = product;
    if (expectedVersion !== undefined && expectedVersion !== version)
      return err(await movedOn(tx, product, expectedVersion));
    const now = await transactionTime(tx);
    const life = lifeAfter(product, wish, now);
    const wrong = wish.action === 'plan' ? checkPlan(life, now) : undefined;
    if (wrong) return err(wrong);
    if (life.status === 'published' || life.publishAt !== null) {
      const missing = await readinessOf(tx, product, await productStore.attributesOf(tx, product.categoryId));
      if (!mayPublish(missing)) return err({ kind: 'product-not-ready', missing: missing.filter(({ must }) => must) });
    }
    const changes = (['status', 'publishAt', 'withdrawAt'] as const)
      .map((field): FieldChange => ({ field, before: product[field], after: life[field] }))
      .filter(({ before, after }) => before !== after);
    if (changes.length === 0) return ok({ ...life, version });
    const publishedNow = life.status === 'published' && product.status !== 'published';
    await productStore.setLife(tx, id, version, { ...life, ...(publishedNow ? { publishedAt: now } : {}) });
    await auditStore.add(tx, historyEntry(editor, verbs[wish.action], id, changes));
    await outboxStore.add(tx, {
      type: `product.${verbs[wish.action]}`,
      aggregateType: 'product',
      aggregateId: id,
      aggregateVersion: version + 1,
      payload: { ...life },
    });
    return ok({ ...life, version: version + 1 });
  });

const verbs = { publish: 'published', withdraw: 'withdrawn', plan: 'planned' } as const;

/** An act now replaces the plan for the same act; a plan to withdraw what is withdrawn makes no sense and goes too. */
const lifeAfter = ({ status, withdrawAt }: ProductLife, wish: LifeWish, now: Instant): ProductLife => {
  switch (wish.action) {
    case 'publish':
      return { status: 'published', publishAt: null, withdrawAt: withdrawAt && withdrawAt > now ? withdrawAt : null };
    case 'withdraw':
      return { status: status === 'draft' ? 'draft' : 'withdrawn', publishAt: null, withdrawAt: null };
    case 'plan':
      return { status, publishAt: status === 'published' ? null : wish.publishAt, withdrawAt: wish.withdrawAt };
  }
};
