import { Link, useNavigate } from '@tanstack/react-router';
import {
  Badge,
  type Column,
  DataTable,
  DateText,
  EmptyState,
  MoneyText,
  SelectField,
  Tabs,
  usePageTitle,
} from '@tradeline/ui';
import { formatInstant } from '@tradeline/ui/format';
import { Hourglass } from 'lucide-react';
import { GoodsCell, useGoodsName } from '../../lib/goods-cell.tsx';
import { ListFrame } from '../../lib/list-frame.tsx';
import { useListKeys } from '../../lib/list-keys.ts';
import { LoadError } from '../../lib/load-error.tsx';
import { type Outputs, trpc } from '../../lib/trpc.ts';
import { useWords } from '../../lib/words.ts';
import { DOCUMENTS } from './document-search.ts';
import { type TurnoverSearch, turnoverSorts } from './level-search.ts';

type Row = Outputs['stock']['levels']['turnover']['rows'][number];

/** How often what lies there is sold, by class of value and steadiness; and what nobody buys any more. */
export const TurnoverPage = ({ search }: { search: TurnoverSearch }) => {
  const { t, quantity, language, money } = useWords();
  const nameOf = useGoodsName();
  const navigate = useNavigate({ from: '/stock/turnover' });
  const { view, field, sort, page } = search;
  const list = trpc.stock.levels.turnover.useQuery(
    { view, field, sort, page, size: DOCUMENTS },
    { placeholderData: (old) => old },
  );
  const fields = trpc.stock.levels.fields.useQuery();
  usePageTitle(t.stock_tab_turnover());
  useListKeys();
  const { rows, total, value, dead, deadValue, computedAt } = list.data ?? {};
  const change = (next: Partial<TurnoverSearch>) => void navigate({ search: (old) => ({ ...old, page: 1, ...next }) });
  const sortText = {
    value: t.stock_turnover_sort_value(),
    slowest: t.stock_turnover_sort_slowest(),
    fastest: t.stock_turnover_sort_fastest(),
    dead: t.stock_turnover_sort_dead(),
  };
  const none = t.value_none();
  const columns: Column<Row>[] = [
    {
      id: 'goods',
      header: t.stock_goods(),
      card: 'title',
      width: 'w-full min-w-52',
      cell: (row) => (
        <GoodsCell
          goods={row}
          link={(name) => (
            <Link
              to="/stock/$skuId"
              params={{ skuId: row.skuId }}
              className="font-medium hover:underline md:line-clamp-1"
            >
              {name}
            </Link>
          )}
        />
      ),
    },
    {
      id: 'class',
      header: t.stock_turnover_class(),
      card: 'aside',
      cell: (row) => (
        <Badge tone={row.deadSince ? 'warning' : row.abc === 'A' ? 'accent' : 'neutral'}>{row.abc + row.xyz}</Badge>
      ),
    },
    { id: 'onHand', header: t.stock_on_hand(), align: 'end', cell: (row) => quantity(row.onHand) },
    { id: 'value', header: t.stock_turnover_value(), align: 'end', cell: (row) => <MoneyText amount={row.value} /> },
    {
      id: 'sold',
      header: t.stock_alert_sold(),
      align: 'end',
      width: 'whitespace-nowrap',
      cell: (row) => quantity(row.shipped90),
    },
    {
      id: 'turns',
      header: t.stock_turnover_turns(),
      align: 'end',
      width: 'whitespace-nowrap hidden lg:table-cell',
      cell: (row) => (row.turnsBp === null ? none : (row.turnsBp / 100).toFixed(1)),
    },
    {
      id: 'days',
      header: t.stock_turnover_days(),
      align: 'end',
      width: 'whitespace-nowrap',
      cell: (row) => (row.daysOfStock === null ? none : quantity(row.daysOfStock)),
    },
    {
      id: 'last',
      header: view === 'dead' ? t.stock_turnover_since() : t.stock_turnover_last(),
      width: 'whitespace-nowrap hidden lg:table-cell',
      cell: (row) =>
        row.lastSoldAt ? (
          <DateText at={row.lastSoldAt} style="date" className="text-muted" />
        ) : (
          <span className="text-faint">{t.stock_turnover_never_sold()}</span>
        ),
    },
  ];
  return (
    <ListFrame
      title={t.stock_tab_turnover()}
      section="stock"
      controls={
        <>
          <div className="flex flex-wrap items-center gap-2">
            <SelectField
              className="min-w-0 flex-1 md:w-44 md:flex-none"
              hiddenLabel
              label={t.stock_turnover_field()}
              value={field ?? ''}
              onValueChange={(next) => change({ field: next || undefined })}
              options={[
                { value: '', label: t.stock_turnover_any() },
                ...(fields.data ?? []).map((one) => ({
                  value: one.field,
                  label: t.stock_turnover_field_text({ field: one.field, count: quantity(one.skus) }),
                })),
              ]}
            />
            <SelectField
              className="min-w-0 flex-1 md:w-48 md:flex-none"
              hiddenLabel
              label={t.sort_label()}
              value={sort}
              onValueChange={(next) => change({ sort: next })}
              options={turnoverSorts.map((key) => ({ value: key, label: sortText[key] }))}
            />
            <span className="w-full text-sm text-muted md:ml-auto md:w-auto">
              {[
                value !== undefined && `${t.stock_turnover_value()} ${money(value)}`,
                deadValue !== undefined && `${t.stock_turnover_dead()} ${money(deadValue)}`,
                computedAt && t.stock_turnover_computed({ at: formatInstant(computedAt, language, 'date-time') }),
              ]
                .filter(Boolean)
                .join(' · ')}
            </span>
          </div>
          <Tabs
            label={t.stock_tab_turnover()}
            value={view ?? 'all'}
            onValueChange={(next) => change({ view: next === 'all' ? undefined : next })}
            items={[
              { key: 'all', label: t.stock_turnover_all() },
              { key: 'dead', label: t.stock_turnover_dead(), count: dead },
            ]}
          />
        </>
      }
      paging={{
        page,
        pageSize: DOCUMENTS,
        total,
        onPage: (next) => change({ page: next }),
        summary: t.stock_count_skus({ n: quantity(total ?? 0) }),
      }}
    >
      <DataTable
        dense
        className="md:h-full md:overflow-auto"
        label={t.stock_tab_turnover()}
        columns={columns}
        rows={rows}
        rowKey={(row) => row.skuId}
        rowName={nameOf}
        onOpen={(row) => void navigate({ to: '/stock/$skuId', params: { skuId: row.skuId } })}
        busy={list.isPlaceholderData}
        error={list.error && !rows && <LoadError error={list.error} onRetry={() => void list.refetch()} />}
        empty={
          <EmptyState icon={<Hourglass aria-hidden />} title={t.stock_empty_title()}>
            {computedAt ? t.stock_turnover_class_hint() : t.stock_turnover_never()}
          </EmptyState>
        }
      />
    </ListFrame>
  );
};
