import { Link, useNavigate } from '@tanstack/react-router';
import {
  Badge,
  Breadcrumbs,
  Button,
  type Column,
  DataTable,
  EmptyState,
  Pagination,
  SearchField,
  toast,
  UnitPriceText,
} from '@tradeline/ui';
import { shopDay } from '@tradeline/ui/format';
import { CircleHelp, Download, UserRound } from 'lucide-react';
import { useState } from 'react';
import { type Cell, csv, saveFile } from '../../lib/csv.ts';
import { CustomerField } from '../../lib/customer-field.tsx';
import { useBilingual } from '../../lib/i18n.tsx';
import { LoadError } from '../../lib/load-error.tsx';
import { optionText } from '../../lib/option-text.ts';
import { priceKindText } from '../../lib/price-words.ts';
import { problemText } from '../../lib/problem-text.ts';
import { type Outputs, trpc } from '../../lib/trpc.ts';
import { WhyPrice } from '../../lib/why-price.tsx';
import { useWords } from '../../lib/words.ts';
import type { SheetSearch } from './prices-search.ts';

type Row = Outputs['prices']['sheet']['rows'][number];
const SIZE = 50;

/** All prices of one customer: what he pays from which quantity on, and which list says so. */
export const PriceSheetPage = ({ search }: { search: SheetSearch }) => {
  const words = useWords();
  const { t, quantity } = words;
  const say = useBilingual();
  const navigate = useNavigate({ from: '/prices/sheet' });
  const utils = trpc.useUtils();
  const [asked, setAsked] = useState<Row>();
  const [progress, setProgress] = useState<{ done: number; count: number }>();
  const change = (next: Partial<SheetSearch>) => void navigate({ search: (old) => ({ ...old, page: 1, ...next }) });
  const input = { companyId: search.customer ?? '', text: search.q || undefined };
  const sheet = trpc.prices.sheet.useQuery(
    { ...input, page: search.page, size: SIZE },
    { enabled: search.customer !== undefined, placeholderData: (old) => old },
  );
  const nameOf = (row: Row) => [say(row.productName), optionText(row.axes, row.options, say)].filter(Boolean).join(' ');
  const exportAll = async () => {
    const lines: Cell[][] = [
      [
        t.prices_column_number(),
        t.prices_column_item(),
        t.prices_column_from(),
        t.prices_column_current(),
        t.prices_column_kind(),
        t.prices_column_list(),
      ],
    ];
    try {
      for (let page = 1; ; page++) {
        const { rows, total } = await utils.client.prices.sheet.query({ ...input, page, size: 100 });
        for (const row of rows)
          for (const step of row.steps)
            lines.push([
              row.itemNumber,
              nameOf(row),
              step.quantity,
              step.unitPriceE4 / 10_000,
              priceKindText(step.kind as never, t),
              step.code,
            ]);
        setProgress({ done: Math.min(page * 100, total), count: total });
        if (page * 100 >= total) break;
      }
      saveFile(`${sheet.data?.customer.number ?? ''}-${t.prices_sheet_title()}-${shopDay(Date.now())}.csv`, csv(lines));
    } catch (error) {
      toast.error(problemText(error, words));
    } finally {
      setProgress(undefined);
    }
  };
  const columns: Column<Row>[] = [
    {
      id: 'item',
      header: t.prices_column_item(),
      card: 'title',
      width: 'w-full min-w-52',
      cell: (row) => (
        <span>
          {nameOf(row)} <span className="tabular text-sm text-faint">{row.itemNumber}</span>
        </span>
      ),
    },
    {
      id: 'price',
      header: t.prices_column_current(),
      align: 'end',
      width: 'whitespace-nowrap',
      cell: (row) =>
        row.steps.length === 0 ? (
          <Badge tone="warning">{t.prices_no_price()}</Badge>
        ) : (
          <span className="flex flex-col items-end gap-0.5">
            {row.steps.map((step) => (
              <span key={step.quantity} className="flex items-baseline gap-2">
                {row.steps.length > 1 && (
                  <span className="text-sm text-muted">
                    {t.trace_from({ quantity: quantity(step.quantity), unit: say(row.unit) })}
                  </span>
                )}
                <UnitPriceText price={step.unitPriceE4} />
              </span>
            ))}
          </span>
        ),
    },
    {
      id: 'list',
      header: t.prices_column_list(),
      width: 'min-w-40',
      cell: (row) => (
        <span className="flex flex-col gap-0.5">
          {[...new Map(row.steps.map((step) => [step.listId, step])).values()].map((step) => (
            <Link key={step.listId} to="/prices/$listId" params={{ listId: step.listId }} className="hover:underline">
              {say(step.listName)} <span className="text-sm text-faint">{priceKindText(step.kind as never, t)}</span>
            </Link>
          ))}
        </span>
      ),
    },
    {
      id: 'why',
      header: t.prices_column_actions(),
      align: 'end',
      cell: (row) => (
        <Button size="sm" look="quiet" onPress={() => setAsked(row)}>
          <CircleHelp aria-hidden />
          {t.prices_why_short()}
        </Button>
      ),
    },
  ];
  return (
    <div className="flex min-h-full flex-col md:h-full">
      <header className="flex flex-col gap-2 px-4 pt-3 pb-2 md:pt-4">
        <Breadcrumbs
          steps={[
            { key: 'prices', node: <Link to="/prices">{t.prices_title()}</Link> },
            { key: 'sheet', node: <span>{t.prices_sheet_title()}</span> },
          ]}
        />
        <div className="flex flex-wrap items-end gap-2">
          <h1 className="mr-2 flex min-h-9 items-center text-lg font-semibold tracking-tight">
            {t.prices_sheet_title()}
          </h1>
          <CustomerField
            className="w-full md:w-72"
            hiddenLabel
            label={t.prices_column_customer()}
            value={search.customer}
            onValueChange={(customer) => change({ customer })}
          />
          <SearchField
            live
            className="w-full md:w-64"
            label={t.prices_search_goods()}
            placeholder={t.prices_search_goods()}
            value={search.q ?? ''}
            onSearch={(q) => change({ q: q || undefined })}
          />
          <div className="ml-auto">
            {progress ? (
              <span role="status" className="text-sm text-muted">
                {t.export_running(progress)}
              </span>
            ) : (
              <Button
                disabledReason={sheet.data?.total ? undefined : t.export_nothing()}
                onPress={() => void exportAll()}
              >
                <Download aria-hidden />
                {t.export_csv()}
              </Button>
            )}
          </div>
        </div>
      </header>
      <div className="flex-1 border-t border-line bg-surface md:min-h-0">
        {search.customer === undefined ? (
          <EmptyState icon={<UserRound aria-hidden />} title={t.prices_sheet_choose()} />
        ) : (
          <DataTable
            className="md:h-full md:overflow-auto"
            label={t.prices_sheet_title()}
            columns={columns}
            rows={sheet.data?.rows}
            rowKey={(row) => row.id}
            rowName={nameOf}
            busy={sheet.isPlaceholderData}
            error={
              sheet.error && !sheet.data ? (
                <LoadError error={sheet.error} onRetry={() => void sheet.refetch()} />
              ) : undefined
            }
            empty={<EmptyState title={t.prices_grid_empty()} />}
          />
        )}
      </div>
      {sheet.data && search.customer && (
        <footer className="flex min-h-12 items-center justify-end border-t border-line px-4 py-1.5 text-sm">
          <Pagination
            page={search.page}
            pageSize={SIZE}
            total={sheet.data.total}
            onPage={(page) => change({ page })}
            summary={t.prices_goods_count({ n: quantity(sheet.data.total) })}
          />
        </footer>
      )}
      {asked && (
        <WhyPrice
          skuId={asked.id}
          companyId={search.customer}
          quantity={asked.minQuantity}
          onClose={() => setAsked(undefined)}
        />
      )}
    </div>
  );
};
