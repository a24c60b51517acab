import { trackingStore } from '@tradeline/db/stores';
import type { Deps } from '../../deps.ts';
import { recordNews } from './record-news.ts';

type Watching = Pick<Deps, 'db' | 'parcelDesk' | 'log' | 'env'>;

const AT_ONCE = 20;

/** Asks to be told of parcels that have just left; one that could not be asked for is tried again in the next round. */
export const subscribeParcels = async ({ db, parcelDesk, log }: Watching): Promise<number> => {
  if (!parcelDesk) return 0;
  const taken = await trackingStore.takeUnsubscribed(db, AT_ONCE);
  const asked = await Promise.all(taken.map((parcel) => parcelDesk.subscribe(parcel)));
  for (const [at, answer] of asked.entries()) {
    const parcel = taken[at];
    if (answer.ok || !parcel) continue;
    log.warn({ parcel: parcel.id, problem: answer.error }, 'a parcel could not be subscribed to');
    // A refusal is final: such a parcel is asked after when it is silent, and followed by hand otherwise.
    if (answer.error.kind === 'no-answer') await trackingStore.unsubscribe(db, parcel.id);
  }
  return asked.filter(({ ok }) => ok).length;
};

/**
 * One round over parcels that went silent: each is asked after, and what is said is recorded like a push. Any number of
 * processes may do so; a parcel is taken by one of them. Answers how many had news.
 */
export const pollParcels = async (deps: Watching): Promise<number> => {
  const { db, parcelDesk, log, env } = deps;
  if (!parcelDesk) return 0;
  const taken = await trackingStore.takeSilent(db, env.PARCEL_SILENT_MINUTES, AT_ONCE);
  const told = await Promise.all(
    taken.map(async (parcel) => {
      const answer = await parcelDesk.query(parcel);
      if (answer.ok) return recordNews(deps, { report: answer.value, heardBy: 'poll', desk: parcelDesk.name });
      if (answer.error.kind !== 'unknown')
        log.warn({ parcel: parcel.id, problem: answer.error }, 'a parcel could not be asked after');
      return undefined;
    }),
  );
  return told.filter((outcome) => outcome === 'news').length;
};
