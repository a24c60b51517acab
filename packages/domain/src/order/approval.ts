import type { Transitions } from './machine.ts';

export const approvalStates = [
  'draft',
  'submitted',
  'in-review',
  'awaiting-payment',
  'confirmed',
  'picking',
  'closed',
  'cancelled',
  'rejected',
] as const;
export type ApprovalState = (typeof approvalStates)[number];

const undoHolds = [
  'release-stock',
  'release-credit',
  'return-coupon-use',
  'release-points',
  'void-payments',
  'refund-payment',
] as const;
const buyerSide = ['customer', 'sales'] as const;
const review = ['reviewer', 'administrator'] as const;
const cancelEarly = {
  to: 'cancelled',
  by: [...buyerSide, ...review],
  guards: ['version'],
  effects: undoHolds,
} as const;
const pay = {
  by: [...buyerSide, ...review, 'system'],
  guards: ['version', 'amount-due'],
  effects: ['collect-payment'],
} as const;
const reserveMore = {
  by: ['warehouse', 'system'],
  guards: ['version', 'backordered-lines'],
  effects: ['reserve-stock'],
} as const;
const edit = {
  to: 'submitted',
  by: [...buyerSide, 'administrator'],
  guards: ['version', 'lines', 'price', 'credit', 'stock'],
  effects: ['void-payments', 'requote', 'refund-payment'],
} as const;

/**
 * The order as a whole. Goods on their way do not change it: after picking began, what an order shows is computed
 * from its quantities (`displayStatus`), so the table cannot contradict the shipments.
 */
export const approval = {
  draft: {
    submit: {
      to: 'submitted',
      by: buyerSide,
      guards: ['version', 'lines', 'price', 'credit', 'stock', 'address', 'spending-limit'],
      effects: ['reserve-stock', 'reserve-credit', 'lock-coupons', 'lock-points', 'assign-number'],
    },
  },
  submitted: {
    'start-review': { to: 'in-review', by: [...review, 'system'], guards: ['version'], effects: ['notify-reviewers'] },
    'auto-confirm': {
      to: 'confirmed',
      by: [...review, 'system'],
      guards: ['version', 'prepaid', 'credit-auto', 'stock', 'price', 'known-customer'],
      effects: ['commit-coupon-use', 'debit-points'],
    },
    'await-payment': {
      to: 'awaiting-payment',
      by: ['system'],
      guards: ['version', 'prepayment-due'],
      effects: ['start-payment-timer'],
    },
    'start-payment': { to: 'submitted', ...pay },
    reserve: { to: 'submitted', ...reserveMore },
    edit,
    cancel: cancelEarly,
  },
  'awaiting-payment': {
    'start-payment': { to: 'awaiting-payment', ...pay },
    'confirm-payment': {
      to: 'submitted',
      by: ['system'],
      guards: ['version', 'prepaid'],
      effects: ['stop-payment-timer'],
    },
    expire: { to: 'cancelled', by: ['system'], guards: ['version', 'not-prepaid'], effects: undoHolds },
    edit,
    cancel: cancelEarly,
  },
  'in-review': {
    'pass-review': { to: 'in-review', by: review, guards: ['version', 'review-before-last', 'reviewer', 'four-eyes'] },
    approve: {
      to: 'confirmed',
      by: review,
      guards: ['version', 'last-review', 'reviewer', 'four-eyes', 'prepaid', 'credit'],
      effects: ['commit-coupon-use', 'debit-points'],
    },
    reject: { to: 'rejected', by: review, comment: true, guards: ['version'], effects: undoHolds },
    change: {
      to: 'submitted',
      by: review,
      comment: true,
      guards: ['version'],
      effects: ['requote'],
    },
    'start-payment': { to: 'in-review', ...pay },
    reserve: { to: 'in-review', ...reserveMore },
    edit,
    cancel: cancelEarly,
  },
  confirmed: {
    release: {
      to: 'confirmed',
      by: [...review, 'warehouse'],
      guards: ['version', 'release-open', 'releaser', 'four-eyes'],
    },
    'start-picking': {
      to: 'picking',
      by: ['warehouse', 'system'],
      guards: ['version', 'released', 'reserved-lines'],
      effects: ['allocate-stock', 'make-pick-list'],
    },
    'start-payment': { to: 'confirmed', ...pay },
    reserve: { to: 'confirmed', ...reserveMore },
    cancel: cancelEarly,
  },
  picking: {
    allocate: {
      to: 'picking',
      by: ['warehouse', 'system'],
      guards: ['version', 'reserved-lines'],
      effects: ['allocate-stock', 'make-pick-list'],
    },
    reserve: { to: 'picking', ...reserveMore },
    pick: { to: 'picking', by: ['warehouse'], guards: ['version', 'pickable-lines'] },
    'short-pick': {
      to: 'picking',
      by: ['warehouse'],
      comment: true,
      guards: ['version', 'allocated-lines'],
      effects: ['release-stock'],
    },
    ship: {
      to: 'picking',
      by: ['warehouse'],
      guards: ['version', 'allocated-lines', 'credit'],
      effects: ['deduct-stock', 'create-shipment', 'issue-invoice', 'move-credit'],
    },
    'close-rest': {
      to: 'picking',
      by: ['sales', ...review],
      comment: true,
      guards: ['version', 'part-shipped', 'rest-open', 'lower-total'],
      effects: [
        'release-stock',
        'release-credit',
        'release-points',
        'issue-credit-note',
        'void-payments',
        'refund-payment',
        'put-back',
      ],
    },
    'request-return': {
      to: 'picking',
      by: [...buyerSide, ...review],
      guards: ['version', 'returnable-lines', 'return-window'],
      effects: ['open-return'],
    },
    'start-payment': { to: 'picking', ...pay },
    cancel: { to: 'cancelled', by: review, guards: ['version'], effects: [...undoHolds, 'put-back'] },
    close: {
      to: 'closed',
      by: ['administrator', 'system'],
      guards: ['version', 'all-delivered', 'returns-settled', 'money-settled', 'return-period-over'],
      effects: ['release-pending-points', 'archive'],
    },
  },
  closed: {},
  cancelled: {},
  rejected: {},
} as const satisfies Transitions<ApprovalState>;
