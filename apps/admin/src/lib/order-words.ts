import type { StaffRole } from '@tradeline/domain/access';
import {
  type ApprovalState,
  approvalStates,
  type DisplayStatus,
  type OrderRole,
  type PaymentStatus,
  type PaymentTerms,
  type ReviewStep,
  type ShipmentState,
  shipmentStates,
} from '@tradeline/domain/order';
import type { Tone } from '@tradeline/ui';
import type { Text } from './i18n.tsx';
import { isReturnState, returnStateText } from './return-words.ts';

type Worded<Key extends string> = Record<Key, { text: (t: Text) => string; tone: Tone }>;

const statuses: Worded<DisplayStatus | ApprovalState> = {
  draft: { text: (t) => t.status_draft(), tone: 'neutral' },
  submitted: { text: (t) => t.status_submitted(), tone: 'info' },
  'in-review': { text: (t) => t.status_in_review(), tone: 'info' },
  'awaiting-payment': { text: (t) => t.status_awaiting_payment(), tone: 'warning' },
  confirmed: { text: (t) => t.status_confirmed(), tone: 'accent' },
  picking: { text: (t) => t.status_picking(), tone: 'accent' },
  'partially-shipped': { text: (t) => t.status_partially_shipped(), tone: 'accent' },
  shipped: { text: (t) => t.status_shipped(), tone: 'accent' },
  'in-transit': { text: (t) => t.status_in_transit(), tone: 'accent' },
  delivered: { text: (t) => t.status_delivered(), tone: 'success' },
  returning: { text: (t) => t.status_returning(), tone: 'warning' },
  refunded: { text: (t) => t.status_refunded(), tone: 'neutral' },
  cancelled: { text: (t) => t.status_cancelled(), tone: 'neutral' },
  rejected: { text: (t) => t.status_rejected(), tone: 'danger' },
  closed: { text: (t) => t.status_closed(), tone: 'neutral' },
};
export const statusText = (status: DisplayStatus | ApprovalState, t: Text): string => statuses[status].text(t);
export const statusTone = (status: DisplayStatus): Tone => statuses[status].tone;

const payments: Worded<PaymentStatus> = {
  paid: { text: (t) => t.payment_paid(), tone: 'success' },
  unpaid: { text: (t) => t.payment_unpaid(), tone: 'neutral' },
  'not-due': { text: (t) => t.payment_not_due(), tone: 'neutral' },
  'on-terms': { text: (t) => t.payment_on_terms(), tone: 'neutral' },
  overdue: { text: (t) => t.payment_overdue(), tone: 'danger' },
  'partially-paid': { text: (t) => t.payment_partially_paid(), tone: 'warning' },
  overpaid: { text: (t) => t.payment_overpaid(), tone: 'info' },
};
export const paymentText = (status: PaymentStatus, t: Text): string => payments[status].text(t);
export const paymentTone = (status: PaymentStatus): Tone => payments[status].tone;

const terms: Record<PaymentTerms, (t: Text) => string> = {
  prepaid: (t) => t.terms_prepaid(),
  'on-delivery': (t) => t.terms_on_delivery(),
  terms: (t) => t.terms_terms(),
};
export const termsText = (of: PaymentTerms, t: Text): string => terms[of](t);

const shipments: Worded<ShipmentState> = {
  shipped: { text: (t) => t.shipment_shipped(), tone: 'accent' },
  'in-transit': { text: (t) => t.shipment_in_transit(), tone: 'accent' },
  delivered: { text: (t) => t.shipment_delivered(), tone: 'success' },
  lost: { text: (t) => t.shipment_lost(), tone: 'danger' },
};
export const shipmentText = (state: ShipmentState, t: Text): string => shipments[state].text(t);
export const shipmentTone = (state: ShipmentState): Tone => shipments[state].tone;

const isOneOf = <Word extends string>(words: readonly Word[], text: string): text is Word =>
  (words as readonly string[]).includes(text);

/** A state of an order or of a parcel, as refusals name it; a word that is neither stands as it is. */
export const stateText = (state: string, t: Text): string => {
  if (isOneOf(approvalStates, state)) return statusText(state, t);
  if (isOneOf(shipmentStates, state)) return shipmentText(state, t);
  return isReturnState(state) ? returnStateText(state, t) : state;
};

const roles: Record<OrderRole, (t: Text) => string> = {
  customer: (t) => t.role_customer(),
  sales: (t) => t.role_sales(),
  reviewer: (t) => t.role_reviewer(),
  warehouse: (t) => t.role_warehouse(),
  carrier: (t) => t.role_carrier(),
  administrator: (t) => t.role_administrator(),
  system: (t) => t.role_system(),
};
export const roleText = (role: OrderRole, t: Text): string => roles[role](t);

const staffRoles: Record<StaffRole, (t: Text) => string> = {
  administrator: (t) => t.staff_role_administrator(),
  sales: (t) => t.staff_role_sales(),
  reviewer: (t) => t.staff_role_reviewer(),
  warehouse: (t) => t.staff_role_warehouse(),
  finance: (t) => t.staff_role_finance(),
  marketing: (t) => t.staff_role_marketing(),
  purchasing: (t) => t.staff_role_purchasing(),
};
export const staffRoleText = (role: StaffRole, t: Text): string => staffRoles[role](t);
/** The same of a role as data names it; a word that is none stands as it is. */
export const anyStaffRole = (role: string, t: Text): string =>
  Object.hasOwn(staffRoles, role) ? staffRoles[role as StaffRole](t) : role;

const reviews: Record<ReviewStep, (t: Text) => string> = {
  order: (t) => t.desk_step_order(),
  finance: (t) => t.desk_step_finance(),
  release: (t) => t.desk_step_release(),
};
export const reviewText = (step: ReviewStep, t: Text): string => reviews[step](t);
