import { transact } from '@tradeline/db';
import { addressStore } from '@tradeline/db/stores';
import { checkPlace, type PlaceUnknown } from '@tradeline/domain/address';
import { err, ok, type Result } from '@tradeline/domain/kernel';
import type { Deps } from '../../deps.ts';
import { provinces } from '../../regions/regions.ts';
import type { Buyer } from '../../trpc/context.ts';

type AddressFields = Parameters<typeof addressStore.save>[3];

/**
 * Adds an address to the company's book, or changes one of it; a new default takes that place from the old one. In mainland China
 * the city must lie in its province and the district in its city, by the names that freight zones go by; elsewhere words are free.
 */
export const saveAddress = async (
  deps: Pick<Deps, 'db'>,
  buyer: Buyer,
  id: string | undefined,
  fields: AddressFields,
): Promise<Result<{ id: string }, { kind: 'address-not-found' } | PlaceUnknown>> => {
  const place = fields.country === 'CN' ? checkPlace(await provinces(), fields) : ok(undefined);
  if (!place.ok) return place;
  return transact(deps.db, async (tx) => {
    const saved = await addressStore.save(tx, buyer.company.id, id, fields);
    return saved ? ok({ id: saved }) : err({ kind: 'address-not-found' as const });
  });
};
