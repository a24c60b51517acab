import type { StaffAction } from '@tradeline/domain/access';
import { can, type ReturnAction, type ReturnState } from '@tradeline/domain/order';
import { Card, CardHeader } from '@tradeline/ui';
import type { Text } from '../../lib/i18n.tsx';
import { may, myOrderRoles, useMe } from '../../lib/use-me.ts';
import { useWords } from '../../lib/words.ts';
import { InspectPanel } from './inspect-panel.tsx';
import { ReceivePanel } from './receive-panel.tsx';
import type { Return } from './return-page.tsx';
import { ReviewPanel } from './review-panel.tsx';
import { SettlePanel } from './settle-panel.tsx';
import { WithdrawButton } from './withdraw-button.tsx';

const waits: Partial<Record<ReturnState, (t: Text) => string>> = {
  requested: (t) => t.returns_waits_review(),
  approved: (t) => t.returns_waits_warehouse(),
  'sent-back': (t) => t.returns_waits_warehouse(),
  received: (t) => t.returns_waits_inspect(),
  inspected: (t) => t.returns_waits_finance(),
};

/** The step that is due, for whoever may take it; the others read for whom it waits. */
export const ReturnStep = ({ found }: { found: Return }) => {
  const { t } = useWords();
  const me = useMe();
  const open = (action: ReturnAction, permission: StaffAction): boolean =>
    may(me, permission) && can(found.facts, action, { roles: myOrderRoles(me), actorId: me.id }, found.id).ok;
  const waiting = waits[found.state];
  if (!waiting) return null;
  const withdraw = open('cancel-return', 'return.request') && <WithdrawButton found={found} />;
  if (open('approve-return', 'return.approve')) return <ReviewPanel found={found} aside={withdraw} />;
  // A parcel that came without a word is received all the same.
  const arrives = open('receive-return', 'return.receive') || open('send-back', 'return.receive');
  if (arrives) return <ReceivePanel found={found} />;
  if (open('inspect-return', 'return.receive')) return <InspectPanel found={found} />;
  const refund = open('refund-return', 'return.refund');
  const replace = open('replace-return', 'return.approve');
  if (refund || replace) return <SettlePanel found={found} refund={refund} replace={replace} />;
  return (
    <Card>
      <CardHeader title={t.returns_what_next()} aside={withdraw} />
      <p role="status" className="p-4 text-muted">
        {waiting(t)}
      </p>
    </Card>
  );
};
