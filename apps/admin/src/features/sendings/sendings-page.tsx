import { Link } from '@tanstack/react-router';
import {
  Badge,
  Button,
  Card,
  DateText,
  EmptyState,
  PageHeader,
  Segmented,
  Skeleton,
  type Tone,
  toast,
} from '@tradeline/ui';
import { Mail, MessageSquare, RotateCcw, Send } from 'lucide-react';
import { useState } from 'react';
import type { Text } from '../../lib/i18n.tsx';
import { LoadError } from '../../lib/load-error.tsx';
import { momentStyle } from '../../lib/moment-style.ts';
import { noticeText } from '../../lib/notice-text.ts';
import { problemText } from '../../lib/problem-text.ts';
import { type Outputs, trpc } from '../../lib/trpc.ts';
import { useMay } from '../../lib/use-me.ts';
import { useWords } from '../../lib/words.ts';

type Sending = Outputs['sendings']['list']['rows'][number];
type State = Sending['state'];

const states: Record<State, { text: (t: Text) => string; tone: Tone }> = {
  waiting: { text: (t) => t.ordering_sending_waiting(), tone: 'info' },
  sent: { text: (t) => t.ordering_sending_sent(), tone: 'success' },
  failed: { text: (t) => t.ordering_sending_failed(), tone: 'danger' },
};

/** Mail and SMS on their way out: what went, what waits for another try, and what failed and why. */
export const SendingsPage = () => {
  const words = useWords();
  const { t, quantity } = words;
  const [state, setState] = useState<State | 'all'>('all');
  const utils = trpc.useUtils();
  const mayRetry = useMay('job.retry');
  const counts = trpc.sendings.counts.useQuery(undefined, { refetchInterval: 15_000 });
  const list = trpc.sendings.list.useInfiniteQuery(state === 'all' ? {} : { state }, {
    getNextPageParam: (page) => page.next,
    initialCursor: undefined,
    refetchInterval: 15_000,
  });
  const retry = trpc.sendings.retry.useMutation({
    onSuccess: ({ retried }) => toast.success(t.ordering_sending_retried({ count: quantity(retried) })),
    onError: (error) => toast.error(problemText(error, words)),
    onSettled: () => utils.sendings.invalidate(),
  });
  const rows = list.data?.pages.flatMap((page) => page.rows) ?? [];
  const failed = rows.filter((row) => row.state === 'failed');
  const label = (each: State) =>
    counts.data ? `${states[each].text(t)} ${quantity(counts.data[each])}` : states[each].text(t);
  return (
    <div className="flex flex-col gap-4 p-4 md:px-5">
      <PageHeader
        title={t.ordering_sendings()}
        meta={t.ordering_sendings_hint()}
        actions={
          mayRetry &&
          failed.length > 0 && (
            <Button pending={retry.isPending} onPress={() => retry.mutate({ ids: failed.map(({ id }) => id) })}>
              <RotateCcw aria-hidden />
              {t.ordering_sending_retry_all({ count: quantity(failed.length) })}
            </Button>
          )
        }
      />
      <Segmented
        className="self-start"
        label={t.ordering_sending_state()}
        value={state}
        onValueChange={setState}
        segments={[
          { value: 'all', label: t.ordering_sending_all() },
          ...(['failed', 'waiting', 'sent'] as const).map((value) => ({ value, label: label(value) })),
        ]}
      />
      {list.error && !list.data && <LoadError error={list.error} onRetry={() => void list.refetch()} />}
      {list.isPending && <Skeleton className="h-64 w-full rounded-lg" />}
      {list.data &&
        (rows.length === 0 ? (
          <Card>
            <EmptyState icon={<Send aria-hidden />} title={t.ordering_sending_none()}>
              {t.ordering_sending_none_body()}
            </EmptyState>
          </Card>
        ) : (
          <Card className="overflow-hidden">
            <ul aria-label={t.ordering_sendings()} className="divide-y divide-line">
              {rows.map((row) => (
                <Row key={row.id} row={row} onRetry={mayRetry ? () => retry.mutate({ ids: [row.id] }) : undefined} />
              ))}
            </ul>
            {list.hasNextPage && (
              <div className="border-t border-line p-2 text-center">
                <Button look="quiet" pending={list.isFetchingNextPage} onPress={() => void list.fetchNextPage()}>
                  {t.after_notices_more()}
                </Button>
              </div>
            )}
          </Card>
        ))}
    </div>
  );
};

const Row = ({ row, onRetry }: { row: Sending; onRetry: (() => void) | undefined }) => {
  const { t, quantity } = useWords();
  const Way = row.way === 'mail' ? Mail : MessageSquare;
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-1 px-4 py-2.5">
      <Way
        role="img"
        aria-label={row.way === 'mail' ? t.ordering_way_mail() : t.ordering_way_sms()}
        className="size-4.5 shrink-0 text-muted"
      />
      <div className="min-w-0 flex-1 basis-64">
        {row.kind === 'stock.digest' || row.orderId === null ? (
          <Link to="/stock/lots" className="font-medium hover:underline">
            {t.stock_digest()}
          </Link>
        ) : (
          <Link to="/orders/$orderId" params={{ orderId: row.orderId }} className="font-medium hover:underline">
            {noticeText(row.kind, row.number, t)}
          </Link>
        )}
        <p className="text-sm text-muted">
          {row.name} <span className="tabular">{row.recipient}</span>
        </p>
        {row.error && <p className="text-sm break-words text-danger-ink">{row.error}</p>}
      </div>
      <div className="flex items-center gap-3">
        {row.attempts > 1 && (
          <span className="text-sm text-muted">{t.ordering_sending_tries({ count: quantity(row.attempts) })}</span>
        )}
        <Badge tone={states[row.state].tone}>{states[row.state].text(t)}</Badge>
        <DateText at={row.sentAt ?? row.at} style={momentStyle(row.at)} className="text-sm text-muted" />
        {row.state === 'failed' && onRetry && (
          <Button size="sm" onPress={onRetry}>
            {t.ordering_sending_retry()}
          </Button>
        )}
      </div>
    </li>
  );
};
