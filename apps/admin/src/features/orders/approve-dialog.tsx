import type { Refusal } from '@tradeline/api/router';
import { Button, Dialog, Facts, Notice, SkeletonText } from '@tradeline/ui';
import { useState } from 'react';
import { problemText } from '../../lib/problem-text.ts';
import { refusalText } from '../../lib/refusal-text.ts';
import { trpc } from '../../lib/trpc.ts';
import { useWords } from '../../lib/words.ts';
import { ApproveRun } from './approve-run.tsx';
import type { OrderRow } from './order-columns.tsx';
import { RefusedOrders } from './refused-orders.tsx';

export const MOST_AT_ONCE = 200;

/** Saying yes to many orders: what will pass, with its sums, and what will not and why; then how far it is, then how it ended. */
export const ApproveDialog = ({ rows, onClose }: { rows: readonly OrderRow[]; onClose: () => void }) => {
  const words = useWords();
  const { t } = words;
  const [jobId, setJobId] = useState<string>();
  const orders = rows.map(({ id, version }) => ({ id, expectedVersion: version }));
  const tooMany = rows.length > MOST_AT_ONCE;
  const preview = trpc.orderDesk.previewYes.useQuery(
    { orders },
    { enabled: !tooMany && jobId === undefined, staleTime: Number.POSITIVE_INFINITY, gcTime: 0 },
  );
  const start = trpc.orderDesk.startYes.useMutation({ onSuccess: ({ jobId }) => setJobId(jobId) });
  const title = t.desk_approve_title({ count: rows.length });
  if (jobId) return <ApproveRun jobId={jobId} title={title} onClose={onClose} />;
  const passing = (preview.data ?? []).flatMap((each) => ('effect' in each ? [{ id: each.id, ...each.effect }] : []));
  const refused = (preview.data ?? []).flatMap((each) => ('refusal' in each ? [each] : []));
  const go = orders.filter(({ id }) => passing.some((each) => each.id === id));
  const problem = preview.error ?? start.error;
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      keepOnOutsidePress
      title={title}
      footer={
        <>
          <Button onPress={onClose}>{t.cancel()}</Button>
          <Button
            look="primary"
            pending={start.isPending || preview.isLoading}
            disabledReason={
              tooMany ? t.desk_approve_too_many() : preview.data && go.length === 0 ? t.desk_approve_none() : undefined
            }
            onPress={() => start.mutate({ orders: go })}
          >
            {t.desk_approve_go({ count: go.length })}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4" aria-live="polite">
        {problem && <Notice tone="danger">{problemText(problem, words)}</Notice>}
        {tooMany && <Notice tone="warning">{t.desk_approve_too_many()}</Notice>}
        {preview.isLoading && (
          <>
            <p className="text-muted">{t.desk_approve_looking()}</p>
            <SkeletonText lines={4} />
          </>
        )}
        {preview.data && <Passing passing={passing} />}
        {refused.length > 0 && (
          <RefusedOrders
            title={t.desk_approve_refused({ count: refused.length })}
            orders={refused.map(({ id, number, refusal }) => ({
              id,
              number,
              why: refusalText(refusal as Refusal, words),
            }))}
          />
        )}
      </div>
    </Dialog>
  );
};

type Passed = {
  action: 'pass-review' | 'approve' | 'release';
  total: number;
  currency: string;
  units: number;
  credit: number;
};

const Passing = ({ passing }: { passing: readonly Passed[] }) => {
  const { t, money, quantity } = useWords();
  if (passing.length === 0) return <p className="font-medium">{t.desk_approve_none()}</p>;
  const sums = (of: (each: Passed) => number): string =>
    [...Map.groupBy(passing, ({ currency }) => currency)]
      .map(([currency, own]) =>
        money(
          own.reduce((sum, each) => sum + of(each), 0),
          currency,
        ),
      )
      .join(' + ');
  const count = (action: Passed['action']): number => passing.filter((each) => each.action === action).length;
  const becomes = [
    count('approve') > 0 ? t.desk_approve_confirms({ count: count('approve') }) : '',
    count('pass-review') > 0 ? t.desk_approve_goes_on({ count: count('pass-review') }) : '',
    count('release') > 0 ? t.desk_approve_releases({ count: count('release') }) : '',
  ].filter(Boolean);
  const units = passing.reduce((sum, each) => sum + each.units, 0);
  return (
    <div className="flex flex-col gap-2">
      <p className="font-medium">{t.desk_approve_pass({ count: passing.length })}</p>
      <Facts
        className="gap-y-1 rounded-md bg-sunken px-3 py-2.5"
        items={[
          { label: t.desk_approve_becomes(), value: becomes.join(' · ') },
          {
            label: t.desk_approve_sum(),
            value: <span className="tabular font-medium">{sums((each) => each.total)}</span>,
          },
          { label: t.desk_approve_units(), value: <span className="tabular">{quantity(units)}</span> },
          { label: t.desk_approve_credit(), value: <span className="tabular">{sums((each) => each.credit)}</span> },
        ].map(({ label, value }) => ({ label, value: <span className="block text-right">{value}</span> }))}
      />
    </div>
  );
};
