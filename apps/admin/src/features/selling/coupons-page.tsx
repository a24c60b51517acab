import { Badge, Button, type Column, DataTable, DateText, EmptyState, PageHeader } from '@tradeline/ui';
import { Plus, TicketPercent } from 'lucide-react';
import { useState } from 'react';
import { useBilingual } from '../../lib/i18n.tsx';
import { LoadError } from '../../lib/load-error.tsx';
import { SectionTabs } from '../../lib/section-tabs.tsx';
import { trpc } from '../../lib/trpc.ts';
import { useMay } from '../../lib/use-me.ts';
import { useWords, type Words } from '../../lib/words.ts';
import { CouponDialog } from './coupon-dialog.tsx';
import { type Coupon, IssueDialog } from './issue-dialog.tsx';

const worthText = ({ actions, conditions }: Coupon, { t, money }: Words): string => {
  const from = conditions.find((condition) => condition.type === 'items-total');
  const off = actions.flatMap((action) => {
    if (action.type === 'amount-off-order') return [t.coupon_told_amount({ amount: money(action.amount) })];
    return action.type === 'percent-off-order' ? [t.coupon_told_percent({ percent: action.percent })] : [];
  });
  return [from?.min ? t.coupon_told_from({ amount: money(from.min) }) : '', ...off].filter(Boolean).join(' ');
};

/** Coupons: what each takes off, how many were handed out and used, and handing out more. */
export const CouponsPage = () => {
  const words = useWords();
  const { t, quantity } = words;
  const say = useBilingual();
  const mayAdd = useMay('promotion.publish');
  const { data, error, refetch, dataUpdatedAt } = trpc.selling.coupons.useQuery();
  const [adding, setAdding] = useState(false);
  const [issuing, setIssuing] = useState<Coupon>();
  const isOver = ({ endsAt }: Coupon) => endsAt !== null && Date.parse(endsAt) <= dataUpdatedAt;
  const columns: Column<Coupon>[] = [
    {
      id: 'name',
      header: t.coupon_name(),
      card: 'title',
      width: 'w-full min-w-48',
      cell: (row) => (
        <span className="inline-flex flex-wrap items-center gap-2">
          <span className="font-medium">{say(row.name)}</span>
          <Badge>{row.kind === 'public' ? t.coupon_kind_public() : t.coupon_kind_personal()}</Badge>
          {isOver(row) && <Badge>{t.coupon_over()}</Badge>}
        </span>
      ),
    },
    { id: 'code', header: t.coupon_code(), cell: (row) => <span className="tabular">{row.code}</span> },
    { id: 'worth', header: t.coupon_off(), width: 'whitespace-nowrap', cell: (row) => worthText(row, words) },
    {
      id: 'until',
      header: t.coupon_ends(),
      width: 'whitespace-nowrap',
      cell: (row) => (row.endsAt ? <DateText at={row.endsAt} style="date" /> : '—'),
    },
    {
      id: 'issued',
      header: t.coupon_count_issued(),
      align: 'end',
      cell: (row) =>
        row.issueLimit === null ? quantity(row.issued) : `${quantity(row.issued)} / ${quantity(row.issueLimit)}`,
    },
    { id: 'held', header: t.coupon_count_held(), align: 'end', cell: (row) => quantity(row.locked) },
    { id: 'used', header: t.coupon_count_used(), align: 'end', cell: (row) => quantity(row.used) },
    {
      id: 'issue',
      header: t.coupon_issue(),
      align: 'end',
      cell: (row) =>
        row.kind === 'personal' && !isOver(row) ? (
          <Button size="sm" onPress={() => setIssuing(row)}>
            {t.coupon_issue()}
          </Button>
        ) : null,
    },
  ];
  if (error && !data) return <LoadError error={error} onRetry={() => void refetch()} />;
  return (
    <div className="mx-auto w-full max-w-[90rem] p-4 md:p-5">
      <PageHeader
        title={t.coupon_title()}
        actions={
          mayAdd && (
            <Button look="primary" onPress={() => setAdding(true)}>
              <Plus aria-hidden />
              {t.coupon_new()}
            </Button>
          )
        }
      />
      <SectionTabs section="selling" />
      {data?.length === 0 ? (
        <EmptyState icon={<TicketPercent aria-hidden />} title={t.coupon_none()}>
          {t.coupon_none_body()}
        </EmptyState>
      ) : (
        <DataTable
          label={t.coupon_title()}
          columns={columns}
          rows={data}
          rowKey={(row) => row.id}
          rowName={(row) => say(row.name)}
          empty={<EmptyState title={t.coupon_none()} />}
        />
      )}
      {adding && <CouponDialog onClose={() => setAdding(false)} />}
      {issuing && <IssueDialog coupon={issuing} onClose={() => setIssuing(undefined)} />}
    </div>
  );
};
