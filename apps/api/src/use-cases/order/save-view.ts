import { newId, transact } from '@tradeline/db';
import { orderViewStore } from '@tradeline/db/stores';
import { err, ok, type Result } from '@tradeline/domain/kernel';
import * as z from 'zod';
import type { Deps } from '../../deps.ts';
import type { Staff } from '../../trpc/context.ts';
import type { Refusal } from '../../trpc/refusal-codes.ts';

/** A list's address as it was narrowed: plain words and numbers, which the screen reads as it reads its own address. */
export const viewSearch = z
  .record(z.string().regex(/^[a-z][a-zA-Z]{0,29}$/u), z.union([z.string().max(200), z.number(), z.boolean()]))
  .refine((search) => Object.keys(search).length <= 20, 'too many parts');

const MOST = 30;

/** Keeps a narrowed list under a name; the same name again replaces it. */
export const saveView = (
  { db }: Pick<Deps, 'db'>,
  staff: Staff,
  view: { name: string; shared: boolean; search: z.infer<typeof viewSearch> },
): Promise<Result<null, Refusal>> =>
  transact<null, Refusal>(db, async (tx) => {
    await orderViewStore.save(tx, { id: newId(), staffId: staff.id, ...view });
    return (await orderViewStore.count(tx, staff.id)) > MOST ? err({ kind: 'too-many-views', limit: MOST }) : ok(null);
  });
