import { useNavigate } from '@tanstack/react-router';
import { DataTable, EmptyState, Notice, Tabs, usePageTitle } from '@tradeline/ui';
import { PackageCheck } from 'lucide-react';
import { useState } from 'react';
import { useBilingual } from '../../lib/i18n.tsx';
import { useListKeys } from '../../lib/list-keys.ts';
import { LoadError } from '../../lib/load-error.tsx';
import { SectionTabs } from '../../lib/section-tabs.tsx';
import { trpc } from '../../lib/trpc.ts';
import { useWords } from '../../lib/words.ts';
import type { QueueSearch } from './picking-search.ts';
import { PlanBar } from './plan-bar.tsx';
import { queueColumns } from './queue-columns.tsx';

/** 波次: orders that wait to be picked, warehouse by warehouse; those that are chosen become lists. */
export const QueuePage = ({ search }: { search: QueueSearch }) => {
  const words = useWords();
  const { t, quantity } = words;
  const say = useBilingual();
  const navigate = useNavigate({ from: '/picking/' });
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  usePageTitle(t.fulfil_title());
  useListKeys();
  const queue = trpc.picking.queue.useQuery(search.warehouse ? { warehouseId: search.warehouse } : {}, {
    placeholderData: (old) => old,
  });
  const { rows, warehouses = [], warehouseId, total = 0 } = queue.data ?? {};
  const change = (next: Partial<QueueSearch>) =>
    void navigate({ search: (old) => ({ ...old, ...next }), replace: true });
  const picked = (rows ?? []).filter(({ orderId }) => chosen.has(orderId));
  return (
    <div className="flex min-h-full flex-col md:h-full">
      <header className="flex flex-col px-4 pt-3 md:pt-4">
        <h1 className="flex min-h-9 items-center text-lg font-semibold tracking-tight">{t.fulfil_title()}</h1>
        <SectionTabs section="fulfilment" />
        {warehouseId && (
          <Tabs
            label={t.fulfil_warehouse()}
            value={warehouseId}
            onValueChange={(warehouse) => {
              setChosen(new Set());
              change({ warehouse });
            }}
            items={warehouses.map(({ id, name, orders }) => ({ key: id, label: say(name), count: orders }))}
          />
        )}
        {rows && total > rows.length && (
          <Notice tone="info" className="mt-3">
            {t.fulfil_more_wait({ shown: quantity(rows.length), total: quantity(total) })}
          </Notice>
        )}
      </header>
      <div className="flex-1 bg-surface md:min-h-0">
        <DataTable
          className="md:h-full md:overflow-auto"
          label={t.fulfil_title()}
          columns={queueColumns(words, say)}
          rows={rows}
          rowKey={(row) => row.orderId}
          rowName={(row) => row.number}
          selection={chosen}
          onSelection={setChosen}
          onOpen={(row) => void navigate({ to: '/orders/$orderId', params: { orderId: row.orderId } })}
          busy={queue.isPlaceholderData}
          error={queue.error && !rows && <LoadError error={queue.error} onRetry={() => void queue.refetch()} />}
          empty={
            <EmptyState icon={<PackageCheck aria-hidden />} title={t.fulfil_queue_empty()}>
              {t.fulfil_queue_empty_body()}
            </EmptyState>
          }
        />
      </div>
      {picked.length > 0 && warehouseId && (
        <div className="sticky bottom-0 z-10">
          <PlanBar
            rows={picked}
            warehouseId={warehouseId}
            search={search}
            onSearch={change}
            onClear={() => setChosen(new Set())}
            onMade={([first, ...more]) => {
              setChosen(new Set());
              if (first && more.length === 0) void navigate({ to: '/picking/$listId', params: { listId: first } });
              else void navigate({ to: '/picking/lists', search: { state: 'open', page: 1 } });
            }}
          />
        </div>
      )}
    </div>
  );
};
