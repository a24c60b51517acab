import { type Column, DataTable, EmptyState, Pagination, UnitPriceText } from '@tradeline/ui';
import { formatPercent } from '@tradeline/ui/format';
import { useState } from 'react';
import { useBilingual } from '../../lib/i18n.tsx';
import { LoadError } from '../../lib/load-error.tsx';
import { optionText } from '../../lib/option-text.ts';
import { type Outputs, trpc } from '../../lib/trpc.ts';
import { useWords } from '../../lib/words.ts';
import { changeShare } from './price-text.ts';

type Row = Outputs['prices']['diff']['rows'][number];
const SIZE = 50;

/** Prices that differ between two versions of a list, whatever lay between them. */
export const VersionDiff = ({ listId, from, to }: { listId: string; from: number; to: number }) => {
  const { t, quantity, language } = useWords();
  const say = useBilingual();
  const [page, setPage] = useState(1);
  const diff = trpc.prices.diff.useQuery({ listId, from, to, page, size: SIZE }, { placeholderData: (old) => old });
  const price = (e4: number | null) => (e4 === null ? t.value_none() : <UnitPriceText price={e4} />);
  const columns: Column<Row>[] = [
    {
      id: 'item',
      header: t.prices_column_item(),
      card: 'title',
      width: 'w-full',
      cell: (row) => (
        <span>
          {say(row.productName)} <span className="text-muted">{optionText(row.axes, row.options, say)}</span>{' '}
          <span className="tabular text-sm text-faint">{row.itemNumber}</span>
        </span>
      ),
    },
    { id: 'from', header: t.prices_column_from(), align: 'end', cell: (row) => quantity(row.minQuantity) },
    { id: 'before', header: t.prices_column_before(), align: 'end', cell: (row) => price(row.beforeE4) },
    { id: 'after', header: t.prices_column_after(), align: 'end', cell: (row) => price(row.afterE4) },
    {
      id: 'change',
      header: t.prices_column_change(),
      align: 'end',
      cell: (row) => {
        const share = changeShare(row.beforeE4, row.afterE4);
        return share === undefined ? '' : `${share > 0 ? '+' : ''}${formatPercent(share, language)}`;
      },
    },
  ];
  return (
    <div className="overflow-hidden rounded-lg border border-line">
      <DataTable
        dense
        label={t.prices_compare()}
        columns={columns}
        rows={diff.data?.rows}
        rowKey={(row) => `${row.skuId} ${row.minQuantity}`}
        rowName={(row) => row.itemNumber}
        busy={diff.isPlaceholderData}
        error={
          diff.error && !diff.data ? <LoadError error={diff.error} onRetry={() => void diff.refetch()} /> : undefined
        }
        empty={<EmptyState title={t.prices_compare_same()} />}
      />
      {diff.data && diff.data.total > 0 && (
        <div className="border-t border-line px-4 py-2">
          <Pagination
            page={page}
            pageSize={SIZE}
            total={diff.data.total}
            onPage={setPage}
            summary={t.prices_changes_count({ n: quantity(diff.data.total) })}
          />
        </div>
      )}
    </div>
  );
};
