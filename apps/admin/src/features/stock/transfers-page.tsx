import { useNavigate } from '@tanstack/react-router';
import { Button, type Column, DateText, StatusBadge } from '@tradeline/ui';
import { Lightbulb, Plus } from 'lucide-react';
import { useState } from 'react';
import { useBilingual } from '../../lib/i18n.tsx';
import { momentStyle } from '../../lib/moment-style.ts';
import { documentStateText, documentTone } from '../../lib/stock-words.ts';
import { type Outputs, trpc } from '../../lib/trpc.ts';
import { useMay } from '../../lib/use-me.ts';
import { useWords } from '../../lib/words.ts';
import { DocumentPage } from './document-page.tsx';
import { DOCUMENTS, type TransferSearch, transferStates } from './document-search.ts';
import { ProposalsDrawer } from './proposals-drawer.tsx';
import { TransferDialog } from './transfer-dialog.tsx';

type Row = Outputs['stock']['transfers']['list']['rows'][number];

/** Goods that change warehouses: drafts, what is on its way, what has come. */
export const TransfersPage = ({ search }: { search: TransferSearch }) => {
  const { t, quantity } = useWords();
  const say = useBilingual();
  const navigate = useNavigate({ from: '/stock/transfers/' });
  const mayTransfer = useMay('stock.transfer');
  const [shown, setShown] = useState<'new' | 'proposals'>();
  const list = trpc.stock.transfers.list.useQuery({ ...search, size: DOCUMENTS }, { placeholderData: (old) => old });
  const columns: Column<Row>[] = [
    {
      id: 'number',
      header: t.stock_number(),
      card: 'title',
      width: 'whitespace-nowrap',
      cell: (row) => <span className="tabular font-medium">{row.number}</span>,
    },
    {
      id: 'route',
      header: t.stock_transfer_route(),
      width: 'w-full min-w-48',
      cell: (row) => `${say(row.fromName)} → ${say(row.toName)}`,
    },
    { id: 'lines', header: t.stock_lines(), align: 'end', cell: (row) => quantity(row.lines) },
    { id: 'units', header: t.stock_units(), align: 'end', cell: (row) => quantity(row.units) },
    {
      id: 'open',
      header: t.stock_transfer_open(),
      align: 'end',
      cell: (row) => quantity(row.state === 'in-transit' ? row.open : 0),
    },
    {
      id: 'by',
      header: t.stock_by(),
      width: 'whitespace-nowrap hidden lg:table-cell',
      cell: (row) => row.receivedByName ?? row.sentByName ?? row.createdByName,
    },
    {
      id: 'at',
      header: t.stock_at(),
      width: 'whitespace-nowrap',
      cell: (row) => <DateText at={row.createdAt} style={momentStyle(row.createdAt)} className="text-muted" />,
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
        title={t.stock_tab_transfers()}
        actions={
          mayTransfer && (
            <>
              <Button onPress={() => setShown('proposals')}>
                <Lightbulb aria-hidden />
                {t.stock_transfer_proposals()}
              </Button>
              <Button look="primary" onPress={() => setShown('new')}>
                <Plus aria-hidden />
                {t.stock_transfer_new()}
              </Button>
            </>
          )
        }
        states={transferStates}
        search={search}
        onSearch={(next) => void navigate({ search: next })}
        columns={columns}
        rows={list.data?.rows}
        total={list.data?.total}
        error={list.error}
        onRetry={() => void list.refetch()}
        busy={list.isPlaceholderData}
        onOpen={(row) => void navigate({ to: '/stock/transfers/$transferId', params: { transferId: row.id } })}
        emptyBody={t.stock_transfer_empty_body()}
      />
      {shown === 'new' && <TransferDialog onClose={() => setShown(undefined)} />}
      {shown === 'proposals' && <ProposalsDrawer onClose={() => setShown(undefined)} />}
    </>
  );
};
