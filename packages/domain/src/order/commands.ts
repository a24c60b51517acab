import type { Instant } from '../kernel/index.ts';
import type { Minor } from '../money/index.ts';
import type { approval } from './approval.ts';
import type { LineQuantity } from './effects.ts';
import type { fulfilment } from './fulfilment.ts';
import type { ActionOf, OrderRole } from './machine.ts';
import type { payment } from './payment.ts';
import type { returns } from './return.ts';
import type { ReviewFacts } from './review.ts';

export type ApprovalAction = ActionOf<typeof approval>;
export type ShipmentAction = ActionOf<typeof fulfilment>;
export type ReturnAction = ActionOf<typeof returns>;
export type PaymentAction = ActionOf<typeof payment>;
/** Every action belongs to exactly one machine. */
export type OrderAction = ApprovalAction | ShipmentAction | ReturnAction | PaymentAction;

/** Findings of other rules about the order at this moment: the caller asks those rules and passes what they said. */
export type Check =
  | 'lines'
  | 'price'
  | 'credit'
  | 'stock'
  | 'address'
  | 'credit-auto'
  | 'known-customer'
  | 'return-window'
  | 'return-period-over';
type Checked<Names extends Check> = { readonly checks: Readonly<Record<Names, boolean>> };
/** Which units, line by line; left out, all that the action can take. On submitting and editing: those that stock stands for now, the rest is owed. */
type SomeLines = { readonly lines?: readonly LineQuantity[] | undefined };
/** The reviews that the order must pass from here on, as the wholesaler has set them up. */
type Reviewed = { readonly reviews?: readonly ReviewFacts[] | undefined };
export type Inspected = { readonly lineId: string; readonly good: number; readonly damaged: number };

type Asked =
  | ({ readonly action: 'submit' } & SomeLines & Checked<'lines' | 'price' | 'credit' | 'stock' | 'address'>)
  | ({ readonly action: 'edit' } & SomeLines &
      Checked<'lines' | 'price' | 'credit' | 'stock'> & { readonly changed: ChangedOrder })
  | ({ readonly action: 'auto-confirm' } & Reviewed & Checked<'credit-auto' | 'stock' | 'price' | 'known-customer'>)
  | ({ readonly action: 'start-review' } & Reviewed)
  | ({ readonly action: 'approve' } & Checked<'credit'>)
  | {
      readonly action:
        | 'pass-review'
        | 'release'
        | 'await-payment'
        | 'confirm-payment'
        | 'expire'
        | 'reject'
        | 'change'
        | 'cancel';
    }
  | ({ readonly action: 'reserve' | 'start-picking' | 'allocate' | 'pick' } & SomeLines)
  /** `fromBox`: units that lay picked already; else those that were not picked yet are the first to be missed. */
  | ({ readonly action: 'short-pick'; readonly fromBox?: boolean | undefined } & SomeLines)
  | ({ readonly action: 'ship'; readonly shipmentId: string } & SomeLines & Checked<'credit'>)
  | { readonly action: 'scan' | 'deliver' | 'lose'; readonly shipmentId: string }
  /** What the order costs from then on, and the points it was paid with that come back. */
  | { readonly action: 'close-rest'; readonly total: Minor; readonly points?: number | undefined }
  | ({ readonly action: 'close' } & Checked<'return-period-over'>)
  | ({ readonly action: 'request-return'; readonly returnId: string } & SomeLines & Checked<'return-window'>)
  | {
      readonly action: 'approve-return' | 'reject-return' | 'cancel-return' | 'send-back' | 'replace-return';
      readonly returnId: string;
    }
  | ({ readonly action: 'receive-return'; readonly returnId: string } & SomeLines)
  | { readonly action: 'inspect-return'; readonly returnId: string; readonly inspected: readonly Inspected[] }
  | { readonly action: 'refund-return'; readonly returnId: string; readonly amount: Minor }
  | {
      readonly action: 'start-payment' | 'capture-payment' | 'refund-payment';
      readonly paymentId: string;
      readonly amount: Minor;
    }
  | {
      readonly action: 'authorize-payment' | 'fail-payment' | 'lose-answer' | 'void-payment';
      readonly paymentId: string;
    };

/** What an edit makes of the order: new quantities (a line at 0 is gone), what it costs and holds now. */
export type ChangedOrder = {
  readonly lines: readonly LineQuantity[];
  readonly total: Minor;
  readonly prepay: Minor;
  readonly holds: { readonly credit: Minor; readonly coupons: number; readonly points: number };
};

export type OrderCommand = Asked & {
  readonly comment?: string | undefined;
  /** The version the actor saw; left out by machines that act on facts they have just read under a lock. */
  readonly expectedVersion?: number | undefined;
};

/** Who acts, when, and how far their own signature reaches. A person with several roles brings them all. */
export type Acting = {
  readonly roles: readonly OrderRole[];
  readonly actorId: string;
  readonly at: Instant;
  /** Roles of a person of the staff, by which reviews are his or not; absent where nobody in particular asks. */
  readonly staffRoles?: readonly string[] | undefined;
  /** Largest order total this person may approve; absent: any, but not their own order. */
  readonly approvalLimit?: Minor | undefined;
  /** Largest order total this buyer may submit without a colleague who may. */
  readonly spendingLimit?: Minor | undefined;
};
