import { Link } from '@tanstack/react-router';
import { Badge, Card, CardHeader, SumList } from '@tradeline/ui';
import type { Text } from '../../lib/i18n.tsx';
import { useWords } from '../../lib/words.ts';
import { CreditNoteLink } from './credit-note-link.tsx';
import type { Return } from './return-page.tsx';

type Payout = NonNullable<Return['payout']>;

const stepText = (what: Payout['steps'][number]['what'], t: Text): string =>
  ({
    goods: t.returns_step_goods,
    shipping: t.returns_step_shipping,
    'gifts-kept': t.returns_step_gifts_kept,
    deduction: t.returns_step_deduction,
  })[what]();

const channelText = (method: string, t: Text): string =>
  method === 'wechat' ? t.returns_channel_wechat() : t.returns_channel_alipay();

/** What the return brought: how the amount is made up, and where it went. Or the order that replaces the goods. */
export const ReturnSettlement = ({ found }: { found: Return }) => {
  const { t, money, quantity } = useWords();
  if (found.replacement)
    return (
      <Card>
        <CardHeader title={t.returns_replacement()} />
        <p className="p-4">
          <Link
            to="/orders/$orderId"
            params={{ orderId: found.replacement.id }}
            search={{}}
            className="tabular font-medium text-accent-ink hover:underline"
          >
            {found.replacement.number}
          </Link>
        </p>
      </Card>
    );
  const { payout } = found;
  if (!payout) return null;
  const { restored, clawedBack } = payout.points;
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
        <SumList
          items={[
            ...payout.steps.map(({ what, amount }) => ({ key: what, label: stepText(what, t), value: money(amount) })),
            { key: 'total', label: t.returns_granted(), value: money(found.granted), total: true },
          ]}
        />
        {payout.deductionReason && (
          <p className="rounded-md bg-sunken px-3 py-2 text-sm text-muted">{payout.deductionReason}</p>
        )}
        <SumList
          className="rounded-md bg-sunken px-3 py-2.5 text-sm"
          items={[
            ...(payout.setOff > 0 ? [{ key: 'set-off', label: t.returns_set_off(), value: money(payout.setOff) }] : []),
            ...payout.paidBack.map(({ method, to, amount }, at) => ({
              key: `${method}${at}`,
              label:
                to === 'balance'
                  ? t.returns_back_balance()
                  : to === 'bank'
                    ? t.returns_back_bank()
                    : t.returns_back_gateway({ channel: channelText(method, t) }),
              value: money(amount),
            })),
            ...(restored > 0
              ? [{ key: 'restored', label: t.returns_points_restored(), value: quantity(restored) }]
              : []),
            ...(clawedBack > 0
              ? [{ key: 'clawed', label: t.returns_points_clawed(), value: quantity(clawedBack) }]
              : []),
          ]}
        />
        {found.refunds.map(({ id, amount, state }) => (
          <p key={id} className="flex items-center justify-between gap-3 text-sm">
            <Badge tone={state === 'succeeded' ? 'success' : state === 'failed' ? 'danger' : 'info'}>
              {state === 'succeeded'
                ? t.returns_refund_arrived()
                : state === 'failed'
                  ? t.returns_refund_failed()
                  : t.returns_refund_underway()}
            </Badge>
            <span className="tabular">{money(amount)}</span>
          </p>
        ))}
      </div>
    </Card>
  );
};
