import type { StaffAction } from '@tradeline/domain/access';
import { can, type Denial, type OrderAction, type OrderFacts, openReviews } from '@tradeline/domain/order';
import type { Text } from '../../lib/i18n.tsx';
import { reviewText } from '../../lib/order-words.ts';
import { refusalText } from '../../lib/refusal-text.ts';
import { type Me, may, myOrderRoles } from '../../lib/use-me.ts';
import type { Words } from '../../lib/words.ts';

/** An approval is named by the review it passes where there are several. */
const approves = (t: Text, { reviews }: OrderFacts): string => {
  const [next] = openReviews(reviews);
  const several = (reviews ?? []).filter(({ step }) => step !== 'release').length > 1;
  return next && (several || next.step !== 'order') ? t.desk_pass({ step: reviewText(next.step, t) }) : t.do_approve();
};
const releases = (t: Text): string => t.desk_pass({ step: reviewText('release', t) });

/** The steps of the whole order that staff take, in the order of its life, each with the permission it needs. */
export const orderSteps = [
  { action: 'start-review', permission: 'order.review', label: (t: Text) => t.do_start_review() },
  { action: 'pass-review', permission: 'order.approve', label: approves },
  { action: 'approve', permission: 'order.approve', label: approves },
  { action: 'release', permission: 'order.release', label: releases },
  { action: 'start-picking', permission: 'order.pick', label: (t: Text) => t.do_start_picking() },
  { action: 'ship', permission: 'order.ship', label: (t: Text) => t.do_ship() },
  { action: 'close-rest', permission: 'order.close-rest', label: (t: Text) => t.desk_rest() },
  { action: 'edit', permission: 'order.edit', label: (t: Text) => t.ordering_edit() },
  { action: 'change', permission: 'order.review', label: (t: Text) => t.do_change() },
  { action: 'reject', permission: 'order.approve', label: (t: Text) => t.do_reject() },
  { action: 'cancel', permission: 'order.cancel', label: (t: Text) => t.do_cancel() },
] as const satisfies readonly {
  action: OrderAction;
  permission: StaffAction;
  label: (t: Text, facts: OrderFacts) => string;
}[];
export type OrderStep = (typeof orderSteps)[number];

export type Verdict =
  | { open: true }
  /** `atThisStage`: the order stands where the step begins, something else keeps it from this person. */
  | { open: false; atThisStage: boolean; reason: string };

const offStage: readonly Denial['kind'][] = [
  'wrong-status',
  'already-shipped',
  'no-such-part',
  'review-is-last',
  'nothing-to-release',
];

/** Whether I may take a step now, asked of the very rules that the server applies; if not, why. */
export const verdictOn = (
  facts: OrderFacts,
  { action, permission }: { action: OrderAction; permission: StaffAction },
  me: Me,
  words: Words,
  subjectId?: string,
): Verdict => {
  const asked = can(facts, action, { roles: myOrderRoles(me), actorId: me.id }, subjectId);
  if (!asked.ok)
    return {
      open: false,
      atThisStage:
        !offStage.includes(asked.error.kind) &&
        !(action === 'approve' && asked.error.kind === 'review-missing') &&
        // Once something left and something is open it is a choice; it never waits as a button.
        action !== 'close-rest',
      reason: refusalText(asked.error, words),
    };
  return may(me, permission)
    ? { open: true }
    : { open: false, atThisStage: true, reason: words.t.refusal_not_permitted() };
};
