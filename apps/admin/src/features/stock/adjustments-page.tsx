import { useNavigate } from '@tanstack/react-router';
import { Button, type Column, DateText, MoneyText, StatusBadge } from '@tradeline/ui';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { useBilingual } from '../../lib/i18n.tsx';
import { momentStyle } from '../../lib/moment-style.ts';
import { documentStateText, documentTone, reasonText } from '../../lib/stock-words.ts';
import { type Outputs, trpc } from '../../lib/trpc.ts';
import { useMay } from '../../lib/use-me.ts';
import { useWords } from '../../lib/words.ts';
import { AdjustDialog } from './adjust-dialog.tsx';
import { AdjustmentDialog } from './adjustment-dialog.tsx';
import { DocumentPage } from './document-page.tsx';
import { type AdjustmentSearch, adjustmentStates, DOCUMENTS } from './document-search.ts';

type Row = Outputs['stock']['adjustments']['list']['rows'][number];

/** Corrections of stock with their reasons; those that wait for a second pair of eyes are counted. */
export const AdjustmentsPage = ({ search }: { search: AdjustmentSearch }) => {
  const { t, quantity } = useWords();
  const say = useBilingual();
  const navigate = useNavigate({ from: '/stock/adjustments' });
  const mayAdjust = useMay('stock.adjust');
  const [adding, setAdding] = useState(false);
  const { state, page, open } = search;
  const list = trpc.stock.adjustments.list.useQuery(
    { state, page, size: DOCUMENTS },
    { placeholderData: (old) => old },
  );
  const show = (id: string | undefined) => void navigate({ search: (old) => ({ ...old, open: id }) });
  const columns: Column<Row>[] = [
    {
      id: 'number',
      header: t.stock_number(),
      card: 'title',
      width: 'whitespace-nowrap',
      cell: (row) => <span className="tabular font-medium">{row.number}</span>,
    },
    { id: 'warehouse', header: t.stock_warehouse(), width: 'whitespace-nowrap', cell: (row) => say(row.warehouseName) },
    {
      id: 'reason',
      header: t.stock_reason(),
      width: 'w-full min-w-40',
      cell: (row) => (
        <>
          {reasonText(row.reason, t)}
          {row.note && <span className="ml-2 text-muted">{row.note}</span>}
        </>
      ),
    },
    { id: 'lines', header: t.stock_lines(), align: 'end', cell: (row) => quantity(row.lines) },
    { id: 'value', header: t.stock_value(), align: 'end', cell: (row) => <MoneyText amount={row.value} /> },
    {
      id: 'by',
      header: t.stock_by(),
      width: 'whitespace-nowrap hidden lg:table-cell',
      cell: (row) => row.requestedByName,
    },
    {
      id: 'at',
      header: t.stock_at(),
      width: 'whitespace-nowrap',
      cell: (row) => <DateText at={row.requestedAt} style={momentStyle(row.requestedAt)} className="text-muted" />,
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
        title={t.stock_tab_adjustments()}
        actions={
          mayAdjust && (
            <Button look="primary" onPress={() => setAdding(true)}>
              <Plus aria-hidden />
              {t.stock_adjust_new()}
            </Button>
          )
        }
        states={adjustmentStates}
        counts={list.data ? { pending: list.data.pending } : {}}
        search={{ state, page }}
        onSearch={(next) => void navigate({ search: next })}
        columns={columns}
        rows={list.data?.rows}
        total={list.data?.total}
        error={list.error}
        onRetry={() => void list.refetch()}
        busy={list.isPlaceholderData}
        onOpen={(row) => show(row.id)}
        emptyBody={t.stock_adjust_empty_body()}
      />
      {adding && <AdjustDialog onClose={() => setAdding(false)} />}
      {open && <AdjustmentDialog id={open} onClose={() => show(undefined)} />}
    </>
  );
};
