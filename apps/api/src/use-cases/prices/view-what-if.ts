import { jobStore, priceEffectStore, priceVersionStore } from '@tradeline/db/stores';
import { err, ok, type Result } from '@tradeline/domain/kernel';
import { directionOf } from '@tradeline/domain/pricing';
import type { Deps } from '../../deps.ts';
import type { Refusal } from '../../trpc/refusal-codes.ts';
import type { JobHandler } from '../jobs.ts';
import type { PriceActor } from './actor.ts';
import { reckonWhatIf, type SkuWhatIf, startWhatIf, type WhatIf, type WhatIfRun } from './what-if.ts';
import { readSubject, subjectKey, type WhatIfSubject, type WhatIfTask, whatIfBasis } from './what-if-subject.ts';

export const WHAT_IF_JOB = 'price-what-if';
/** Goods up to which the answer is waited for; more are reckoned by a worker, with progress. */
const INLINE = 1_000;

const reckonAndKeep = async (
  { db }: Pick<Deps, 'db'>,
  task: WhatIfTask,
  onPiece?: (done: number, total: number) => Promise<void>,
): Promise<void> => {
  const started = performance.now();
  const result = await reckonWhatIf(db, task, onPiece);
  const tookMs = Math.round(performance.now() - started);
  await priceVersionStore.keepWhatIf(db, { subject: task.key, basis: task.basis, result, tookMs });
};

/** Reckons what a change would do: at once when it is small, else by a job whose id is returned. */
export const runWhatIf = async (
  { db }: Pick<Deps, 'db'>,
  actor: PriceActor,
  subject: WhatIfSubject,
): Promise<Result<{ jobId: string | null; skus: number }, Refusal>> => {
  const task = await readSubject(db, subject);
  if (!task.ok) return task;
  const skus = task.value.skuIds.length;
  if (skus > INLINE) {
    const uniqueKey = `${WHAT_IF_JOB}:${task.value.key}`;
    const owner = { type: 'staff', id: actor.id } as const;
    return ok({ jobId: await jobStore.add(db, { kind: WHAT_IF_JOB, payload: subject, owner, uniqueKey }), skus });
  }
  await reckonAndKeep({ db }, task.value);
  return ok({ jobId: null, skus });
};

/** The same in a worker. A draft that was published or discarded meanwhile needs no answer any more. */
export const whatIfJob =
  ({ db }: Pick<Deps, 'db'>): JobHandler =>
  async ({ payload, step }) => {
    const task = await readSubject(db, payload as WhatIfSubject);
    if (!task.ok) return { refused: task.error.kind };
    await reckonAndKeep({ db }, task.value, step);
    return { skus: task.value.skuIds.length };
  };

/** The last answer without its rows, and whether it is still true. */
export const viewWhatIf = async ({ db }: Pick<Deps, 'db'>, subject: WhatIfSubject) => {
  const now = await whatIfBasis(db, subject);
  if (!now.ok) return now;
  const kept = await priceVersionStore.whatIf(db, subjectKey(subject));
  if (!kept) return ok(null);
  const { skus: _, customers, ...summary } = kept.result as WhatIf;
  return ok({
    ...summary,
    affected: customers.length,
    stale: kept.basis !== now.value.basis,
    computedAt: kept.computedAt,
    tookMs: kept.tookMs,
  });
};

export const SKU_VIEWS = [
  'all',
  'dearer',
  'cheaper',
  'lost',
  'gained',
  'below-cost',
  'below-floor',
  'inverted',
] as const;
export type SkuView = (typeof SKU_VIEWS)[number];
type Page = { page: number; size: number };

const inView: Record<SkuView, (row: WhatIf['skus'][number]) => boolean> = {
  all: () => true,
  dearer: (row) => row.dearer > 0,
  cheaper: (row) => row.cheaper > 0,
  lost: (row) => row.lost > 0,
  gained: (row) => row.gained > 0,
  'below-cost': (row) => row.belowCost,
  'below-floor': (row) => row.belowFloor,
  inverted: (row) => row.invertedFrom !== null,
};

const keptResult = async ({ db }: Pick<Deps, 'db'>, subject: WhatIfSubject): Promise<Result<WhatIf, Refusal>> => {
  const kept = await priceVersionStore.whatIf(db, subjectKey(subject));
  return kept ? ok(kept.result as WhatIf) : err({ kind: 'price-version-not-found' });
};

