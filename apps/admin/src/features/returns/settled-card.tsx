import { Link } from '@tanstack/react-router';
import { Card, CardHeader, MoneyText, StatusBadge } from '@tradeline/ui';
import { refundText, refundTone } from '../../lib/gateway-words.ts';
import { useMay } from '../../lib/use-me.ts';
import { useWords } from '../../lib/words.ts';
import { CreditNoteLink } from './credit-note-link.tsx';
import type { Return } from './return-page.tsx';
import { SettlementList } from './settlement-list.tsx';

/** What the return ended in: the reckoning under its credit note, or the order that sends the goods again. */
export const SettledCard = ({ found }: { found: Return }) => {
  const { t } = useWords();
  const mayReadMoney = useMay('payment.read');
  if (found.replacement)
    return (
      <Card>
        <CardHeader title={t.returns_replacement()} />
        <p className="p-4">
          <Link
            to="/orders/$orderId"
            params={{ orderId: found.replacement.id }}
            className="tabular font-medium hover:underline"
          >
            {found.replacement.number}
          </Link>
        </p>
      </Card>
    );
  if (!found.payout || !mayReadMoney) return null;
  return (
    <Card>
      <CardHeader
        title={t.returns_settlement()}
        aside={
          found.creditNote && (
            <>
              <span className="tabular">{found.creditNote}</span>
              <CreditNoteLink orderId={found.order.id} returnId={found.id} />
            </>
          )
        }
      />
      <div className="flex flex-col gap-4 p-4">
        <SettlementList settled={{ ...found.payout, amount: found.granted }} currency={found.order.currency} />
        {found.payout.deductionReason && (
          <p className="rounded-md bg-sunken px-3 py-2 text-sm text-muted">{found.payout.deductionReason}</p>
        )}
        {found.refunds.map(({ id, amount, state }) => (
          <p key={id} className="flex items-center justify-between gap-3 text-sm">
            <StatusBadge tone={refundTone(state)}>{refundText(state, t)}</StatusBadge>
            <MoneyText amount={amount} currency={found.order.currency} />
          </p>
        ))}
      </div>
    </Card>
  );
};
