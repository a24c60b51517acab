import { randomUUID } from 'node:crypto';
import type { Call } from '../harness/call.ts';
import { POINTS, type WaitingCart } from '../harness/facts.ts';

/** A checkout on account that also pays with points. */
export const placeCall = ({ session, cartId, addressId, total }: WaitingCart): Call => ({
  audience: 'buyer',
  session,
  path: 'orders.place',
  changes: true,
  input: {
    idempotencyKey: randomUUID(),
    cartId,
    expectedTotal: total,
    addressId,
    contactName: '收货部',
    phone: '13800000000',
    paymentTerms: 'terms',
    points: POINTS,
  },
});
