import {
  Badge,
  Button,
  type Column,
  ConfirmDialog,
  DataTable,
  DateText,
  EmptyState,
  IconButton,
  StatusBadge,
  type Tone,
  toast,
} from '@tradeline/ui';
import { formatInstant } from '@tradeline/ui/format';
import { Megaphone, Plus, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { type Text, useBilingual } from '../../lib/i18n.tsx';
import { LoadError } from '../../lib/load-error.tsx';
import { problemText } from '../../lib/problem-text.ts';
import { type Outputs, trpc } from '../../lib/trpc.ts';
import { useWords, type Words } from '../../lib/words.ts';
import { NewsForm } from './news-form.tsx';

export type NewsItem = Outputs['news']['list'][number];
type State = 'draft' | 'waiting' | 'running' | 'over';

const stateOf = ({ status, startsAt, endsAt }: NewsItem, now: number): State => {
  if (status === 'draft') return 'draft';
  if (endsAt && Date.parse(endsAt) <= now) return 'over';
  return startsAt && Date.parse(startsAt) > now ? 'waiting' : 'running';
};
const stateText: Record<State, (t: Text) => string> = {
  draft: (t) => t.news_state_draft(),
  waiting: (t) => t.news_state_waiting(),
  running: (t) => t.news_state_running(),
  over: (t) => t.news_state_over(),
};
const stateTone: Record<State, Tone> = { draft: 'neutral', waiting: 'info', running: 'success', over: 'neutral' };

const windowText = ({ startsAt, endsAt }: NewsItem, { t, language }: Words): string => {
  const [from, to] = [startsAt, endsAt].map((at) => (at ? formatInstant(at, language, 'date-time') : ''));
  if (from && to) return t.news_between({ from, to });
  if (from) return t.news_from({ from });
  return to ? t.news_until({ to }) : t.news_always();
};

/** What customers are told on their home page: written, shown within a window, taken off. */
export const NewsPage = () => {
  const words = useWords();
  const { t } = words;
  const say = useBilingual();
  const utils = trpc.useUtils();
  const news = trpc.news.list.useQuery();
  const [editing, setEditing] = useState<NewsItem | 'new'>();
  const [removing, setRemoving] = useState<NewsItem>();
  const remove = trpc.news.remove.useMutation({
    onSuccess: () => {
      toast(t.news_removed());
      void utils.news.invalidate();
    },
    onError: (error) => toast.error(problemText(error, words)),
  });
  const columns: Column<NewsItem>[] = [
    {
      id: 'title',
      header: t.news_column_title(),
      card: 'title',
      width: 'w-full min-w-52',
      cell: (row) => (
        <span className="inline-flex flex-wrap items-center gap-x-2 gap-y-1">
          <Button look="link" size="inline" className="text-left whitespace-normal" onPress={() => setEditing(row)}>
            {say(row.title)}
          </Button>
          {row.pinned && <Badge tone="accent">{t.news_pinned()}</Badge>}
        </span>
      ),
    },
    {
      id: 'state',
      header: t.news_column_state(),
      card: 'aside',
      cell: (row) => {
        const state = stateOf(row, news.dataUpdatedAt);
        return <StatusBadge tone={stateTone[state]}>{stateText[state](t)}</StatusBadge>;
      },
    },
    {
      id: 'window',
      header: t.news_column_window(),
      width: 'whitespace-nowrap',
      cell: (row) => <span className="tabular text-muted">{windowText(row, words)}</span>,
    },
    {
      id: 'changed',
      header: t.news_column_changed(),
      width: 'whitespace-nowrap hidden lg:table-cell',
      cell: (row) => <DateText at={row.updatedAt} className="text-muted" />,
    },
    {
      id: 'remove',
      header: t.news_remove(),
      align: 'end',
      cell: (row) => (
        <IconButton
          size="sm"
          label={`${t.news_remove()} ${say(row.title)}`}
          icon={<Trash2 aria-hidden />}
          onPress={() => setRemoving(row)}
        />
      ),
    },
  ];
  const write = (
    <Button look="primary" onPress={() => setEditing('new')}>
      <Plus aria-hidden />
      {t.news_new()}
    </Button>
  );
  if (news.error && !news.data) return <LoadError error={news.error} onRetry={() => void news.refetch()} />;
  return (
    <div className="flex min-h-full flex-col md:h-full">
      <header className="flex flex-wrap items-center justify-between gap-2 px-4 pt-3 pb-2 md:pt-4">
        <h1 className="flex min-h-9 items-center text-lg font-semibold tracking-tight">{t.news_title()}</h1>
        {news.data && news.data.length > 0 && write}
      </header>
      {news.data?.length === 0 ? (
        <EmptyState icon={<Megaphone aria-hidden />} title={t.news_empty_title()} action={write}>
          {t.news_empty_body()}
        </EmptyState>
      ) : (
        <div className="flex-1 border-t border-line bg-surface md:min-h-0">
          <DataTable
            className="md:h-full md:overflow-auto"
            label={t.news_title()}
            columns={columns}
            rows={news.data}
            rowKey={(row) => row.id}
            rowName={(row) => say(row.title)}
            empty={<EmptyState title={t.news_empty_title()} />}
          />
        </div>
      )}
      {editing && (
        <NewsForm
          key={editing === 'new' ? 'new' : `${editing.id} ${editing.version}`}
          news={editing === 'new' ? undefined : editing}
          onClose={() => setEditing(undefined)}
        />
      )}
      <ConfirmDialog
        open={removing !== undefined}
        onOpenChange={(open) => !open && setRemoving(undefined)}
        title={t.news_remove_title({ title: say(removing?.title) })}
        confirmLabel={t.news_remove()}
        cancelLabel={t.cancel()}
        destructive
        onConfirm={() => {
          if (removing) remove.mutate({ id: removing.id });
          setRemoving(undefined);
        }}
      >
        {t.news_remove_body()}
      </ConfirmDialog>
    </div>
  );
};
