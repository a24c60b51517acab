import { useNavigate } from '@tanstack/react-router';
import { Badge, Button, type Column, DateText, Meter, StatusBadge } from '@tradeline/ui';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { useBilingual } from '../../lib/i18n.tsx';
import { momentStyle } from '../../lib/moment-style.ts';
import { documentStateText, documentTone } from '../../lib/stock-words.ts';
import { type Outputs, trpc } from '../../lib/trpc.ts';
import { useMay } from '../../lib/use-me.ts';
import { useWords } from '../../lib/words.ts';
import { DocumentPage } from './document-page.tsx';
import { type CountSearch, countStates, DOCUMENTS } from './document-search.ts';
import { StartCountDialog } from './start-count-dialog.tsx';

type Row = Outputs['stock']['counts']['list']['rows'][number];

/** Counts, how far each is, and what became of them. */
export const CountsPage = ({ search }: { search: CountSearch }) => {
  const { t, quantity } = useWords();
  const say = useBilingual();
  const navigate = useNavigate({ from: '/stock/counts/' });
  const mayCount = useMay('stock.count');
  const [starting, setStarting] = useState(false);
  const list = trpc.stock.counts.list.useQuery({ ...search, size: DOCUMENTS }, { placeholderData: (old) => old });
  const scopes = { full: t.stock_count_full(), cyclic: t.stock_count_cyclic(), chosen: t.stock_count_chosen() };
  const columns: Column<Row>[] = [
    {
      id: 'number',
      header: t.stock_number(),
      card: 'title',
      width: 'whitespace-nowrap',
      cell: (row) => (
        <span className="flex items-center gap-2">
          <span className="tabular font-medium">{row.number}</span>
          {row.blind && <Badge>{t.stock_count_blind_badge()}</Badge>}
        </span>
      ),
    },
    { id: 'warehouse', header: t.stock_warehouse(), width: 'whitespace-nowrap', cell: (row) => say(row.warehouseName) },
    { id: 'scope', header: t.stock_count_scope(), width: 'w-full min-w-40', cell: (row) => scopes[row.scope] },
    {
      id: 'progress',
      header: t.stock_count_progress(),
      align: 'end',
      width: 'whitespace-nowrap',
      cell: (row) => {
        const said = t.stock_count_of({ done: quantity(row.counted), count: quantity(row.lines) });
        return (
          <span className="inline-flex min-w-20 flex-col items-stretch gap-1">
            <span className="tabular">{said}</span>
            {row.state === 'open' && (
              <Meter label={t.stock_count_progress()} value={row.counted} max={row.lines} valueText={said} />
            )}
          </span>
        );
      },
    },
    {
      id: 'by',
      header: t.stock_by(),
      width: 'whitespace-nowrap hidden lg:table-cell',
      cell: (row) => row.endedByName ?? row.startedByName,
    },
    {
      id: 'at',
      header: t.stock_at(),
      width: 'whitespace-nowrap',
      cell: (row) => <DateText at={row.startedAt} style={momentStyle(row.startedAt)} className="text-muted" />,
    },
    {
      id: 'state',
      header: t.stock_state(),
      card: 'aside',
      cell: (row) => <StatusBadge tone={documentTone(row.state)}>{documentStateText(row.state, t)}</StatusBadge>,
    },
  ];
  return (
    <>
      <DocumentPage
        title={t.stock_tab_counts()}
        actions={
          mayCount && (
            <Button look="primary" onPress={() => setStarting(true)}>
              <Plus aria-hidden />
              {t.stock_count_new()}
            </Button>
          )
        }
        states={countStates}
        search={search}
        onSearch={(next) => void navigate({ search: next })}
        columns={columns}
        rows={list.data?.rows}
        total={list.data?.total}
        error={list.error}
        onRetry={() => void list.refetch()}
        busy={list.isPlaceholderData}
        onOpen={(row) => void navigate({ to: '/stock/counts/$countId', params: { countId: row.id } })}
        emptyBody={t.stock_count_empty_body()}
      />
      {starting && <StartCountDialog onClose={() => setStarting(false)} />}
    </>
  );
};
