import { type BuyerAction, buyerActions, type Scope, type StaffAction, scopes, staffActions } from './actions.ts';

export const staffRoles = [
  'administrator',
  'sales',
  'reviewer',
  'warehouse',
  'finance',
  'marketing',
  'purchasing',
] as const;
export type StaffRole = (typeof staffRoles)[number];
export const buyerRoles = ['owner', 'purchaser', 'approver', 'finance', 'viewer'] as const;
export type BuyerRole = (typeof buyerRoles)[number];

export type Grants<Action extends string> = Readonly<Partial<Record<Action, Scope>>>;

const everything = <Action extends string>(actions: readonly Action[], scope: Scope): Grants<Action> =>
  Object.fromEntries(actions.map((action) => [action, scope])) as Grants<Action>;

/** Goods, stock and orders as any colleague sees them. */
const colleague = {
  'dashboard.read': 'all',
  'product.read': 'all',
  'stock.read': 'all',
} as const satisfies Grants<StaffAction>;

/** What each role of the console may do, and on whose records. An action that is not named is refused. */
export const staffPolicy: Readonly<Record<StaffRole, Grants<StaffAction>>> = {
  administrator: everything(staffActions, 'all'),
  sales: {
    ...colleague,
    'price.read': 'all',
    'promotion.read': 'all',
    'coupon.issue': 'team',
    'order.read': 'team',
    'order.create': 'team',
    'order.edit': 'team',
    'order.cancel': 'team',
    'order.close-rest': 'team',
    'order.export': 'team',
    'return.read': 'team',
    'return.request': 'team',
    'payment.read': 'team',
    'invoice.read': 'team',
    'statement.read': 'team',
    'customer.read': 'team',
    'customer.edit': 'team',
    'customer.export': 'team',
    'credit.read': 'team',
    'membership.read': 'team',
    'forecast.read': 'all',
    'report.read': 'team',
    'report.export': 'team',
  },
  reviewer: {
    ...colleague,
    'price.read': 'all',
    'promotion.read': 'all',
    'order.read': 'all',
    'order.review': 'all',
    'order.approve': 'all',
    'order.cancel': 'all',
    'order.close-rest': 'all',
    'order.export': 'all',
    'return.read': 'all',
    'return.request': 'all',
    'return.approve': 'all',
    'payment.read': 'all',
    'invoice.read': 'all',
    'statement.read': 'all',
    'customer.read': 'all',
    'customer.approve': 'all',
    'credit.read': 'all',
    'membership.read': 'all',
    'report.read': 'all',
  },
  warehouse: {
    ...colleague,
    'order.read': 'all',
    'order.pick': 'all',
    'order.ship': 'all',
    'order.deliver': 'all',
    'return.read': 'all',
    'return.receive': 'all',
    'stock.receive': 'all',
    'stock.adjust': 'all',
    'stock.transfer': 'all',
    'stock.count': 'all',
    'purchase.read': 'all',
    'purchase.receive': 'all',
  },
  finance: {
    ...colleague,
    'price.read': 'all',
    'price.read-cost': 'all',
    'order.read': 'all',
    'order.review': 'all',
    'order.approve': 'all',
    'order.cancel': 'all',
    'order.close-rest': 'all',
    'order.export': 'all',
    'return.read': 'all',
    'return.approve': 'all',
    'return.refund': 'all',
    'payment.read': 'all',
    'payment.record': 'all',
    'payment.refund': 'all',
    'invoice.read': 'all',
    'invoice.issue': 'all',
    'statement.read': 'all',
    'statement.issue': 'all',
    'reconciliation.run': 'all',
    'customer.read': 'all',
    'customer.export': 'all',
    'credit.read': 'all',
    'credit.edit-limit': 'all',
    'credit.override': 'all',
    'dunning.run': 'all',
    'purchase.read': 'all',
    'supplier.read': 'all',
    'report.read': 'all',
    'report.read-margin': 'all',
    'report.export': 'all',
  },
  marketing: {
    ...colleague,
    'product.edit': 'all',
    'category.edit': 'all',
    'price.read': 'all',
    'price.edit': 'all',
    'promotion.read': 'all',
    'promotion.edit': 'all',
    'promotion.publish': 'all',
    'coupon.issue': 'all',
    'customer.read': 'all',
    'membership.read': 'all',
    'membership.edit': 'all',
    'points.adjust': 'all',
    'order.read': 'all',
    'forecast.read': 'all',
    'report.read': 'all',
    'report.export': 'all',
    'campaign.send': 'all',
    'content.edit': 'all',
  },
  purchasing: {
    ...colleague,
    'product.edit': 'all',
    'product.import': 'all',
    'price.read': 'all',
    'price.read-cost': 'all',
    'order.read': 'all',
    'stock.receive': 'all',
    'stock.transfer': 'all',
    'stock.share': 'all',
    'supplier.read': 'all',
    'supplier.edit': 'all',
    'purchase.read': 'all',
    'purchase.create': 'all',
    'purchase.approve': 'all',
    'purchase.receive': 'all',
    'forecast.read': 'all',
    'report.read': 'all',
    'report.export': 'all',
  },
};

const viewer = {
  'catalog.read': 'company',
  'order.read': 'company',
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
  'order.submit': 'own',
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

/** Who asks: the audience decides which table is read, so a buyer session can never reach a staff action. */
export type Principal =
  | { readonly audience: 'staff'; readonly roles: readonly StaffRole[] }
  | { readonly audience: 'buyer'; readonly roles: readonly BuyerRole[] };

const wider = (a: Scope | undefined, b: Scope | undefined): Scope | undefined => {
  if (!a || !b) return a ?? b;
  return scopes.indexOf(a) >= scopes.indexOf(b) ? a : b;
};

const widest = <Role extends string, Action extends string>(
  policy: Readonly<Record<Role, Grants<Action>>>,
  roles: readonly Role[],
  action: Action,
): Scope | undefined =>
  roles.map((role) => (Object.hasOwn(policy, role) ? policy[role][action] : undefined)).reduce(wider, undefined);

/** The widest scope in which any of the roles may do this; undefined: not at all. */
export const staffScope = (roles: readonly StaffRole[], action: StaffAction): Scope | undefined =>
  widest(staffPolicy, roles, action);
export const buyerScope = (roles: readonly BuyerRole[], action: BuyerAction): Scope | undefined =>
  widest(buyerPolicy, roles, action);

type ActionOf<Who extends Principal> = Who extends { readonly audience: 'staff' } ? StaffAction : BuyerAction;

/** The scope of an action for whoever asks, or undefined when refused. */
export const allows = <Who extends Principal>(who: Who, action: ActionOf<Who>): Scope | undefined =>
  who.audience === 'staff'
    ? staffScope(who.roles, action as StaffAction)
    : buyerScope(who.roles, action as BuyerAction);

/** A record as access sees it: whose it is. */
export type Owned = {
  readonly ownerId?: string | undefined;
  readonly teamId?: string | undefined;
  readonly companyId?: string | undefined;
};

/** Whether a scope reaches a record. A record without an owner or team is reached only by the wider scopes. */
export const reaches = (
  scope: Scope | undefined,
  record: Owned,
  who: { readonly id: string; readonly teamIds: readonly string[]; readonly companyId?: string | undefined },
): boolean => {
  const same = record.companyId !== undefined && record.companyId === who.companyId;
  switch (scope) {
    case undefined:
      return false;
    case 'all':
      return true;
    case 'company':
      return same;
    case 'team':
      return record.ownerId === who.id || (record.teamId !== undefined && who.teamIds.includes(record.teamId));
    case 'own':
      return record.ownerId === who.id;
  }
};
