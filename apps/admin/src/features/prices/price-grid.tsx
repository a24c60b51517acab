import { Link, useNavigate } from '@tanstack/react-router';
import { Button, Dialog, EmptyState, Pagination, SearchField, SelectField, Skeleton, TextField } from '@tradeline/ui';
import { SearchX, X } from 'lucide-react';
import { useMemo, useState } from 'react';
import { useBilingual } from '../../lib/i18n.tsx';
import { LoadError } from '../../lib/load-error.tsx';
import { type Outputs, trpc } from '../../lib/trpc.ts';
import { useMay } from '../../lib/use-me.ts';
import { WhyPrice } from '../../lib/why-price.tsx';
import { useWords } from '../../lib/words.ts';
import type { GridSku } from './grid-rows.ts';
import { GridTable } from './grid-table.tsx';
import { GRID_SIZE, type GridSearch, shows } from './prices-search.ts';
import { useDraft } from './use-draft.ts';
import { usePaste } from './use-paste.ts';

/** The prices of a list with a draft over them. What is typed goes into the draft; buyers see it when it is published. */
export const PriceGrid = ({ list, search }: { list: Outputs['prices']['list']; search: GridSearch }) => {
  const { t, quantity } = useWords();
  const say = useBilingual();
  const navigate = useNavigate({ from: '/prices/$listId/' });
  const [mayEdit, costs] = [useMay('price.edit'), useMay('price.read-cost')];
  const [asked, setAsked] = useState<GridSku>();
  const versions = trpc.prices.versions.useQuery({ listId: list.id });
  const drafts = (versions.data ?? []).filter(({ state }) => state === 'draft');
  const draft = drafts.find(({ id }) => id === search.draft);
  const grid = trpc.prices.grid.useQuery(
    {
      listId: list.id,
      versionId: draft?.id,
      text: search.q || undefined,
      category: search.category,
      brand: search.brand,
      show: search.show,
      marginBelow: costs ? search.margin : undefined,
      page: search.page,
      size: GRID_SIZE,
    },
    { placeholderData: (old) => old },
  );
  const categories = trpc.catalog.categories.useQuery(undefined, { staleTime: 300_000 });
  const brands = trpc.catalog.brands.useQuery(undefined, { staleTime: 300_000 });
  const { edit, state, leave } = useDraft(list.id, draft?.id);
  const { paste, report, close } = usePaste((wanted) => edit(wanted));
  const change = (next: Partial<GridSearch>) => void navigate({ search: (old) => ({ ...old, page: 1, ...next }) });
  const { rows, total } = grid.data ?? {};
  const narrowed = search.q || search.category || search.brand || search.show !== 'all' || search.margin;
  const showLabels = useMemo(
    () => ({
      all: t.prices_show_all(),
      listed: t.prices_show_listed(),
      missing: t.prices_show_missing(),
      changed: t.prices_show_changed(),
    }),
    [t],
  );
  return (
    <>
      <div className="flex flex-wrap items-center gap-2 px-4 py-2">
        <SearchField
          live
          className="w-full md:w-64"
          label={t.prices_search_goods()}
          placeholder={t.prices_search_goods()}
          value={search.q ?? ''}
          onSearch={(q) => change({ q: q || undefined })}
        />
        <SelectField
          className="w-36"
          hiddenLabel
          label={t.prices_show()}
          value={search.show}
          onValueChange={(show) => change({ show })}
          options={shows.map((value) => ({ value, label: showLabels[value] }))}
        />
        <SelectField
          className="w-36"
          hiddenLabel
          label={t.products_category()}
          value={search.category ?? ''}
          onValueChange={(category) => change({ category: category || undefined })}
          options={[
            { value: '', label: t.products_any_category() },
            ...(categories.data ?? []).map((each) => ({ value: each.id, label: say(each.name) })),
          ]}
        />
        <SelectField
          className="w-32"
          hiddenLabel
          label={t.products_brand()}
          value={search.brand ?? ''}
          onValueChange={(brand) => change({ brand: brand || undefined })}
          options={[
            { value: '', label: t.products_any_brand() },
            ...(brands.data ?? []).map((each) => ({ value: each.id, label: say(each.name) })),
          ]}
        />
        {costs && (
          <TextField
            className="w-44"
            hiddenLabel
            label={t.prices_margin_below()}
            placeholder={t.prices_margin_below()}
            inputMode="decimal"
            suffix="%"
            defaultValue={search.margin ?? ''}
            key={search.margin ?? ''}
            onBlur={(event) => change({ margin: event.target.value.trim() || undefined })}
            onKeyDown={(event) => event.key === 'Enter' && event.currentTarget.blur()}
          />
        )}
        {narrowed && (
          <Button
            look="quiet"
            onPress={() =>
              change({ q: undefined, category: undefined, brand: undefined, show: 'all', margin: undefined })
            }
          >
            <X aria-hidden />
            {t.filters_clear()}
          </Button>
        )}
        <div className="ml-auto flex flex-wrap items-center gap-2">
          <span role="status" className="text-sm text-muted">
            {
              { idle: '', saving: t.prices_saving(), saved: t.prices_saved_draft(), failed: t.prices_save_failed() }[
                state
              ]
            }
          </span>
          <SelectField
            className="w-52"
            hiddenLabel
            label={t.prices_draft()}
            value={draft?.id ?? ''}
            onValueChange={(id) => {
              leave();
              change({ draft: id || undefined });
            }}
            options={[
              { value: '', label: drafts.length > 0 ? t.prices_draft_choose() : t.prices_draft_none() },
              ...drafts.map((each) => ({
                value: each.id,
                label: t.prices_draft_of({
                  name: each.note ?? each.createdByName,
                  n: quantity(each.changes),
                }),
              })),
            ]}
          />
          {draft && (
            <Link
              to="/prices/$listId/drafts/$versionId"
              params={{ listId: list.id, versionId: draft.id }}
              className="contents"
            >
              <Button size="sm" look="primary" tabIndex={-1}>
                {t.prices_to_publish()}
              </Button>
            </Link>
          )}
        </div>
      </div>
      <div className="flex-1 border-t border-line bg-surface md:min-h-0">
        {grid.error && !rows && <LoadError error={grid.error} onRetry={() => void grid.refetch()} />}
        {!rows && !grid.error && <Skeleton className="m-4 h-80" />}
        {rows?.length === 0 && <EmptyState icon={<SearchX aria-hidden />} title={t.prices_grid_empty()} />}
        {rows && rows.length > 0 && (
          <GridTable
            rows={rows}
            label={t.prices_tab_prices()}
            costs={costs}
            readOnly={!mayEdit}
            busy={grid.isPlaceholderData}
            onEdit={(wanted, forgotten) => void edit(wanted, forgotten)}
            onBlock={(text) => void paste(text)}
            onWhy={setAsked}
          />
        )}
      </div>
      <footer className="flex min-h-12 items-center gap-4 border-t border-line px-4 py-1.5 text-sm">
        <span className="hidden text-faint lg:block">{mayEdit ? t.prices_grid_keys() : t.prices_edit_denied()}</span>
        <div className="ml-auto flex-1 md:flex-none">
          {total !== undefined && (
            <Pagination
              page={search.page}
              pageSize={GRID_SIZE}
              total={total}
              onPage={(page) => change({ page })}
              summary={t.prices_goods_count({ n: quantity(total) })}
            />
          )}
        </div>
      </footer>
      {asked && <WhyPrice skuId={asked.id} quantity={asked.minQuantity} onClose={() => setAsked(undefined)} />}
      {report && (
        <Dialog
          open
          size="sm"
          onOpenChange={close}
          title={t.prices_paste_title()}
          footer={<Button onPress={close}>{t.close()}</Button>}
        >
          <p>{t.prices_paste_taken({ n: quantity(report.taken) })}</p>
          {[
            { title: t.prices_paste_unknown(), lines: report.unknown },
            { title: t.prices_paste_unread(), lines: report.unread },
          ].map(
            ({ title, lines }) =>
              lines.length > 0 && (
                <div key={title} className="mt-3">
                  <p className="text-sm font-medium">{title}</p>
                  <pre className="mt-1 max-h-40 overflow-auto rounded-md bg-sunken p-2 text-sm">{lines.join('\n')}</pre>
                </div>
              ),
          )}
        </Dialog>
      )}
    </>
  );
};
