import { type Minor, minor } from '@tradeline/domain/money';
import type { SentFile } from '../../lib/send-file.ts';
import type { Outputs } from '../../lib/trpc.ts';
import { type CheckoutDraft, MAX, type PayChoice } from './checkout-fields.ts';

export type Preview = Outputs['checkout']['preview'];

export const codesOf = ({ coupons }: Pick<CheckoutDraft, 'coupons'>): string[] =>
  coupons.split('\n').flatMap((code) => (code.trim() ? [code.trim()] : []));

export const filesOf = ({ attachments }: Pick<CheckoutDraft, 'attachments'>): SentFile[] => {
  try {
    const kept: unknown = JSON.parse(attachments);
    return Array.isArray(kept) ? kept.filter((file): file is SentFile => typeof file?.id === 'string') : [];
  } catch {
    return [];
  }
};

/** A typed number, or all there is; never more than can be used. */
const within = (typed: string, most: number): number =>
  typed === MAX ? most : Math.max(0, Math.min(most, Math.floor(Number(typed) || 0)));

export const pointsOf = ({ points }: Pick<CheckoutDraft, 'points'>, preview: Preview | undefined): number =>
  within(points, preview?.points?.most ?? 0);

/** What the balance pays: never more than is there, nor than is to be paid. */
export const balanceOf = ({ balance }: Pick<CheckoutDraft, 'balance'>, preview: Preview | undefined): Minor =>
  minor(preview ? within(balance, Math.min(preview.balance, preview.priced.totals.payable)) : 0);

const termsOf = (pay: string) => {
  switch (pay as PayChoice) {
    case 'terms':
    case 'on-delivery':
      return { paymentTerms: pay as 'terms' | 'on-delivery' };
    case 'online':
    case 'transfer':
      return { paymentTerms: 'prepaid' as const, payBy: pay as 'online' | 'transfer' };
    default:
      // Nothing is chosen yet: the way that asks for nothing beforehand.
      return { paymentTerms: 'on-delivery' as const };
  }
};

/**
 * What the server is asked about the draft. How much the balance and the points can pay hangs on the total, which hangs on
 * the coupons: `seen` is the last answer, by which wishes for "all" become numbers.
 */
export const wishOf = (draft: CheckoutDraft, seen: Preview | undefined) => {
  const codes = codesOf(draft);
  const [points, balance] = [pointsOf(draft, seen), balanceOf(draft, seen)];
  return {
    ...termsOf(draft.pay),
    ...(codes.length > 0 ? { coupons: codes } : {}),
    ...(points > 0 ? { points } : {}),
    ...(balance > 0 ? { balance } : {}),
    ...(draft.addressId ? { addressId: draft.addressId } : {}),
    ...(draft.deliveryMethod ? { deliveryMethod: draft.deliveryMethod } : {}),
    ...(draft.invoiceTitleId ? { invoiceTitleId: draft.invoiceTitleId } : {}),
  };
};
