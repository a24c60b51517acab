import { randomUUID } from 'node:crypto';
import { EventEmitter, on } from 'node:events';
import type { Database, Raw } from '@tradeline/db';
import { outboxStore } from '@tradeline/db/stores';
import type { Instant } from '@tradeline/domain/kernel';
import type { Logger } from 'pino';

/** A hint to a screen that something changed; the screen asks again for the truth. */
export type LiveEvent = {
  seq: number;
  type: string;
  aggregateType: string;
  aggregateId: string;
  companyId: string | null;
  at: Instant;
  /** Of a presence: who is there, in which window, doing what. Nothing of it is kept. */
  here?: Here;
};

export const PRESENCE = 'presence';
export const doings = ['looking', 'editing', 'gone'] as const;
export type Here = { staffId: string; name: string; tab: string; doing: (typeof doings)[number] };

/** A presence on the wire of events; of no company, so that no customer hears of it. */
export const presenceOf = (orderId: string, here: Here, at: Instant): LiveEvent => ({
  seq: 0,
  type: `order.${PRESENCE}`,
  aggregateType: PRESENCE,
  aggregateId: orderId,
  companyId: null,
  at,
  here,
});

/** Milliseconds: a page asks for what it shows beside its place, over several connections of a slow network; any may be read first. */
export const ASKED_TOGETHER = 10_000;

/** A bell that rings for an event has its number: the two are one event only where they are of one kind. */
const keyOf = ({ type, seq }: LiveEvent): string => `${type} ${seq}`;

export type LiveHub = {
  /**
   * Events from now on, until the signal aborts; before them those after `since`, a number of the outbox, or those that
   * came after a `place`.
   */
  events: (options: {
    since?: number | undefined;
    place?: string | undefined;
    wants: (event: LiveEvent) => boolean;
    signal: AbortSignal;
  }) => AsyncGenerator<LiveEvent>;
  publish: (event: LiveEvent) => void;
  /**
   * How far this process had told, now or some milliseconds ago. Who reads now and listens a moment later names it, and
   * misses nothing in between; who asks several things at once cannot know which is read first, and goes back further.
   */
  place: (ago?: number) => string;
  listeners: () => number;
  stop: () => Promise<void>;
};

const BACKLOG = 500;
/** Sequence numbers are drawn before commit, so an event may appear a little after a later one: look back this far. */
const LOOK_BACK = 50;

/** Fans out committed events to the streams of this process. Every process listens to the database's own notice. */
export const startLiveHub = async (db: Database, raw: Raw, log: Logger): Promise<LiveHub> => {
  const bus = new EventEmitter();
  bus.setMaxListeners(0);
  const run = randomUUID();
  const told: { event: LiveEvent; at: number }[] = [];
  let count = 0;
  const publish = (event: LiveEvent): void => {
    if (event.aggregateType !== PRESENCE) {
      count += 1;
      told.push({ event, at: performance.now() });
      if (told.length > BACKLOG) told.shift();
    }
    bus.emit('event', event);
  };
  /** Another process counts otherwise: its place says nothing here. */
  const toldSince = (place: string | undefined): LiveEvent[] => {
    const [of, at] = place?.split(':') ?? [];
    return of === run && Number(at) < count ? told.slice(-(count - Number(at))).map(({ event }) => event) : [];
  };
  const { unlisten } = await raw.listen('live', (payload) => {
    try {
      publish(JSON.parse(payload) as LiveEvent);
    } catch (error) {
      log.warn({ err: error }, 'a live notice could not be read');
    }
  });
  return {
    publish,
    place: (ago) => {
      const since = ago === undefined ? Number.POSITIVE_INFINITY : performance.now() - ago;
      return `${run}:${count - told.filter(({ at }) => at > since).length}`;
    },
    listeners: () => bus.listenerCount('event'),
    stop: unlisten,
    events: async function* ({ since, place, wants, signal }) {
      const live = on(bus, 'event', { signal });
      const sent = new Set<string>();
      try {
        if (since !== undefined)
          for (const row of await outboxStore.since(db, since - LOOK_BACK, BACKLOG)) {
            const event = {
              seq: row.seq,
              type: row.type,
              aggregateType: row.aggregateType,
              aggregateId: row.aggregateId,
              companyId: row.companyId,
              at: row.at,
            };
            if (!wants(event)) continue;
            sent.add(keyOf(event));
            yield event;
          }
        else
          for (const event of toldSince(place).filter(wants)) {
            sent.add(keyOf(event));
            yield event;
          }
        for await (const [event] of live as AsyncIterable<[LiveEvent]>) {
          // A presence is no event of the outbox: it has no place in its order.
          if ((event.aggregateType !== PRESENCE && sent.has(keyOf(event))) || !wants(event)) continue;
          yield event;
        }
      } catch (error) {
        if (!signal.aborted) throw error;
      }
    },
  };
};