export const whatIfSkus = async (
  deps: Pick<Deps, 'db'>,
  subject: WhatIfSubject,
  view: SkuView,
  { page, size }: Page,
) => {
  const kept = await keptResult(deps, subject);
  if (!kept.ok) return kept;
  const rows = kept.value.skus.filter(inView[view]);
  const shown = rows.slice((page - 1) * size, page * size);
  const named = new Map(
    (
      await priceEffectStore.skus(
        deps.db,
        shown.map(({ id }) => id),
      )
    ).map((sku) => [sku.id, sku]),
  );
  return ok({
    total: rows.length,
    rows: shown.map((row) => {
      const sku = named.get(row.id);
      return { ...row, productName: sku?.productName ?? null, options: sku?.options ?? {}, axes: sku?.axes ?? [] };
    }),
  });
};

export const whatIfCustomers = async (deps: Pick<Deps, 'db'>, subject: WhatIfSubject, { page, size }: Page) => {
  const kept = await keptResult(deps, subject);
  if (!kept.ok) return kept;
  const rows = kept.value.customers;
  return ok({ total: rows.length, rows: rows.slice((page - 1) * size, page * size) });
};

const NAMED = 5;

/**
 * Who pays what before and after, for some goods: reckoned anew for a page of the subject's goods, of chosen ones, or
 * as one customer sees them.
 */
export const whatIfDetails = async (
  { db }: Pick<Deps, 'db'>,
  subject: WhatIfSubject,
  { skuIds, companyId, page, size }: Page & { skuIds?: string[] | undefined; companyId?: string | undefined },
) => {
  const task = await readSubject(db, subject);
  if (!task.ok) return task;
  const asked = skuIds ? task.value.skuIds.filter((id) => skuIds.includes(id)) : task.value.skuIds;
  const run = await startWhatIf(db, task.value);
  const only = companyId === undefined ? undefined : run.profiles.profileOf.get(companyId);
  const compared =
    companyId === undefined
      ? await run.piece(asked.slice((page - 1) * size, page * size))
      : await firstOf(run, asked, size, only);
  const nameOf = (listId: string | undefined) => (listId ? (run.lists.get(listId)?.name ?? null) : null);
  return ok({
    total: asked.length,
    rows: compared.map(({ sku, impact }) => ({
      skuId: sku.id,
      itemNumber: sku.itemNumber,
      productName: sku.productName,
      options: sku.options,
      axes: sku.axes,
      unit: sku.unit,
      effects: impact.effects
        .filter(({ profiles }) => companyId === undefined || (only !== undefined && profiles.includes(only)))
        .map((effect) => {
          const members = effect.profiles.flatMap((at) => run.profiles.members[at] ?? []);
          return {
            direction: directionOf(effect),
            customers: members.length,
            named: members.slice(0, NAMED).map(({ id, name, number }) => ({ id, name, number })),
            steps: effect.steps.map(({ quantity, before, after }) => ({
              quantity,
              beforeE4: before?.unitPriceE4 ?? null,
              afterE4: after?.unitPriceE4 ?? null,
              beforeList: nameOf(before?.listId),
              afterList: nameOf(after?.listId),
            })),
          };
        }),
    })),
  });
};

/** The first goods whose price changes for one kind of customer, however many others come before them. */
const firstOf = async (
  run: WhatIfRun,
  skuIds: readonly string[],
  size: number,
  profile: number | undefined,
): Promise<SkuWhatIf[]> => {
  const found: SkuWhatIf[] = [];
  for (let at = 0; profile !== undefined && at < skuIds.length && found.length < size; at += 250)
    for (const each of await run.piece(skuIds.slice(at, at + 250)))
      if (each.impact.effects.some(({ profiles }) => profiles.includes(profile))) found.push(each);
  return found.slice(0, size);
};

/** How far the job is; a job of another kind is not there. */
export const whatIfProgress = async ({ db }: Pick<Deps, 'db'>, jobId: string) => {
  const job = await jobStore.find(db, jobId);
  if (job?.kind !== WHAT_IF_JOB) return null;
  return { state: job.state, done: job.done, total: job.total };
};

export const cancelWhatIf = async ({ db }: Pick<Deps, 'db'>, jobId: string): Promise<void> => {
  const job = await jobStore.find(db, jobId);
  if (job?.kind === WHAT_IF_JOB) await jobStore.requestCancel(db, jobId);
};
