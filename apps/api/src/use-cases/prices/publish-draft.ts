import { transact } from '@tradeline/db';
import { type PublishedCounts, priceListStore, priceVersionStore } from '@tradeline/db/stores';
import { allows, staffRoles } from '@tradeline/domain/access';
import { err, ok, type Result } from '@tradeline/domain/kernel';
import type { Deps } from '../../deps.ts';
import type { Refusal } from '../../trpc/refusal-codes.ts';
import { auditPrices, type PriceActor } from './actor.ts';
import { tellPrices } from './save-list.ts';

/** What the publisher looked at: another state of the draft or of the list is not what he agreed to. */
export type SeenDraft = { versionId: string; revision: number; listVersion: number };

/** Makes a draft the prices that hold: all of it in one transaction, or nothing. Of two publishers of a list one is refused. */
export const publishDraft = (
  { db }: Pick<Deps, 'db'>,
  actor: PriceActor,
  { versionId, revision, listVersion }: SeenDraft,
): Promise<Result<PublishedCounts, Refusal>> =>
  transact(db, async (tx): Promise<Result<PublishedCounts, Refusal>> => {
    const draft = await priceVersionStore.find(tx, versionId);
    if (!draft) return err({ kind: 'price-version-not-found' });
    if (draft.state !== 'draft') return err({ kind: 'price-draft-closed', state: draft.state });
    if (draft.changes === 0) return err({ kind: 'price-draft-empty' });
    const { fourEyes } = await priceListStore.settings(tx);
    if (fourEyes && draft.editors.includes(actor.id)) {
      const roles = staffRoles.filter((role) => allows({ audience: 'staff', roles: [role] }, 'price.publish'));
      const others = await priceListStore.staffOf(tx, roles);
      return err({
        kind: 'price-four-eyes',
        may: others.filter(({ id }) => !draft.editors.includes(id)).map(({ name }) => name),
      });
    }
    const listId = draft.priceListId;
    const done = await priceVersionStore.publish(tx, { id: versionId, listId, revision, listVersion, by: actor.id });
    if (done === 'list-moved') {
      const list = await priceListStore.find(tx, listId);
      return err({ kind: 'price-list-moved-on', version: list?.version ?? 0 });
    }
    if (done === 'draft-moved') {
      const now = await priceVersionStore.find(tx, versionId);
      return now?.state === 'draft'
        ? err({ kind: 'price-draft-moved-on' })
        : err({ kind: 'price-draft-closed', state: now?.state ?? 'discarded' });
    }
    if (done.added + done.changed + done.removed === 0) return err({ kind: 'price-draft-empty' });
    await auditPrices(tx, actor, 'price.publish', listId, {
      before: { version: listVersion },
      after: { version: done.number, versionId, ...done },
      reason: draft.note ?? undefined,
    });
    await tellPrices(tx, 'prices.published', listId, done);
    return ok(done);
  });
