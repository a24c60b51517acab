import { useBlocker, useNavigate } from '@tanstack/react-router';
import { knownNames } from '@tradeline/domain/sheet';
import {
  Button,
  Checkbox,
  ConfirmDialog,
  EmptyState,
  IconButton,
  Popover,
  SearchField,
  SelectField,
  SkeletonText,
} from '@tradeline/ui';
import { ArrowDownToLine, Columns3, Redo2, SearchX, Undo2 } from 'lucide-react';
import { useEffect, useMemo, useState } from 'react';
import { cellProblemText } from '../../lib/cell-problem-text.ts';
import { fieldTitle } from '../../lib/field-name.ts';
import { useBilingual } from '../../lib/i18n.tsx';
import { LoadError } from '../../lib/load-error.tsx';
import { productStatusText } from '../../lib/product-words.ts';
import { trpc } from '../../lib/trpc.ts';
import { useMay } from '../../lib/use-me.ts';
import { useWords } from '../../lib/words.ts';
import type { BulkSearch } from './bulk-search.ts';
import { CellGrid } from './cell-grid.tsx';
import { noHistory, redone, typed, undone } from './edits.ts';
import { cellProblems, firstColumns, fixedKeys, gridFields, storedText } from './grid-cells.ts';
import type { Place } from './grid-places.ts';
import { useCellEdits } from './use-cell-edits.ts';

