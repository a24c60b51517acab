import {
  Badge,
  type Column,
  DataTable,
  Drawer,
  EmptyState,
  MoneyText,
  Pagination,
  SelectField,
  UnitPriceText,
} from '@tradeline/ui';
import { formatPercent } from '@tradeline/ui/format';
import { useState } from 'react';
import { useBilingual } from '../../lib/i18n.tsx';
import { optionText } from '../../lib/option-text.ts';
import { type Outputs, trpc } from '../../lib/trpc.ts';
import { useMay } from '../../lib/use-me.ts';
import { useWords } from '../../lib/words.ts';
import { changeShare } from './price-text.ts';
import type { Subject } from './use-what-if.ts';
import { WhatIfDetails } from './what-if-details.tsx';
import type { Summary } from './what-if-words.tsx';

type Row = Outputs['prices']['whatIfSkus']['rows'][number];
const SIZE = 50;
const views = ['all', 'dearer', 'cheaper', 'lost', 'gained', 'below-cost', 'below-floor', 'inverted'] as const;
type View = (typeof views)[number];

/** Goods of a change, one row each; pressing one shows for whom it changes and by how much. */
export const WhatIfSkus = ({ subject, summary }: { subject: Subject; summary: Summary }) => {
  const { t, quantity, language } = useWords();
  const say = useBilingual();
  const costs = useMay('price.read-cost');
  const [view, setView] = useState<View>('all');
  const [page, setPage] = useState(1);
  const [open, setOpen] = useState<Row>();
  const rows = trpc.prices.whatIfSkus.useQuery({ subject, view, page, size: SIZE }, { placeholderData: (old) => old });
  const labels: Record<View, string> = {
    all: t.prices_view_all(),
    dearer: t.prices_view_dearer(),
    cheaper: t.prices_view_cheaper(),
    lost: t.prices_view_lost(),
    gained: t.prices_view_gained(),
    'below-cost': t.prices_view_cost(),
    'below-floor': t.prices_view_floor(),
    inverted: t.prices_view_inverted(),
  };
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
    {
      id: 'before',
      header: t.prices_column_before(),
      align: 'end',
      cell: (row) => (row.beforeE4 === null ? t.value_none() : <UnitPriceText price={row.beforeE4} />),
    },
    {
      id: 'after',
      header: t.prices_column_after(),
      align: 'end',
      cell: (row) =>
        row.afterE4 === null ? (
          <Badge tone="danger">{t.prices_no_price()}</Badge>
        ) : (
          <UnitPriceText price={row.afterE4} className="font-medium" />
        ),
    },
    {
      id: 'change',
      header: t.prices_column_change(),
      align: 'end',
      cell: (row) => {
        const share = changeShare(row.beforeE4, row.afterE4);
        return share === undefined ? (
          ''
        ) : (
          <span className="tabular">{`${share > 0 ? '+' : ''}${formatPercent(share, language)}`}</span>
        );
      },
    },
    {
      id: 'dearer',
      header: t.prices_column_dearer(),
      align: 'end',
      cell: (row) => (row.dearer ? quantity(row.dearer) : '·'),
    },
    {
      id: 'cheaper',
      header: t.prices_column_cheaper(),
      align: 'end',
      cell: (row) => (row.cheaper ? quantity(row.cheaper) : '·'),
    },
    {
      id: 'sold',
      header: t.prices_fig_sold({ days: summary.sold.days }),
      align: 'end',
      cell: (row) => (row.soldAfter === row.soldBefore ? '·' : <MoneyText amount={row.soldAfter - row.soldBefore} />),
    },
    {
      id: 'warnings',
      header: t.prices_column_warnings(),
      card: 'aside',
      cell: (row) => (
        <span className="flex gap-1">
          {row.belowCost && <Badge tone="danger">{t.prices_view_cost()}</Badge>}
          {row.belowFloor && !row.belowCost && <Badge tone="warning">{t.prices_view_floor()}</Badge>}
          {row.invertedFrom !== null && <Badge tone="warning">{t.prices_inverted()}</Badge>}
          {row.lost > 0 && <Badge tone="danger">{t.prices_no_price()}</Badge>}
        </span>
      ),
    },
  ];
  return (
    <>
      <div className="flex flex-wrap items-center gap-3 px-4 py-2">
        <SelectField
          className="w-44"
          hiddenLabel
          label={t.prices_show()}
          value={view}
          onValueChange={(next) => {
            setView(next);
            setPage(1);
          }}
          options={views
            .filter((value) => costs || !value.startsWith('below-'))
            .map((value) => ({ value, label: labels[value] }))}
        />
      </div>
      <DataTable
        dense
        label={t.prices_tab_goods()}
        columns={columns}
        rows={rows.data?.rows}
        rowKey={(row) => row.id}
        rowName={(row) => row.itemNumber}
        onOpen={setOpen}
        busy={rows.isPlaceholderData}
        empty={<EmptyState title={t.prices_what_if_none()}>{t.prices_what_if_none_body()}</EmptyState>}
      />
      {rows.data && rows.data.total > 0 && (
        <div className="px-4 py-2">
          <Pagination
            page={page}
            pageSize={SIZE}
            total={rows.data.total}
            onPage={setPage}
            summary={t.prices_goods_count({ n: quantity(rows.data.total) })}
          />
        </div>
      )}
      <Drawer
        open={open !== undefined}
        onOpenChange={(next) => !next && setOpen(undefined)}
        title={open?.itemNumber ?? ''}
      >
        {open && <WhatIfDetails subject={subject} skuIds={[open.id]} />}
      </Drawer>
    </>
  );
};
