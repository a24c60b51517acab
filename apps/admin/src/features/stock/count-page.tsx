import { Link } from '@tanstack/react-router';
import { Badge, Breadcrumbs, Button, ConfirmDialog, PageHeader, Skeleton, StatusBadge, toast } from '@tradeline/ui';
import { useState } from 'react';
import { useBilingual } from '../../lib/i18n.tsx';
import { LoadError } from '../../lib/load-error.tsx';
import { problemText } from '../../lib/problem-text.ts';
import { documentStateText, documentTone } from '../../lib/stock-words.ts';
import { type Outputs, trpc } from '../../lib/trpc.ts';
import { useMay } from '../../lib/use-me.ts';
import { useWords } from '../../lib/words.ts';
import { CountEntry } from './count-entry.tsx';
import { CountLines } from './count-lines.tsx';

export type CountView = Outputs['stock']['counts']['get'];
export type CountLine = CountView['lines'][number];

/** A count: shelf after shelf on the left (above, on a phone), what was found beside it, then the posting. */
export const CountPage = ({ countId }: { countId: string }) => {
  const words = useWords();
  const { t, quantity, money } = words;
  const say = useBilingual();
  const utils = trpc.useUtils();
  const mayCount = useMay('stock.count');
  const [chosen, setChosen] = useState<string>();
  const [asking, setAsking] = useState<'post' | 'cancel'>();
  const { data: count, error, refetch } = trpc.stock.counts.get.useQuery({ id: countId });
  const onSettled = async () => {
    setAsking(undefined);
    await utils.stock.invalidate();
  };
  const onError = (problem: unknown) => toast.error(problemText(problem, words));
  const post = trpc.stock.counts.post.useMutation({
    onSuccess: ({ entries }) => toast.success(t.stock_count_posted({ count: entries })),
    onError,
    onSettled,
  });
  const cancel = trpc.stock.counts.cancel.useMutation({ onError, onSettled });
  if (error && !count) return <LoadError error={error} onRetry={() => void refetch()} />;
  const open = count?.state === 'open' && mayCount;
  const line =
    count?.lines.find(({ skuId }) => skuId === chosen) ?? count?.lines.find(({ counted }) => counted === null);
  const different = (count?.lines ?? []).filter(({ finding }) => finding !== null && finding.difference !== 0);
  return (
    <div className="mx-auto w-full max-w-6xl p-4 md:p-5">
      <PageHeader
        breadcrumbs={
          <Breadcrumbs
            steps={[
              { key: 'counts', node: <Link to="/stock/counts">{t.stock_tab_counts()}</Link> },
              { key: 'count', node: <span>{count?.number ?? '…'}</span> },
            ]}
          />
        }
        title={t.stock_count_title({ number: count?.number ?? '' })}
        badge={
          count && (
            <span className="flex gap-2">
              <StatusBadge tone={documentTone(count.state)}>{documentStateText(count.state, t)}</StatusBadge>
              {count.blind && <Badge>{t.stock_count_blind_badge()}</Badge>}
            </span>
          )
        }
        meta={
          count &&
          [
            say(count.warehouseName),
            count.startedByName,
            t.stock_count_of({ done: quantity(count.counted), count: quantity(count.lines.length) }),
          ].join(' · ')
        }
        actions={
          open && (
            <>
              <Button onPress={() => setAsking('cancel')}>{t.stock_count_cancel()}</Button>
              <Button look="primary" onPress={() => setAsking('post')}>
                {t.stock_count_post()}
              </Button>
            </>
          )
        }
      />
      {count ? (
        <div className={open ? 'grid items-start gap-4 lg:grid-cols-[24rem_minmax(0,1fr)]' : ''}>
          {open && (
            <div className="lg:sticky lg:top-4">
              <CountEntry count={count} line={line} onChoose={setChosen} onNext={() => setChosen(undefined)} />
            </div>
          )}
          <CountLines count={count} current={open ? line?.skuId : undefined} onChoose={open ? setChosen : undefined} />
        </div>
      ) : (
        <Skeleton className="h-80 w-full rounded-lg" />
      )}
      {count && (
        <>
          <ConfirmDialog
            open={asking === 'post'}
            onOpenChange={() => setAsking(undefined)}
            title={t.stock_count_post_title({ number: count.number })}
            confirmLabel={t.stock_count_post()}
            cancelLabel={t.cancel()}
            pending={post.isPending}
            onConfirm={() => post.mutate({ id: countId })}
          >
            {!count.hidden &&
              t.stock_count_post_body({
                differences: quantity(different.length),
                value: money(different.reduce((sum, { finding }) => sum + (finding?.value ?? 0), 0)),
                open: quantity(count.lines.length - count.counted),
              })}
          </ConfirmDialog>
          <ConfirmDialog
            open={asking === 'cancel'}
            onOpenChange={() => setAsking(undefined)}
            title={t.stock_count_cancel()}
            confirmLabel={t.stock_count_cancel()}
            cancelLabel={t.cancel()}
            destructive
            pending={cancel.isPending}
            onConfirm={() => cancel.mutate({ id: countId })}
          >
            {t.stock_count_cancel_body({ done: quantity(count.counted) })}
          </ConfirmDialog>
        </>
      )}
    </div>
  );
};
