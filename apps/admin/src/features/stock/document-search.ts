import * as z from 'zod';

export const DOCUMENTS = 50;
export const adjustmentStates = ['pending', 'booked', 'rejected'] as const;
export const countStates = ['open', 'posted', 'cancelled'] as const;
export const transferStates = ['draft', 'in-transit', 'received', 'cancelled'] as const;

const page = z.number().int().min(1).default(1).catch(1);
/** What a list of documents shows, all of it in the address; `open` is the one that is looked at. */
export const adjustmentSearch = z.object({
  state: z.enum(adjustmentStates).optional().catch(undefined),
  open: z.uuid().optional().catch(undefined),
  page,
});
export const countSearch = z.object({ state: z.enum(countStates).optional().catch(undefined), page });
export const transferSearch = z.object({ state: z.enum(transferStates).optional().catch(undefined), page });
export type AdjustmentSearch = z.infer<typeof adjustmentSearch>;
export type CountSearch = z.infer<typeof countSearch>;
export type TransferSearch = z.infer<typeof transferSearch>;
/** Left out of the address. */
export const documentDefaults = { page: 1 } as const;