/** Many SKUs at once, as in a spreadsheet: what is typed is checked by the server's own rules and saved in one go. */
export const BulkEditPage = ({ search }: { search: BulkSearch }) => {
  const words = useWords();
  const { t, language, quantity } = words;
  const say = useBilingual();
  const navigate = useNavigate({ from: '/bulk-edit' });
  const mayCost = useMay('price.read-cost');
  const short = language === 'en' ? 'en' : 'zh';
  const names = trpc.imports.names.useQuery(undefined, { staleTime: 300_000 });
  const known = useMemo(() => (names.data ? knownNames(names.data) : {}), [names.data]);
  const { q, category, brand, status } = search;
  const filter = {
    ...(q && { text: q }),
    ...(category && { category }),
    ...(brand && { brand }),
    ...(status && { status }),
  };
  const found = trpc.bulkEdit.rows.useQuery(filter, {
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    refetchOnWindowFocus: false,
  });
  const { rows, setRows, history, setHistory, marks, setMarks, saving, save } = useCellEdits(known);
  const [discarding, setDiscarding] = useState(false);
  useEffect(() => {
    if (!found.data) return;
    setRows(found.data.rows);
    setHistory(noHistory);
    setMarks(new Map());
  }, [found.data, setRows, setHistory, setMarks]);

  const all = gridFields.filter(({ cost }) => !cost || mayCost);
  const wanted = search.columns ?? firstColumns;
  const fields = all.filter(({ key }) => key === 'itemNumber' || wanted.includes(key));
  const { edits } = history;
  const problems = useMemo(() => {
    const byId = new Map(rows.map((row) => [row.skuId, row]));
    return new Map(
      [...edits].map(([skuId, cells]) => {
        const row = byId.get(skuId);
        return [skuId, row ? cellProblems(row, cells, known) : {}] as const;
      }),
    );
  }, [rows, edits, known]);
  const bad = [...problems.values()].reduce((sum, each) => sum + Object.keys(each).length, 0);
  const textAt = ({ row, column }: Place): string => {
    const [line, field] = [rows[row], fields[column]];
    if (!line || !field) return '';
    return edits.get(line.skuId)?.[field.key] ?? storedText(line, field, known, short);
  };
  const noteAt = ({ row, column }: Place): string | undefined => {
    const [line, field] = [rows[row], fields[column]];
    const problem = line && field && problems.get(line.skuId)?.[field.key];
    if (!problem) return undefined;
    const problemSaid = cellProblemText(problem, textAt({ row, column }), t);
    return t.cells_cell_bad({ column: fieldTitle(field, language), problem: problemSaid });
  };
  const type = (cells: readonly (Place & { text: string })[]): void =>
    setHistory((old) =>
      typed(
        old,
        cells.flatMap(({ row, column, text }) => {
          const [line, field] = [rows[row], fields[column]];
          if (!line || !field) return [];
          return [{ skuId: line.skuId, key: field.key, text, stored: storedText(line, field, known, short) }];
        }),
      ),
    );
  const dirty = edits.size > 0;
  useBlocker({
    shouldBlockFn: ({ current, next }) =>
      dirty && !(current.pathname === next.pathname) && !globalThis.confirm(t.cells_unsaved()),
    enableBeforeUnload: dirty,
  });
  const change = (next: Partial<BulkSearch>): void => void navigate({ search: (old) => ({ ...old, ...next }) });
  const held = dirty ? t.cells_changed_now() : undefined;
  return (
    <div className="flex h-[calc(100dvh-3.5rem)] min-h-96 flex-col md:h-full">
      <header className="flex flex-col gap-2 px-4 pt-3 pb-2 md:pt-4">
        <div className="flex flex-wrap items-center justify-between gap-2">
          <h1 className="flex min-h-9 items-center gap-3 text-lg font-semibold tracking-tight">
            {t.cells_title()}
            <span className="tabular text-sm font-normal text-muted">
              {found.data &&
                (found.data.total > rows.length
                  ? t.cells_first({ shown: quantity(rows.length), total: quantity(found.data.total) })
                  : t.cells_count({ shown: quantity(rows.length) }))}
            </span>
          </h1>
          <div className="flex items-center gap-1.5">
            <IconButton
              label={t.cells_undo()}
              icon={<Undo2 aria-hidden />}
              disabledReason={history.past.length === 0 ? t.cells_save_none() : undefined}
              onPress={() => setHistory(undone)}
            />
            <IconButton
              label={t.cells_redo()}
              icon={<Redo2 aria-hidden />}
              disabledReason={history.future.length === 0 ? t.cells_save_none() : undefined}
              onPress={() => setHistory(redone)}
            />
            {dirty && (
              <Button look="quiet" onPress={() => setDiscarding(true)}>
                {t.cells_discard()}
              </Button>
            )}
            <Button
              look="primary"
              pending={saving}
              disabledReason={
                bad > 0 ? t.cells_save_bad({ count: quantity(bad) }) : dirty ? undefined : t.cells_save_none()
              }
              onPress={() => void save()}
            >
              <ArrowDownToLine aria-hidden />
              {dirty ? t.cells_save({ count: quantity(edits.size) }) : t.cells_save_idle()}
            </Button>
          </div>
        </div>
        <fieldset disabled={dirty} title={held} className="flex flex-wrap items-center gap-2 disabled:opacity-60">
          <SearchField
            className="w-full md:w-64"
            label={t.cells_search_label()}
            placeholder={t.cells_search()}
            value={q ?? ''}
            onSearch={(text) => !dirty && change({ q: text || undefined })}
          />
          <SelectField
            hiddenLabel
            className="w-40"
            label={t.products_category()}
            value={category ?? ''}
            onValueChange={(value) => change({ category: value || undefined })}
            options={[
              { value: '', label: t.products_any_category() },
              ...(names.data?.categories ?? []).map(({ id, name }) => ({ value: id, label: say(name) })),
            ]}
          />
          <SelectField
            hiddenLabel
            className="w-36"
            label={t.products_brand()}
            value={brand ?? ''}
            onValueChange={(value) => change({ brand: value || undefined })}
            options={[
              { value: '', label: t.products_any_brand() },
              ...(names.data?.brands ?? []).map(({ id, name }) => ({ value: id, label: say(name) })),
            ]}
          />
          <SelectField
            hiddenLabel
            className="w-32"
            label={t.products_status()}
            value={status ?? ''}
            onValueChange={(value) => change({ status: value || undefined })}
            options={[
              { value: '' as const, label: t.products_any_status() },
              ...(['published', 'draft', 'withdrawn'] as const).map((value) => ({
                value,
                label: productStatusText(value, t),
              })),
            ]}
          />
          <Popover
            trigger={
              <Button>
                <Columns3 aria-hidden />
                {t.cells_columns()}
              </Button>
            }
            label={t.cells_columns()}
          >
            <div className="grid max-h-80 grid-cols-2 gap-x-4 overflow-auto">
              {all
                .filter(({ key }) => key !== 'itemNumber')
                .map((field) => (
                  <Checkbox
                    key={field.key}
                    label={fieldTitle(field, language)}
                    checked={wanted.includes(field.key)}
                    onCheckedChange={(on) =>
                      change({ columns: on ? [...wanted, field.key] : wanted.filter((key) => key !== field.key) })
                    }
                  />
                ))}
            </div>
          </Popover>
        </fieldset>
        <p className="hidden text-sm text-faint lg:block">{t.cells_keys()}</p>
      </header>
      <div className="flex min-h-0 flex-1 flex-col border-t border-line bg-surface">
        {found.error || names.error ? (
          <LoadError error={found.error ?? names.error} onRetry={() => void found.refetch()} />
        ) : !found.data || !names.data ? (
          <div className="p-4">
            <SkeletonText lines={12} />
          </div>
        ) : found.data.rows.length === 0 ? (
          <EmptyState icon={<SearchX aria-hidden />} title={t.cells_empty_title()}>
            {t.cells_empty_body()}
          </EmptyState>
        ) : (
          <CellGrid
            label={t.cells_grid()}
            fields={fields}
            titles={fields.map((field) => fieldTitle(field, language))}
            count={rows.length}
            textAt={textAt}
            noteAt={noteAt}
            isFixed={({ key }) => fixedKeys.includes(key)}
            isEdited={({ row, column }) => {
              const [line, field] = [rows[row], fields[column]];
              return line !== undefined && field !== undefined && edits.get(line.skuId)?.[field.key] !== undefined;
            }}
            rowMark={(row) => marks.get(rows[row]?.skuId ?? '')}
            onType={type}
            onUndo={() => setHistory(undone)}
            onRedo={() => setHistory(redone)}
          />
        )}
      </div>
      <ConfirmDialog
        open={discarding}
        onOpenChange={setDiscarding}
        title={t.cells_discard_title({ count: quantity(edits.size) })}
        confirmLabel={t.cells_discard()}
        cancelLabel={t.cells_keep()}
        destructive
        onConfirm={() => {
          setHistory(noHistory);
          setMarks(new Map());
          setDiscarding(false);
        }}
      >
        {t.cells_discard_body()}
      </ConfirmDialog>
    </div>
  );
};
