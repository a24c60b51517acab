import { Link } from '@tanstack/react-router';
import { Button, buttonClass, Card, DateText, EmptyState, PageHeader, Skeleton } from '@tradeline/ui';
import { Bell, CheckCheck, Settings2 } from 'lucide-react';
import { useText } from '../../lib/i18n.tsx';
import { LoadError } from '../../lib/load-error.tsx';
import { noticeText } from '../../lib/notice-text.ts';
import { type Outputs, trpc } from '../../lib/trpc.ts';

type Notice = Outputs['notices']['list']['rows'][number];

/** What I was told, the newest first. Opening one reads it; new ones come while the page is open. */
export const NoticesPage = () => {
  const t = useText();
  const utils = trpc.useUtils();
  const list = trpc.notices.list.useInfiniteQuery(
    {},
    { getNextPageParam: (page) => page.next, initialCursor: undefined },
  );
  const unread = trpc.notices.unread.useQuery();
  const markRead = trpc.notices.markRead.useMutation({ onSettled: () => utils.notices.invalidate() });
  const rows = list.data?.pages.flatMap((page) => page.rows) ?? [];
  return (
    <div className="p-4 md:p-5">
      <PageHeader
        title={t.after_notices()}
        actions={
          <>
            <Link to="/preferences" className={buttonClass({ look: 'quiet' })}>
              <Settings2 aria-hidden />
              {t.ordering_preferences()}
            </Link>
            {(unread.data ?? 0) > 0 && (
              <Button pending={markRead.isPending} onPress={() => markRead.mutate({})}>
                <CheckCheck aria-hidden />
                {t.after_notices_all_read()}
              </Button>
            )}
          </>
        }
      />
      {list.error && !list.data && <LoadError error={list.error} onRetry={() => void list.refetch()} />}
      {list.isPending && <Skeleton className="h-64 w-full rounded-lg" />}
      {list.data &&
        (rows.length === 0 ? (
          <Card>
            <EmptyState icon={<Bell aria-hidden />} title={t.after_notices_none()}>
              {t.after_notices_none_body()}
            </EmptyState>
          </Card>
        ) : (
          <Card className="max-w-3xl overflow-hidden">
            <ul aria-label={t.after_notices()} className="divide-y divide-line">
              {rows.map((notice) => (
                <Row key={notice.id} notice={notice} onOpen={() => markRead.mutate({ ids: [notice.id] })} />
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

const Row = ({ notice, onOpen }: { notice: Notice; onOpen: () => void }) => {
  const t = useText();
  const { kind, orderId, payload, at, readAt } = notice;
  return (
    <li>
      <Link
        to="/orders/$orderId"
        params={{ orderId }}
        hash={kind.startsWith('message.') ? 'messages' : ''}
        className="flex min-h-14 items-center gap-3 px-4 py-2.5 hover:bg-hover focus-visible:outline-offset-[-2px]"
        onClick={() => readAt === null && onOpen()}
      >
        <span className={readAt === null ? 'size-2 shrink-0 rounded-full bg-accent' : 'size-2 shrink-0'}>
          {readAt === null && <span className="sr-only">{t.after_notices_unread_mark()}</span>}
        </span>
        <span className="min-w-0 flex-1">
          <span className={readAt === null ? 'block font-medium' : 'block text-muted'}>
            {noticeText(kind, payload.number, t)}
          </span>
          <span className="block text-sm text-muted">
            {[payload.companyName, payload.by].filter(Boolean).join(' · ')}
          </span>
        </span>
        <DateText at={at} style="day-month-time" className="shrink-0 text-sm text-muted" />
      </Link>
    </li>
  );
};
