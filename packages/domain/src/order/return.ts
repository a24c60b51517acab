import type { Transitions } from './machine.ts';

export const returnStates = [
  'requested',
  'approved',
  'sent-back',
  'received',
  'inspected',
  'refunded',
  'replaced',
  'rejected',
  'cancelled',
] as const;
export type ReturnState = (typeof returnStates)[number];

/** Why goods come back, in the words of the trade. Behind most of them the fault is ours. */
export const returnReasons = ['wrong-item', 'damaged', 'defective', 'not-as-described', 'not-needed', 'other'] as const;
export type ReturnReason = (typeof returnReasons)[number];

/** For such a reason the shipping goes back too, however little is returned. */
export const isOurFault = (reason: ReturnReason): boolean => reason !== 'not-needed' && reason !== 'other';

export const returnWishes = ['refund', 'replace'] as const;
export type ReturnWish = (typeof returnWishes)[number];

const review = ['reviewer', 'administrator'] as const;
const withdraw = { to: 'cancelled', by: ['customer', 'sales', ...review], guards: ['version'] } as const;

/** One return of goods. The refund follows the inspection, so nobody is paid for what never came back. */
export const returns = {
  requested: {
    'approve-return': { to: 'approved', by: review, guards: ['version'] },
    'reject-return': { to: 'rejected', by: review, comment: true, guards: ['version'] },
    'cancel-return': withdraw,
  },
  approved: {
    // The warehouse notes a parcel that came without a word.
    'send-back': { to: 'sent-back', by: ['customer', 'sales', 'warehouse'], guards: ['version'] },
    'cancel-return': withdraw,
  },
  'sent-back': {
    'receive-return': {
      to: 'received',
      by: ['warehouse'],
      guards: ['version', 'received-lines'],
      effects: ['lower-exposure'],
    },
    'cancel-return': withdraw,
  },
  received: {
    'inspect-return': {
      to: 'inspected',
      by: ['warehouse'],
      guards: ['version', 'inspected-lines'],
      effects: ['restock'],
    },
  },
  inspected: {
    'refund-return': {
      to: 'refunded',
      by: [...review, 'system'],
      guards: ['version', 'refundable-amount'],
      effects: ['issue-credit-note', 'refund-payment', 'claw-back-points', 'return-coupon-when-all-back'],
    },
    'replace-return': { to: 'replaced', by: review, guards: ['version'], effects: ['create-replacement'] },
  },
  refunded: {},
  replaced: {},
  rejected: {},
  cancelled: {},
} as const satisfies Transitions<ReturnState>;

/** The goods of such a return are still on their way back or at the gate: the order shows 退货中. */
export const isOpenReturn = (state: ReturnState): boolean =>
  state === 'requested' ||
  state === 'approved' ||
  state === 'sent-back' ||
  state === 'received' ||
  state === 'inspected';
