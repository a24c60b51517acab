import { type BuyerAction, buyerActions } from './actions.ts';
import { everything, type Grants } from './grants.ts';

export const buyerRoles = ['owner', 'purchaser', 'approver', 'finance', 'viewer'] as const;
export type BuyerRole = (typeof buyerRoles)[number];

const viewer = {
  'catalog.read': 'company',
  'order.read': 'company',
  'message.write': 'company',
  'return.read': 'company',
  'address.read': 'company',
  'company.read': 'company',
  'coupon.read': 'company',
  'points.read': 'company',
  'privacy.request': 'own',
  'session.revoke': 'own',
} as const satisfies Grants<BuyerAction>;

const purchaser = {
  ...viewer,
  'catalog.read-price': 'company',
  'cart.edit': 'own',
  'list.edit': 'own',
  'code.edit': 'company',
  'order.submit': 'own',
  'order.edit': 'own',
  'order.cancel': 'own',
  'order.receive': 'company',
  'order.export': 'company',
  'return.request': 'company',
  'payment.pay': 'own',
  'payment.read': 'own',
  'coupon.use': 'company',
  'address.edit': 'company',
  'member.read': 'company',
} as const satisfies Grants<BuyerAction>;

/** What each role of a customer company may do in the portal; never on another company's records. */
export const buyerPolicy: Readonly<Record<BuyerRole, Grants<BuyerAction>>> = {
  owner: everything(buyerActions, 'company'),
  purchaser,
  /** Signs what is above a purchaser's limit: sees, sends on and cancels the orders of the team. */
  approver: {
    ...purchaser,
    'order.submit': 'team',
    'order.edit': 'team',
    'order.approve': 'team',
    'order.cancel': 'team',
    'payment.pay': 'team',
    'payment.read': 'team',
    'credit.read': 'company',
    'points.redeem': 'company',
    'report.read': 'company',
  },
  finance: {
    ...viewer,
    'catalog.read-price': 'company',
    'order.export': 'company',
    'payment.read': 'company',
    'payment.pay': 'company',
    'invoice.read': 'company',
    'statement.read': 'company',
    'credit.read': 'company',
    'member.read': 'company',
    'report.read': 'company',
  },
  viewer,
};
