import { transact } from '@tradeline/db';
import { addressStore } from '@tradeline/db/stores';
import { err, ok, type Result } from '@tradeline/domain/kernel';
import type { Deps } from '../../deps.ts';
import type { Buyer } from '../../trpc/context.ts';

type AddressFields = Parameters<typeof addressStore.save>[3];

/** Adds an address to the company's book, or changes one of it; a new default takes that place from the old one. */
export const saveAddress = (
  deps: Pick<Deps, 'db'>,
  buyer: Buyer,
  id: string | undefined,
  fields: AddressFields,
): Promise<Result<{ id: string }, { kind: 'address-not-found' }>> =>
  transact(deps.db, async (tx) => {
    const saved = await addressStore.save(tx, buyer.company.id, id, fields);
    return saved ? ok({ id: saved }) : err({ kind: 'address-not-found' as const });
  });
