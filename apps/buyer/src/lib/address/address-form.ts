import type { UseFormReturn } from 'react-hook-form';
import * as z from 'zod';
import '../no-eval.ts';
import type { Outputs } from '../trpc.ts';

export type Address = Outputs['account']['addresses'][number];

/** What is typed. `needsDistrict` is known once a city is chosen: some have none. */
export const addressShape = z
  .object({
    label: z.string().trim().max(40),
    contactName: z.string().trim().min(1).max(60),
    phone: z.string().trim().min(1).max(40),
    abroad: z.boolean(),
    country: z.string().trim(),
    province: z.string().trim().max(60),
    city: z.string().trim().min(1).max(60),
    district: z.string().trim().max(60),
    needsDistrict: z.boolean(),
    street: z.string().trim().min(1).max(200),
    postalCode: z.string().trim().max(20),
    isDefault: z.boolean(),
  })
  .refine(({ abroad, province }) => abroad || province !== '', { path: ['province'] })
  .refine(({ abroad, needsDistrict, district }) => abroad || !needsDistrict || district !== '', { path: ['district'] })
  .refine(({ abroad, country }) => !abroad || /^[a-z]{2}$/iu.test(country), { path: ['country'] });

export type AddressValues = z.infer<typeof addressShape>;
export type AddressForm = UseFormReturn<AddressValues>;
export type Part = Outputs['account']['recogniseAddress']['doubts'][number];

export const valuesOf = (address: Address | undefined, isDefault: boolean): AddressValues => {
  const abroad = address !== undefined && address.country !== 'CN';
  return {
    label: address?.label ?? '',
    contactName: address?.contactName ?? '',
    phone: address?.phone ?? '',
    abroad,
    country: abroad ? address.country : '',
    province: address?.province ?? '',
    city: address?.city ?? '',
    district: address?.district ?? '',
    needsDistrict: false,
    street: address?.street ?? '',
    postalCode: address?.postalCode ?? '',
    isDefault: address?.isDefault ?? isDefault,
  };
};

export const wishOf = (
  { label, postalCode, abroad, country, needsDistrict: _, ...fields }: AddressValues,
  id: string | undefined,
) => ({
  ...fields,
  country: abroad ? country.toUpperCase() : 'CN',
  ...(id ? { id } : {}),
  ...(label ? { label } : {}),
  ...(postalCode ? { postalCode } : {}),
});
