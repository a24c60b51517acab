import { useNavigate } from '@tanstack/react-router';
import { DataTable, EmptyState, Tabs, usePageTitle } from '@tradeline/ui';
import { CircleCheck } from 'lucide-react';
import { useGoodsName } from '../../lib/goods-cell.tsx';
import { ListFrame } from '../../lib/list-frame.tsx';
import { useListKeys } from '../../lib/list-keys.ts';
import { LoadError } from '../../lib/load-error.tsx';
import { trpc } from '../../lib/trpc.ts';
import { useWords } from '../../lib/words.ts';
import { DOCUMENTS } from './document-search.ts';
import { type LotSearch, lotViews } from './level-search.ts';
import { useLotColumns } from './lot-columns.tsx';

/** Lots that ended or end soon, the first to end at the top; each can be set aside, or its alert put off for a week. */
export const LotsPage = ({ search: { view, page } }: { search: LotSearch }) => {
  const { t, quantity } = useWords();
  const nameOf = useGoodsName();
  const navigate = useNavigate({ from: '/stock/lots' });
  const list = trpc.stock.lots.expiring.useQuery({ view, page, size: DOCUMENTS }, { placeholderData: (old) => old });
  usePageTitle(t.stock_tab_lots());
  useListKeys();
  const { rows, total, counts, expiryDays = 0 } = list.data ?? {};
  const columns = useLotColumns(expiryDays);
  const change = (next: Partial<LotSearch>) => void navigate({ search: (old) => ({ ...old, page: 1, ...next }) });
  const viewText = {
    expired: t.stock_lot_past(),
    soon: t.stock_lot_soon({ days: expiryDays }),
    snoozed: t.stock_lot_snoozed(),
  };
  return (
    <ListFrame
      title={t.stock_tab_lots()}
      section="stock"
      controls={
        <Tabs
          label={t.stock_tab_lots()}
          value={view ?? 'all'}
          onValueChange={(next) => change({ view: next === 'all' ? undefined : next })}
          items={[
            { key: 'all', label: t.stock_state_all() },
            ...lotViews.map((key) => ({ key, label: viewText[key], count: counts?.[key] })),
          ]}
        />
      }
      paging={{
        page,
        pageSize: DOCUMENTS,
        total,
        onPage: (next) => change({ page: next }),
        summary: t.stock_lot_alert_count({ n: quantity(total ?? 0) }),
      }}
    >
      <DataTable
        dense
        className="md:h-full md:overflow-auto"
        label={t.stock_tab_lots()}
        columns={columns}
        rows={rows}
        rowKey={(row) => `${row.lotId} ${row.warehouseId}`}
        rowName={(row) => `${nameOf(row)} ${row.code}`}
        onOpen={(row) => void navigate({ to: '/stock/$skuId', params: { skuId: row.skuId } })}
        busy={list.isPlaceholderData}
        error={list.error && !rows && <LoadError error={list.error} onRetry={() => void list.refetch()} />}
        empty={
          <EmptyState icon={<CircleCheck aria-hidden />} title={t.stock_lot_alert_empty()}>
            {t.stock_lot_alert_empty_body()}
          </EmptyState>
        }
      />
    </ListFrame>
  );
};
