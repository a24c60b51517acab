import type { Database, Raw } from '@tradeline/db';
import type { Instant } from '@tradeline/domain/kernel';
import type { Logger } from 'pino';
import type { Sessions } from './auth/sessions.ts';
import type { Env } from './env.ts';
import type { LiveHub } from './live/hub.ts';
import type { StreamGuard } from './live/stream-guard.ts';
import type { ParcelDesk } from './ports/carrier.ts';
import type { PaymentGateways } from './ports/payment.ts';
import type { Mail, Sms } from './ports/sending.ts';
import type { Storage } from './ports/storage.ts';
import type { SearchIndex } from './search/engine.ts';
import type { SearchLog } from './search/search-log.ts';

/** Everything a use-case may ask for; each names only what it touches (`Pick<Deps, …>`). */
export type Deps = {
  db: Database;
  raw: Raw;
  /** The wall clock, for what is no rule (session lifetimes, logs). Rules take the transaction's time. */
  now: () => Instant;
  log: Logger;
  env: Env;
  sessions: { buyer: Sessions<'buyer'>; staff: Sessions<'staff'> };
  live: LiveHub;
  streams: StreamGuard;
  storage: Storage;
  /** The gateways that are set up; a channel without keys is off. */
  payments: PaymentGateways;
  /** Who is asked after parcels; absent: they are followed by hand. */
  parcelDesk?: ParcelDesk | undefined;
  mail: Mail;
  sms: Sms;
  /** Where people find the two apps, for what they read outside of them. */
  addresses: { portal: string; console: string };
  search: SearchIndex;
  searchLog: SearchLog;
};
