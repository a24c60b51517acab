import type { Tx } from '@tradeline/db';
import {
  type PriceListRow,
  priceEffectStore,
  priceListStore,
  priceVersionStore,
  transactionTime,
} from '@tradeline/db/stores';
import { err, type Instant, ok, type Result } from '@tradeline/domain/kernel';
import type { PriceChange } from '@tradeline/domain/pricing';
import type { Refusal } from '../../trpc/refusal-codes.ts';

/** What is asked about: publishing a draft, or switching a list on or off. */
export type WhatIfSubject = { kind: 'draft'; versionId: string } | { kind: 'switch'; listId: string };

export type WhatIfTask = {
  key: string;
  /** Fingerprint of the state that the answer is true of. */
  basis: string;
  list: PriceListRow;
  /** The draft's wishes by SKU; none when a list is switched. */
  changes: ReadonlyMap<string, readonly PriceChange[]> | undefined;
  skuIds: readonly string[];
  /** The moment compared: now, or when a list begins that is yet to begin. */
  at: Instant;
};

export const subjectKey = (subject: WhatIfSubject): string =>
  subject.kind === 'draft' ? `draft:${subject.versionId}` : `switch:${subject.listId}`;

/** The state of a subject without its changes: enough to tell whether an earlier answer still holds. */
export const whatIfBasis = async (
  tx: Tx,
  subject: WhatIfSubject,
): Promise<Result<{ basis: string; list: PriceListRow }, Refusal>> => {
  const version = subject.kind === 'draft' ? await priceVersionStore.find(tx, subject.versionId) : undefined;
  if (subject.kind === 'draft' && !version) return err({ kind: 'price-version-not-found' });
  if (version && version.state !== 'draft') return err({ kind: 'price-draft-closed', state: version.state });
  const listId = subject.kind === 'switch' ? subject.listId : (version?.priceListId ?? '');
  const list = await priceListStore.find(tx, listId);
  if (!list) return err({ kind: 'price-list-not-found' });
  return ok({ basis: `${version?.revision ?? 'switch'} ${list.version} ${list.revision}`, list });
};

export const readSubject = async (tx: Tx, subject: WhatIfSubject): Promise<Result<WhatIfTask, Refusal>> => {
  const state = await whatIfBasis(tx, subject);
  if (!state.ok) return state;
  const { basis, list } = state.value;
  const now = await transactionTime(tx);
  const at = list.validFrom !== null && list.validFrom > now ? list.validFrom : now;
  const shared = { key: subjectKey(subject), basis, list, at };
  if (subject.kind === 'switch')
    return ok({ ...shared, changes: undefined, skuIds: await priceEffectStore.listedSkus(tx, list.id) });
  const changes = Map.groupBy(await priceVersionStore.changes(tx, subject.versionId), ({ skuId }) => skuId as string);
  return ok({ ...shared, changes, skuIds: await priceEffectStore.changedSkus(tx, subject.versionId) });
};
