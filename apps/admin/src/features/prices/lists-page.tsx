import { Link, useNavigate } from '@tanstack/react-router';
import { PRICE_KINDS } from '@tradeline/domain/pricing';
import {
  Badge,
  Button,
  type Column,
  DataTable,
  DateText,
  EmptyState,
  SearchField,
  SelectField,
  StatusBadge,
} from '@tradeline/ui';
import { Plus, ReceiptText, SearchX, Settings2, X } from 'lucide-react';
import { useState } from 'react';
import { useBilingual } from '../../lib/i18n.tsx';
import { useListKeys } from '../../lib/list-keys.ts';
import { LoadError } from '../../lib/load-error.tsx';
import { priceKindText } from '../../lib/price-words.ts';
import { trpc } from '../../lib/trpc.ts';
import { useMay } from '../../lib/use-me.ts';
import { useWords } from '../../lib/words.ts';
import { audienceText, type PriceList, windowText } from './audience-text.tsx';
import { ListDialog } from './list-dialog.tsx';
import { stateText, stateTone } from './price-text.ts';
import type { ListsSearch } from './prices-search.ts';
import { SettingsDialog } from './settings-dialog.tsx';

/** Every price list: whom it is for, when it holds, how much stands in it, what waits to be published. */
export const PriceListsPage = ({ search }: { search: ListsSearch }) => {
  const words = useWords();
  const { t, quantity } = words;
  const say = useBilingual();
  const navigate = useNavigate({ from: '/prices/' });
  const [mayEdit, maySet] = [useMay('price.edit'), useMay('settings.edit')];
  const [dialog, setDialog] = useState<'new' | 'settings'>();
  const lists = trpc.prices.lists.useQuery();
  useListKeys();
  const change = (next: Partial<ListsSearch>) => void navigate({ search: (old) => ({ ...old, ...next }) });
  const q = search.q?.toLowerCase();
  const rows = lists.data?.filter(
    (list) =>
      (!search.kind || list.kind === search.kind) &&
      (!search.state || list.state === search.state) &&
      (!q ||
        [list.code, list.name.zh, list.name.en ?? '', audienceText(list, say, words)]
          .join(' ')
          .toLowerCase()
          .includes(q)),
  );
  const columns: Column<PriceList>[] = [
    {
      id: 'name',
      header: t.prices_column_list(),
      card: 'title',
      width: 'w-full min-w-48',
      cell: (row) => (
        <span className="inline-flex flex-wrap items-baseline gap-x-2">
          <Link to="/prices/$listId" params={{ listId: row.id }} className="font-medium hover:underline">
            {say(row.name)}
          </Link>
          <span className="tabular text-sm text-faint">{row.code}</span>
        </span>
      ),
    },
    { id: 'kind', header: t.prices_column_kind(), cell: (row) => <Badge>{priceKindText(row.kind, t)}</Badge> },
    {
      id: 'audience',
      header: t.prices_column_audience(),
      width: 'max-w-52 truncate',
      cell: (row) => audienceText(row, say, words),
    },
    {
      id: 'window',
      header: t.prices_column_window(),
      width: 'whitespace-nowrap hidden lg:table-cell',
      cell: (row) => windowText(row, words),
    },
    { id: 'skus', header: t.prices_column_skus(), align: 'end', cell: (row) => quantity(row.skus) },
    {
      id: 'prices',
      header: t.prices_column_prices(),
      align: 'end',
      width: 'hidden lg:table-cell',
      cell: (row) => quantity(row.prices),
    },
    {
      id: 'published',
      header: t.prices_column_published(),
      width: 'whitespace-nowrap hidden lg:table-cell',
      cell: (row) =>
        row.publishedAt ? (
          <span>
            {t.prices_version({ number: row.version })}{' '}
            <DateText at={row.publishedAt} style="date" className="text-muted" />
          </span>
        ) : (
          <span className="text-faint">{t.value_none()}</span>
        ),
    },
    {
      id: 'drafts',
      header: t.prices_column_drafts(),
      align: 'end',
      cell: (row) =>
        row.drafts > 0 ? (
          <Badge tone="info">{quantity(row.drafts)}</Badge>
        ) : (
          <span className="text-faint">{t.value_none()}</span>
        ),
    },
    {
      id: 'state',
      header: t.prices_column_state(),
      card: 'aside',
      cell: (row) => <StatusBadge tone={stateTone(row.state)}>{stateText(row.state, t)}</StatusBadge>,
    },
  ];
  return (
    <div className="flex min-h-full flex-col md:h-full">
      <header className="flex flex-col gap-2 px-4 pt-3 pb-2 md:pt-4">
        <div className="flex min-h-9 flex-wrap items-center justify-between gap-2">
          <h1 className="text-lg font-semibold tracking-tight">{t.prices_title()}</h1>
          <div className="flex flex-wrap gap-2">
            <Link to="/prices/sheet" className="contents">
              <Button size="sm" tabIndex={-1}>
                <ReceiptText aria-hidden />
                {t.prices_sheet_title()}
              </Button>
            </Link>
            <Button
              size="sm"
              disabledReason={maySet ? undefined : t.prices_settings_denied()}
              onPress={() => setDialog('settings')}
            >
              <Settings2 aria-hidden />
              {t.prices_settings()}
            </Button>
            <Button
              size="sm"
              look="primary"
              disabledReason={mayEdit ? undefined : t.prices_edit_denied()}
              onPress={() => setDialog('new')}
            >
              <Plus aria-hidden />
              {t.prices_new()}
            </Button>
          </div>
        </div>
        <div className="flex flex-wrap items-center gap-2">
          <SearchField
            live
            className="w-full md:w-72"
            label={t.prices_search()}
            placeholder={t.prices_search()}
            value={search.q ?? ''}
            onSearch={(text) => change({ q: text || undefined })}
          />
          <SelectField
            className="w-36"
            hiddenLabel
            label={t.prices_column_kind()}
            value={search.kind ?? ''}
            onValueChange={(kind) => change({ kind: kind || undefined })}
            options={[
              { value: '', label: t.prices_any_kind() },
              ...PRICE_KINDS.map((value) => ({ value, label: priceKindText(value, t) })),
            ]}
          />
          <SelectField
            className="w-32"
            hiddenLabel
            label={t.prices_column_state()}
            value={search.state ?? ''}
            onValueChange={(state) => change({ state: state || undefined })}
            options={[
              { value: '', label: t.prices_any_state() },
              ...(['running', 'upcoming', 'ended', 'off'] as const).map((value) => ({
                value,
                label: stateText(value, t),
              })),
            ]}
          />
          {(search.q || search.kind || search.state) && (
            <Button look="quiet" onPress={() => change({ q: undefined, kind: undefined, state: undefined })}>
              <X aria-hidden />
              {t.filters_clear()}
            </Button>
          )}
          <span className="tabular ml-auto text-sm text-muted">
            {rows && t.prices_count({ n: quantity(rows.length) })}
          </span>
        </div>
      </header>
      <div className="flex-1 border-t border-line bg-surface md:min-h-0">
        <DataTable
          className="md:h-full md:overflow-auto"
          label={t.prices_title()}
          columns={columns}
          rows={rows}
          rowKey={(row) => row.id}
          rowName={(row) => say(row.name)}
          onOpen={(row) => void navigate({ to: '/prices/$listId', params: { listId: row.id } })}
          error={
            lists.error && !lists.data ? (
              <LoadError error={lists.error} onRetry={() => void lists.refetch()} />
            ) : undefined
          }
          empty={<EmptyState icon={<SearchX aria-hidden />} title={t.prices_empty()} />}
        />
      </div>
      {dialog === 'new' && <ListDialog onClose={() => setDialog(undefined)} />}
      {dialog === 'settings' && <SettingsDialog onClose={() => setDialog(undefined)} />}
    </div>
  );
};
