import type { Raw } from '@tradeline/db';
import type { LiveEvent } from './hub.ts';

/**
 * Calls `wake` when something has happened that concerns somebody, and once at the beginning and whenever the connection was
 * lost: a hint, as to a screen. Orders are placed all the time, and concern few of those who wait for something.
 */
export const onEvents = (
  raw: Raw,
  concerns: (event: Pick<LiveEvent, 'type' | 'aggregateType'>) => boolean,
  wake: () => void,
): Promise<{ unlisten: () => Promise<void> }> =>
  raw.listen(
    'live',
    (payload) => {
      if (mayConcern(payload, concerns)) wake();
    },
    wake,
  );

/** A word that cannot be read may be of anything: better one look too many than a process that ends for it. */
const mayConcern = (payload: string, concerns: (event: LiveEvent) => boolean): boolean => {
  try {
    return concerns(JSON.parse(payload) as LiveEvent);
  } catch {
    return true;
  }
};

/** Whatever may bring goods, money or parcels about: an order that is merely placed, or seen, brings none. */
export const isMoreThanPlaced = ({ type, aggregateType }: Pick<LiveEvent, 'type' | 'aggregateType'>): boolean =>
  type !== 'order.submit' && !['presence', 'notice', 'product', 'message'].includes(aggregateType);
