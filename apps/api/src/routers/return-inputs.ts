import * as z from 'zod';
import { uuid, version } from '../trpc/inputs.ts';

/** A return, and the version of its order that was on the screen. */
export const returnTarget = z.strictObject({ id: uuid(), expectedVersion: version });

/** Units of lines; a line may be named with 0 where something is counted. */
export const unitsOfLines = (least: 0 | 1) =>
  z
    .array(z.strictObject({ lineId: uuid(), quantity: z.number().int().min(least).max(1_000_000_000) }))
    .min(1)
    .max(2000);
