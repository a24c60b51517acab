import { useNavigate } from '@tanstack/react-router';
import {
  BarChart,
  Button,
  type Column,
  DataTable,
  EmptyState,
  MoneyText,
  SelectField,
  TextField,
  usePageTitle,
} from '@tradeline/ui';
import { shopDay } from '@tradeline/ui/format';
import { ChartColumn, Download } from 'lucide-react';
import { csv, saveFile } from '../../lib/csv.ts';
import { useBilingual } from '../../lib/i18n.tsx';
import { LoadError } from '../../lib/load-error.tsx';
import { type Outputs, trpc } from '../../lib/trpc.ts';
import { may, useMe } from '../../lib/use-me.ts';
import { useWords } from '../../lib/words.ts';
import { type SalesSearch, salesGroups, spans } from './sales-search.ts';
import { SalesSum } from './sales-sum.tsx';
import { spanDays } from './span-days.ts';

type Row = Outputs['reports']['sales']['rows'][number];

/** More bars than this are no picture any more. */
const BARS = 31;
/** What the server answers with at most. */
const MOST = 500;

/** What was sold in a period, added up by what one asks about. */
export const SalesPage = ({ search }: { search: SalesSearch }) => {
  const { t, quantity, money } = useWords();
  const me = useMe();
  const say = useBilingual();
  const navigate = useNavigate({ from: '/reports' });
  const { span, group } = search;
  const days = spanDays(span === 'own' ? 'this-month' : span, shopDay(Date.now()));
  const { from, to } = span === 'own' ? { from: search.from ?? days.from, to: search.to ?? days.to } : days;
  const wrong = from > to;
  const report = trpc.reports.sales.useQuery({ from, to, group }, { placeholderData: (old) => old, enabled: !wrong });
  usePageTitle(t.report_sales());
  const change = (next: Partial<SalesSearch>) => void navigate({ search: (old) => ({ ...old, ...next }) });
  const spanText = {
    'this-month': t.report_span_this_month(),
    'last-month': t.report_span_last_month(),
    'this-quarter': t.report_span_this_quarter(),
    'last-quarter': t.report_span_last_quarter(),
    'this-year': t.report_span_this_year(),
    own: t.report_span_own(),
  };
  const groupText = {
    day: t.report_by_day(),
    month: t.report_by_month(),
    customer: t.report_by_customer(),
    rep: t.report_by_rep(),
    category: t.report_by_category(),
    product: t.report_by_product(),
  };
  const whatText = {
    day: t.report_what_day(),
    month: t.report_what_month(),
    customer: t.report_what_customer(),
    rep: t.report_what_rep(),
    category: t.report_what_category(),
    product: t.report_what_product(),
  };
  const { rows, sum, before } = report.data ?? {};
  const nameOf = (row: Row): string =>
    (typeof row.name === 'string' ? row.name : row.name && say(row.name)) ??
    (group === 'day' || group === 'month' ? row.key : null) ??
    (group === 'rep' ? t.report_none_rep() : t.report_none_category());
  const all = Math.max(1, rows?.reduce((total, row) => total + row.net, 0) ?? 1);
  const ofGoods = group === 'category' || group === 'product';
  const columns: Column<Row>[] = [
    { id: 'what', header: whatText[group], card: 'title', width: 'w-full min-w-40', cell: nameOf },
    {
      id: 'orders',
      header: t.report_orders(),
      align: 'end',
      width: 'whitespace-nowrap',
      cell: (row) => quantity(row.orders),
    },
    ...(ofGoods
      ? [
          {
            id: 'units',
            header: t.report_units(),
            align: 'end' as const,
            width: 'whitespace-nowrap',
            cell: (row: Row) => quantity(row.units ?? 0),
          },
        ]
      : []),
    {
      id: 'net',
      header: t.report_net(),
      align: 'end',
      width: 'whitespace-nowrap',
      cell: (row) => <MoneyText amount={row.net} />,
    },
    {
      id: 'share',
      header: t.report_share(),
      align: 'end',
      width: 'whitespace-nowrap',
      cell: (row) => `${((row.net / all) * 100).toFixed(1)} %`,
    },
  ];
  const save = () => {
    if (!rows) return;
    const head = [whatText[group], t.report_orders(), ...(ofGoods ? [t.report_units()] : []), t.report_net()];
    const cells = rows.map((row) => [nameOf(row), row.orders, ...(ofGoods ? [row.units ?? 0] : []), row.net / 100]);
    saveFile(`${t.report_file()}-${from}-${to}.csv`, csv([head, ...cells]));
  };
  return (
    <div className="flex min-h-full flex-col md:h-full">
      <header className="flex flex-col gap-3 px-4 py-3 md:pt-4">
        <div className="flex min-h-9 items-center gap-2">
          <h1 className="flex-1 text-lg font-semibold tracking-tight">{t.report_sales()}</h1>
          {may(me, 'report.export') && (
            <Button size="sm" disabledReason={rows && rows.length > 0 ? undefined : t.report_empty()} onPress={save}>
              <Download aria-hidden className="size-4" />
              {t.report_export()}
            </Button>
          )}
        </div>
        <div className="flex flex-wrap items-end gap-2">
          <SelectField
            className="min-w-0 flex-1 md:w-40 md:flex-none"
            label={t.report_span()}
            value={span}
            onValueChange={(next) =>
              change(next === 'own' ? { span: next, from, to } : { span: next, from: undefined, to: undefined })
            }
            options={spans.map((key) => ({ value: key, label: spanText[key] }))}
          />
          <SelectField
            className="min-w-0 flex-1 md:w-40 md:flex-none"
            label={t.report_group()}
            value={group}
            onValueChange={(next) => change({ group: next })}
            options={salesGroups.map((key) => ({ value: key, label: groupText[key] }))}
          />
          {span === 'own' && (
            <div className="grid w-full grid-cols-2 gap-2 md:w-80">
              <TextField
                type="date"
                label={t.report_from()}
                value={from}
                onChange={(event) => change({ from: event.target.value || undefined } as Partial<SalesSearch>)}
              />
              <TextField
                type="date"
                label={t.report_to()}
                value={to}
                onChange={(event) => change({ to: event.target.value || undefined } as Partial<SalesSearch>)}
              />
            </div>
          )}
        </div>
        {wrong && (
          <p role="alert" className="text-sm text-danger-ink">
            {t.report_wrong_period()}
          </p>
        )}
        {!wrong && sum && before && <SalesSum sum={sum} before={before} />}
        {!wrong && (group === 'day' || group === 'month') && rows && rows.length > 1 && rows.length <= BARS && (
          <BarChart
            label={t.report_net()}
            format={(value) => money(value)}
            bars={rows.map((row) => ({
              key: row.key ?? '',
              // As short as it can be told apart: twelve of them stand side by side on a phone.
              label: (row.key ?? '').slice(group === 'day' ? 5 : 2),
              value: row.net,
              detail: `${row.key}: ${money(row.net)}, ${t.report_orders()} ${quantity(row.orders)}`,
            }))}
          />
        )}
        <p className="text-xs text-faint">
          {[
            t.report_caption(),
            ofGoods && t.report_caption_goods(),
            rows?.length === MOST && t.report_most({ count: quantity(MOST) }),
          ]
            .filter(Boolean)
            .join(' ')}
        </p>
      </header>
      <div className="flex-1 bg-surface md:min-h-0">
        <DataTable
          dense
          className="md:h-full md:overflow-auto"
          label={t.report_sales()}
          columns={columns}
          rows={wrong ? [] : rows}
          rowKey={(row) => row.key ?? ''}
          rowName={nameOf}
          busy={report.isPlaceholderData}
          error={report.error && !rows && <LoadError error={report.error} onRetry={() => void report.refetch()} />}
          empty={
            <EmptyState icon={<ChartColumn aria-hidden />} title={t.report_empty()}>
              {t.report_empty_hint()}
            </EmptyState>
          }
        />
      </div>
    </div>
  );
};
