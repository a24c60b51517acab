import type { Instant } from '@tradeline/domain/kernel';
import type { Minor } from '@tradeline/domain/money';
import { bigint, customType, uuid } from 'drizzle-orm/pg-core';

/** A text for people in the languages the catalogue is kept in; zh is the base and always there. */
export type Bilingual = { zh: string; en?: string | undefined };

/** UUIDv7, made by the application (ids.ts), so a row's id is known before it is written and sorts by time. */
export const key = () => uuid().primaryKey();

/** Whole minor units in a bigint; safe integers only, which the domain's `minor` checks. */
export const money = (name?: string) =>
  (name ? bigint(name, { mode: 'number' }) : bigint({ mode: 'number' })).$type<Minor>();

/** Whole units of goods. */
export const units = () => bigint({ mode: 'number' });

/** timestamptz that leaves and enters as the domain's fixed-width UTC instant. */
export const moment = customType<{ data: Instant; driverData: string }>({
  dataType: () => 'timestamp (3) with time zone',
  fromDriver: (value) => new Date(value).toISOString() as Instant,
  toDriver: (value) => value,
});

/** A transaction's number, as text: it outgrows what a JavaScript number holds. */
export const transactionId = customType<{ data: string; driverData: string }>({ dataType: () => 'xid8' });
