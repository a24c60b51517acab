import { Link } from '@tanstack/react-router';
import { Breadcrumbs, Card, CardHeader, DateText, Facts, PageHeader, Skeleton, StatusBadge } from '@tradeline/ui';
import { LoadError } from '../../lib/load-error.tsx';
import { returnReasonText, returnStateText, returnStateTone } from '../../lib/return-words.ts';
import { type Outputs, trpc } from '../../lib/trpc.ts';
import { useWords } from '../../lib/words.ts';
import { ReturnLines } from './return-lines.tsx';
import { ReturnNext } from './return-next.tsx';
import { ReturnPictures } from './return-pictures.tsx';
import { ReturnSettlement } from './return-settlement.tsx';
import { ReturnTimeline } from './return-timeline.tsx';

export type Return = Outputs['returns']['get'];

/** One return: what comes next and who has to do it, the goods, the money. It follows changes by itself. */
export const ReturnPage = ({ id }: { id: string }) => {
  const { t } = useWords();
  const found = trpc.returns.get.useQuery({ id });
  if (found.error && !found.data) return <LoadError error={found.error} onRetry={() => void found.refetch()} />;
  if (!found.data) return <Skeleton className="h-64 w-full rounded-lg" />;
  const { data } = found;
  return (
    <>
      <PageHeader
        breadcrumbs={
          <Breadcrumbs
            steps={[
              { key: 'returns', node: <Link to="/returns">{t.returns_title()}</Link> },
              { key: 'return', node: data.number },
            ]}
          />
        }
        title={t.returns_heading({ number: data.number })}
        badge={<StatusBadge tone={returnStateTone(data.state)}>{returnStateText(data.state, t)}</StatusBadge>}
        meta={
          <>
            {t.returns_requested_at()} <DateText at={data.requestedAt} />
          </>
        }
      />
      <div className="grid items-start gap-4 md:grid-cols-[minmax(0,1fr)_18rem] lg:grid-cols-[minmax(0,1fr)_22rem]">
        <div className="flex min-w-0 flex-col gap-4">
          <ReturnNext found={data} />
          <ReturnSettlement found={data} />
          <ReturnLines found={data} />
        </div>
        <div className="flex min-w-0 flex-col gap-4">
          <Card>
            <CardHeader title={t.returns_reason()} />
            <div className="flex flex-col gap-3 p-4">
              <Facts
                items={[
                  {
                    label: t.returns_order(),
                    value: (
                      <Link
                        to="/orders/$orderId"
                        params={{ orderId: data.order.id }}
                        search={{}}
                        className="tabular text-accent-ink hover:underline"
                      >
                        {data.order.number}
                      </Link>
                    ),
                  },
                  { label: t.returns_reason(), value: returnReasonText(data.reason, t) },
                  {
                    label: t.returns_wish(),
                    value: data.wish === 'refund' ? t.returns_wish_refund() : t.returns_wish_replace(),
                  },
                ]}
              />
              {data.comment && <p className="rounded-md bg-sunken px-3 py-2 whitespace-pre-wrap">{data.comment}</p>}
              <ReturnPictures pictures={data.pictures} />
            </div>
          </Card>
          <ReturnTimeline found={data} />
        </div>
      </div>
    </>
  );
};
