import type { Brand } from './brand.ts';
import { invariant } from './invariant.ts';

/** A moment as a fixed-width UTC ISO string, `2026-11-23T06:00:00.000Z`: sorts as text, crosses the wire unchanged. */
export type Instant = Brand<string, 'Instant'>;
/** A calendar day of the shop's zone, `2026-11-23`. */
export type Day = Brand<string, 'Day'>;

const SHAPE = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/;

export const isInstant = (text: string): text is Instant => SHAPE.test(text) && !Number.isNaN(Date.parse(text));

/** Names a text as an instant; another shape is a bug of the caller (parse input with a schema first). */
export const instant = (text: string): Instant => {
  invariant(isInstant(text), `not a UTC instant: ${text}`);
  return text;
};

/** Milliseconds since the epoch of an instant, and back. */
export const toMillis = (at: Instant): number => Date.parse(at);
export const fromMillis = (millis: number): Instant => new Date(millis).toISOString() as Instant;

export const addMillis = (at: Instant, millis: number): Instant => fromMillis(toMillis(at) + millis);
export const addDays = (at: Instant, days: number): Instant => addMillis(at, days * 86_400_000);
