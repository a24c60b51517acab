import { Link, useNavigate } from '@tanstack/react-router';
import {
  Badge,
  type Column,
  cx,
  DataTable,
  EmptyState,
  IconButton,
  SelectField,
  Tabs,
  toast,
  usePageTitle,
} from '@tradeline/ui';
import { formatInstant } from '@tradeline/ui/format';
import { AlarmClock, AlarmClockOff, CircleCheck } from 'lucide-react';
import { GoodsCell, useGoodsName } from '../../lib/goods-cell.tsx';
import { useBilingual } from '../../lib/i18n.tsx';
import { ListFrame } from '../../lib/list-frame.tsx';
import { useListKeys } from '../../lib/list-keys.ts';
import { LoadError } from '../../lib/load-error.tsx';
import { problemText } from '../../lib/problem-text.ts';
import { type Outputs, trpc } from '../../lib/trpc.ts';
import { useMay } from '../../lib/use-me.ts';
import { useWords } from '../../lib/words.ts';
import { DOCUMENTS } from './document-search.ts';
import { type AlertSearch, alertViews } from './level-search.ts';

type Row = Outputs['stock']['levels']['alerts']['rows'][number];
const SNOOZE_DAYS = 7;

/** What is out, short of its safety stock, or soon sold out, warehouse by warehouse; each can be put off for a week. */
export const AlertsPage = ({ search }: { search: AlertSearch }) => {
  const words = useWords();
  const { t, quantity, language } = words;
  const say = useBilingual();
  const nameOf = useGoodsName();
  const navigate = useNavigate({ from: '/stock/alerts' });
  const utils = trpc.useUtils();
  const maySet = useMay('stock.set-levels');
  const { view, warehouse, page } = search;
  const warehouses = trpc.stock.warehouses.useQuery(undefined, { staleTime: 300_000 });
  const list = trpc.stock.levels.alerts.useQuery(
    { view, warehouseId: warehouse, page, size: DOCUMENTS },
    { placeholderData: (old) => old },
  );
  const snooze = trpc.stock.levels.snooze.useMutation({
    onError: (error) => toast.error(problemText(error, words)),
    onSettled: () => utils.stock.levels.invalidate(),
  });
  usePageTitle(t.stock_tab_alerts());
  useListKeys();
  const { rows, total, counts, coverDays = 0 } = list.data ?? {};
  const change = (next: Partial<AlertSearch>) => void navigate({ search: (old) => ({ ...old, page: 1, ...next }) });
  const placeOf = (id: string) => say(warehouses.data?.find((one) => one.id === id)?.name);
  const kindText = {
    out: t.stock_alert_out(),
    low: t.stock_alert_low(),
    cover: t.stock_alert_cover({ days: coverDays }),
    snoozed: t.stock_alert_snoozed(),
  };
  const putOff = (row: Row) =>
    snooze.mutate(
      { skuId: row.skuId, warehouseId: row.warehouseId, days: row.snoozedUntil ? 0 : SNOOZE_DAYS, reason: '' },
      { onSuccess: () => !row.snoozedUntil && toast.success(t.stock_alert_snooze_done({ item: row.itemNumber })) },
    );
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
      id: 'kind',
      header: t.stock_alert_kind(),
      card: 'aside',
      width: 'whitespace-nowrap',
      cell: (row) => (
        <Badge tone={row.kind === 'out' ? 'danger' : row.kind === 'low' ? 'warning' : 'neutral'}>
          {kindText[row.kind]}
        </Badge>
      ),
    },
    { id: 'place', header: t.stock_warehouse(), width: 'whitespace-nowrap', cell: (row) => placeOf(row.warehouseId) },
    {
      id: 'available',
      header: t.stock_available(),
      align: 'end',
      cell: (row) => (
        <span className={cx('tabular font-medium', row.available <= 0 && 'text-danger-ink')}>
          {quantity(row.available)}
        </span>
      ),
    },
    { id: 'safety', header: t.stock_safety(), align: 'end', cell: (row) => quantity(row.safety) },
    {
      id: 'coming',
      header: t.stock_alert_coming(),
      align: 'end',
      width: 'hidden lg:table-cell',
      cell: (row) => quantity(row.coming),
    },
    {
      id: 'sold',
      header: t.stock_alert_sold(),
      align: 'end',
      width: 'whitespace-nowrap hidden lg:table-cell',
      cell: (row) => quantity(row.shipped90),
    },
    {
      id: 'days',
      header: t.stock_alert_days(),
      align: 'end',
      width: 'whitespace-nowrap hidden xl:table-cell',
      cell: (row) =>
        row.coverDays === null
          ? t.value_none()
          : t.stock_alert_days_text({ days: quantity(Math.max(0, row.coverDays)) }),
    },
    ...(maySet
      ? [
          {
            id: 'snooze',
            header: t.stock_alert_snoozed(),
            align: 'end' as const,
            cell: (row: Row) => (
              <span className="inline-flex items-center gap-2">
                {row.snoozedUntil && (
                  <span className="text-sm whitespace-nowrap text-muted">
                    {t.stock_alert_snoozed_until({
                      day: formatInstant(row.snoozedUntil, language, 'date'),
                      name: row.snoozedBy ?? '',
                    })}
                  </span>
                )}
                <IconButton
                  size="sm"
                  label={
                    row.snoozedUntil
                      ? t.stock_alert_wake_label({ item: row.itemNumber })
                      : t.stock_alert_snooze_label({ item: row.itemNumber })
                  }
                  icon={row.snoozedUntil ? <AlarmClock aria-hidden /> : <AlarmClockOff aria-hidden />}
                  onPress={() => putOff(row)}
                />
              </span>
            ),
          },
        ]
      : []),
  ];
  return (
    <ListFrame
      title={t.stock_tab_alerts()}
      section="stock"
      controls={
        <>
          <SelectField
            className="w-full md:w-48"
            hiddenLabel
            label={t.stock_warehouse()}
            value={warehouse ?? ''}
            onValueChange={(id) => change({ warehouse: id || undefined })}
            options={[
              { value: '', label: t.stock_all_warehouses() },
              ...(warehouses.data ?? []).map(({ id, name }) => ({ value: id, label: say(name) })),
            ]}
          />
          <Tabs
            label={t.stock_tab_alerts()}
            value={view ?? 'all'}
            onValueChange={(next) => change({ view: next === 'all' ? undefined : next })}
            items={[
              { key: 'all', label: t.stock_state_all() },
              ...alertViews.map((key) => ({ key, label: kindText[key], count: counts?.[key] })),
            ]}
          />
        </>
      }
      paging={{
        page,
        pageSize: DOCUMENTS,
        total,
        onPage: (next) => change({ page: next }),
        summary: t.stock_alert_count({ n: quantity(total ?? 0) }),
      }}
    >
      <DataTable
        dense
        className="md:h-full md:overflow-auto"
        label={t.stock_tab_alerts()}
        columns={columns}
        rows={rows}
        rowKey={(row) => `${row.skuId} ${row.warehouseId}`}
        rowName={nameOf}
        onOpen={(row) => void navigate({ to: '/stock/$skuId', params: { skuId: row.skuId } })}
        busy={list.isPlaceholderData}
        error={list.error && !rows && <LoadError error={list.error} onRetry={() => void list.refetch()} />}
        empty={
          <EmptyState icon={<CircleCheck aria-hidden />} title={t.stock_alert_empty()}>
            {t.stock_alert_empty_body()}
          </EmptyState>
        }
      />
    </ListFrame>
  );
};
