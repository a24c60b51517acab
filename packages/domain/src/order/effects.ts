import type { Minor } from '../money/index.ts';

export type LineQuantity = { readonly lineId: string; readonly quantity: number };

type Lines = { readonly lines: readonly LineQuantity[] };
type Amount = { readonly amount: Minor };
type OfShipment = { readonly shipmentId: string };
type OfReturn = { readonly returnId: string };
type OfPayment = { readonly paymentId: string };
type Nothing = Readonly<Record<never, never>>;

/** What each effect carries to whoever executes it. */
type EffectFacts = {
  'assign-number': Nothing;
  'reserve-stock': Lines;
  /** `lines` were reserved; `allocated` were already given to picking and go back through the reservation. */
  'release-stock': Lines & { readonly allocated: readonly LineQuantity[] };
  'allocate-stock': Lines;
  'deallocate-stock': Lines;
  'deduct-stock': Lines & OfShipment;
  'put-back': Lines;
  restock: OfReturn & { readonly good: readonly LineQuantity[]; readonly damaged: readonly LineQuantity[] };
  'reserve-credit': Amount;
  'release-credit': Amount;
  'move-credit': OfShipment & Lines;
  'lower-exposure': OfReturn & Lines;
  'lock-coupons': { readonly uses: number };
  'commit-coupon-use': { readonly uses: number };
  'return-coupon-use': { readonly uses: number };
  'return-coupon-when-all-back': { readonly uses: number };
  'lock-points': { readonly points: number };
  'debit-points': { readonly points: number };
  'release-points': { readonly points: number };
  'grant-pending-points': OfShipment & Lines;
  'release-pending-points': Nothing;
  'claw-back-points': OfReturn & Amount;
  'notify-reviewers': Nothing;
  'start-payment-timer': Nothing;
  'stop-payment-timer': Nothing;
  'collect-payment': OfPayment & Amount;
  'query-payment': OfPayment;
  'void-payments': { readonly paymentIds: readonly string[] };
  'refund-payment': Amount;
  /** Books money that came in. */
  'post-payment': OfPayment & Amount;
  'issue-receipt': OfPayment & Amount;
  'issue-refund-receipt': OfPayment & Amount;
  'issue-invoice': OfShipment & Lines;
  'issue-credit-note': Amount;
  'set-invoice-due': OfShipment;
  'make-pick-list': Lines;
  'create-shipment': OfShipment & Lines;
  'record-tracking': OfShipment;
  'record-receipt': OfShipment;
  'claim-carrier': OfShipment & Lines;
  'open-return': OfReturn & Lines;
  'create-replacement': OfReturn & Lines;
  requote: Nothing;
  archive: Nothing;
};

export type EffectKind = keyof EffectFacts;
export type EffectOf<Kind extends EffectKind> = { readonly kind: Kind } & EffectFacts[Kind];
/** An instruction to the caller, as data: nothing in this package carries one out. */
export type Effect = { [Kind in EffectKind]: EffectOf<Kind> }[EffectKind];

/**
 * What undoes an executed effect when a later one cannot be carried out. `none`: the effect records a fact or asks a
 * question, so it stands; a wrong record is corrected by a further record, never erased.
 */
export const compensations = {
  'assign-number': 'none',
  'reserve-stock': 'release-stock',
  'release-stock': 'reserve-stock',
  'allocate-stock': 'deallocate-stock',
  'deallocate-stock': 'allocate-stock',
  'deduct-stock': 'restock',
  'put-back': 'none',
  restock: 'deduct-stock',
  'reserve-credit': 'release-credit',
  'release-credit': 'reserve-credit',
  'move-credit': 'move-credit',
  'lower-exposure': 'reserve-credit',
  'lock-coupons': 'return-coupon-use',
  'commit-coupon-use': 'return-coupon-use',
  'return-coupon-use': 'lock-coupons',
  'return-coupon-when-all-back': 'lock-coupons',
  'lock-points': 'release-points',
  'debit-points': 'release-points',
  'release-points': 'lock-points',
  'grant-pending-points': 'claw-back-points',
  'release-pending-points': 'claw-back-points',
  'claw-back-points': 'grant-pending-points',
  'notify-reviewers': 'none',
  'start-payment-timer': 'stop-payment-timer',
  'stop-payment-timer': 'start-payment-timer',
  'collect-payment': 'void-payments',
  'query-payment': 'none',
  'void-payments': 'none',
  'refund-payment': 'none',
  'post-payment': 'none',
  'issue-receipt': 'none',
  'issue-refund-receipt': 'none',
  'issue-invoice': 'issue-credit-note',
  'issue-credit-note': 'issue-invoice',
  'set-invoice-due': 'none',
  'make-pick-list': 'put-back',
  'create-shipment': 'none',
  'record-tracking': 'none',
  'record-receipt': 'none',
  'claim-carrier': 'none',
  'open-return': 'none',
  'create-replacement': 'none',
  requote: 'requote',
  archive: 'none',
} as const satisfies Record<EffectKind, EffectKind | 'none'>;
