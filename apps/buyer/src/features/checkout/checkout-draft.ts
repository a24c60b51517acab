import { type CheckoutDraft, emptyCheckout } from './checkout-fields.ts';

const fieldsKey = (cartId: string) => `tradeline-checkout-${cartId}`;
const placementKey = (cartId: string) => `tradeline-placement-${cartId}`;

/** What was typed for this cart, also after a reload or a new sign-in in the same tab. */
export const readDraft = (cartId: string): Partial<CheckoutDraft> => {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(fieldsKey(cartId)) ?? '{}');
    const known = Object.entries(kept as object).filter(
      ([name, value]) => name in emptyCheckout && typeof value === 'string',
    );
    return Object.fromEntries(known);
  } catch {
    return {};
  }
};

export const keepDraft = (cartId: string, fields: Partial<CheckoutDraft>): void =>
  sessionStorage.setItem(fieldsKey(cartId), JSON.stringify(fields));

const CHOICES = 'tradeline-checkout-choices';

/** How this person had goods sent and paid the last time: most orders are like the one before. */
export const lastChoices = (): Partial<Pick<CheckoutDraft, 'pay' | 'deliveryMethod' | 'invoiceTitleId'>> => {
  try {
    const { pay, deliveryMethod, invoiceTitleId } = JSON.parse(localStorage.getItem(CHOICES) ?? '{}');
    const kept = Object.entries({ pay, deliveryMethod, invoiceTitleId }).filter(
      ([, value]) => typeof value === 'string',
    );
    return Object.fromEntries(kept);
  } catch {
    return {};
  }
};

export const rememberChoices = ({ pay, deliveryMethod, invoiceTitleId }: CheckoutDraft): void =>
  localStorage.setItem(CHOICES, JSON.stringify({ pay, deliveryMethod, invoiceTitleId }));

/**
 * The key under which this cart is placed: made at the first press and kept until the server has answered, so a second
 * press, a reload or a lost answer can never make a second order.
 */
export const placementOf = (cartId: string): string => {
  const kept = sessionStorage.getItem(placementKey(cartId));
  if (kept) return kept;
  const made = crypto.randomUUID();
  sessionStorage.setItem(placementKey(cartId), made);
  return made;
};

/** The server has answered: the next attempt is a new one. */
export const settlePlacement = (cartId: string): void => sessionStorage.removeItem(placementKey(cartId));

export const forgetDraft = (cartId: string): void => {
  sessionStorage.removeItem(fieldsKey(cartId));
  settlePlacement(cartId);
};
