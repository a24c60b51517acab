import { useNavigate } from '@tanstack/react-router';
import {
  type Column,
  DataTable,
  DateText,
  EmptyState,
  Meter,
  Pagination,
  StatusBadge,
  Tabs,
  usePageTitle,
} from '@tradeline/ui';
import { Footprints } from 'lucide-react';
import { useBilingual } from '../../lib/i18n.tsx';
import { useListKeys } from '../../lib/list-keys.ts';
import { LoadError } from '../../lib/load-error.tsx';
import { momentStyle } from '../../lib/moment-style.ts';
import { SectionTabs } from '../../lib/section-tabs.tsx';
import { type Outputs, trpc } from '../../lib/trpc.ts';
import { useWords, type Words } from '../../lib/words.ts';
import { type ListsSearch, PAGE_SIZE, pickStates } from './picking-search.ts';
import { groupText, listStateText, listTone } from './picking-words.ts';

type Row = Outputs['picking']['lists']['rows'][number];
type Say = ReturnType<typeof useBilingual>;

const columns = ({ t, quantity }: Words, say: Say): Column<Row>[] => [
  {
    id: 'number',
    header: t.fulfil_list(),
    card: 'title',
    width: 'whitespace-nowrap',
    cell: (row) => <span className="tabular font-medium">{row.number}</span>,
  },
  { id: 'warehouse', header: t.fulfil_warehouse(), width: 'whitespace-nowrap', cell: (row) => say(row.warehouseName) },
  {
    id: 'group',
    header: t.fulfil_group(),
    width: 'w-full min-w-32',
    cell: (row) => groupText(row.groupedBy, row.groupKey, say(row.groupName), t),
  },
  {
    id: 'orders',
    header: t.fulfil_orders(),
    align: 'end',
    width: 'whitespace-nowrap',
    cell: (row) => <span className="tabular">{quantity(row.orders)}</span>,
  },
  {
    id: 'progress',
    header: t.fulfil_progress(),
    align: 'end',
    width: 'whitespace-nowrap',
    cell: (row) => {
      const said = t.fulfil_progress_of({ done: quantity(row.doneStops), count: quantity(row.stops) });
      return (
        <span className="inline-flex min-w-24 flex-col items-stretch gap-1">
          <span className="tabular">{said}</span>
          <Meter label={t.fulfil_progress()} value={row.doneStops} max={row.stops} valueText={said} />
        </span>
      );
    },
  },
  {
    id: 'short',
    header: t.fulfil_short_units(),
    align: 'end',
    width: 'whitespace-nowrap',
    cell: (row) =>
      row.short > 0 ? <span className="tabular text-danger-ink">{quantity(row.short)}</span> : t.value_none(),
  },
  {
    id: 'pickers',
    header: t.fulfil_pickers(),
    width: 'whitespace-nowrap hidden lg:table-cell',
    cell: (row) => row.pickers.join('、') || <span className="text-faint">{t.value_none()}</span>,
  },
  {
    id: 'made',
    header: t.fulfil_made_at(),
    width: 'whitespace-nowrap',
    cell: (row) => <DateText at={row.createdAt} style={momentStyle(row.createdAt)} className="text-muted" />,
  },
  {
    id: 'state',
    header: t.fulfil_state(),
    card: 'aside',
    cell: (row) => <StatusBadge tone={listTone(row.state)}>{listStateText(row.state, t)}</StatusBadge>,
  },
];

/** 拣货单, the newest first: how far each is and who walks it. */
export const ListsPage = ({ search }: { search: ListsSearch }) => {
  const words = useWords();
  const { t, quantity } = words;
  const say = useBilingual();
  const navigate = useNavigate({ from: '/picking/lists' });
  usePageTitle(t.fulfil_lists());
  useListKeys();
  const lists = trpc.picking.lists.useQuery({ ...search, size: PAGE_SIZE }, { placeholderData: (old) => old });
  const { rows, total = 0 } = lists.data ?? {};
  return (
    <div className="flex min-h-full flex-col md:h-full">
      <header className="flex flex-col px-4 pt-3 md:pt-4">
        <h1 className="flex min-h-9 items-center text-lg font-semibold tracking-tight">{t.fulfil_lists()}</h1>
        <SectionTabs section="fulfilment" />
        <Tabs
          label={t.fulfil_state()}
          value={search.state ?? 'all'}
          onValueChange={(next) => void navigate({ search: { state: next === 'all' ? undefined : next, page: 1 } })}
          items={[
            { key: 'all' as const, label: t.fulfil_all() },
            ...pickStates.map((key) => ({ key, label: listStateText(key, t) })),
          ]}
        />
      </header>
      <div className="flex-1 bg-surface md:min-h-0">
        <DataTable
          className="md:h-full md:overflow-auto"
          label={t.fulfil_lists()}
          columns={columns(words, say)}
          rows={rows}
          rowKey={(row) => row.id}
          rowName={(row) => row.number}
          onOpen={(row) => void navigate({ to: '/picking/$listId', params: { listId: row.id } })}
          busy={lists.isPlaceholderData}
          error={lists.error && !rows && <LoadError error={lists.error} onRetry={() => void lists.refetch()} />}
          empty={
            <EmptyState icon={<Footprints aria-hidden />} title={t.fulfil_lists_empty()}>
              {t.fulfil_lists_empty_body()}
            </EmptyState>
          }
        />
      </div>
      {total > 0 && (
        <footer className="border-t border-line px-4 py-1.5">
          <Pagination
            page={search.page}
            pageSize={PAGE_SIZE}
            total={total}
            onPage={(page) => void navigate({ search: (old) => ({ ...old, page }) })}
            summary={t.fulfil_lists_count({ n: quantity(total) })}
          />
        </footer>
      )}
    </div>
  );
};
