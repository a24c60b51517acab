import { Button, Card, CardHeader, cx, EmptyState, IconButton, ScrollRegion, SelectField } from '@tradeline/ui';
import { ArrowDownToLine, Package2, Plus, Trash2 } from 'lucide-react';
import { type ClipboardEvent, type KeyboardEvent, memo, useCallback, useMemo, useRef, useState } from 'react';
import { useBilingual, useText } from '../../lib/i18n.tsx';
import { optionText } from '../../lib/option-text.ts';
import { type AxisForm, newVariant, type VariantForm } from './form-model.ts';
import { PackDialog } from './pack-dialog.tsx';
import { productProblemText } from './problem-words.ts';
import { isBlock, readBlock } from './spreadsheet.ts';
import type { Editor } from './use-editor.ts';
import { fillDown, type GridColumn, gridColumns, pasteInto } from './variant-columns.ts';

type At = { row: number; column: number };
const head = 'h-9 border-b border-line px-2 text-left text-sm font-medium whitespace-nowrap text-muted';

/**
 * Every variant as a row, every figure as a cell. Arrow keys and Enter walk up and down, a block from a spreadsheet is
 * pasted from the cell on, Ctrl+D writes a cell into all below it.
 */
export const VariantsSection = ({ editor }: { editor: Editor }) => {
  const t = useText();
  const { form, change, problems, seesCost } = editor;
  const columns = useMemo(() => gridColumns.filter((column) => column.needs !== 'cost' || seesCost), [seesCost]);
  const [at, setAt] = useState<At>();
  const [packing, setPacking] = useState<string>();
  const table = useRef<HTMLTableElement>(null);
  const rows = form.variants;

  const set = useCallback(
    (key: string, write: (row: VariantForm) => VariantForm) =>
      change((old) => ({ variants: old.variants.map((row) => (row.key === key ? write(row) : row)) })),
    [change],
  );
  const remove = useCallback(
    (key: string) => change((old) => ({ variants: old.variants.filter((row) => row.key !== key) })),
    [change],
  );
  const fill = useCallback(
    (from: At) => change((old) => ({ variants: fillDown(old.variants, columns, from) })),
    [change, columns],
  );
  const paste = useCallback(
    (from: At, text: string) =>
      change((old) => ({ variants: pasteInto(old.variants, columns, from, readBlock(text)) })),
    [change, columns],
  );
  const go = useCallback((to: At) => {
    const cell = table.current?.querySelector<HTMLInputElement>(`input[data-cell="${to.row}:${to.column}"]`);
    cell?.focus();
    cell?.select();
  }, []);
  const byRow = useMemo(() => {
    const found = new Map<number, Map<string, string>>();
    for (const problem of problems) {
      const [, row, field] = /^variants\.(\d+)\.(.+)$/.exec(problem.path) ?? [];
      if (row === undefined || field === undefined) continue;
      const own = found.get(Number(row)) ?? new Map<string, string>();
      found.set(Number(row), own.set(field, productProblemText(problem, t)));
    }
    return found;
  }, [problems, t]);
  const packed = rows.find((row) => row.key === packing);
  return (
    <Card id="variants" className="scroll-mt-28 overflow-hidden">
      <CardHeader
        title={t.pe_section_variants()}
        aside={
          <>
            <span className="tabular hidden sm:inline">{t.pe_variant_count({ count: rows.length })}</span>
            <Button size="sm" disabledReason={at ? undefined : t.pe_fill_needs_cell()} onPress={() => at && fill(at)}>
              <ArrowDownToLine aria-hidden />
              {t.pe_fill_down()}
            </Button>
            {form.axes.length === 0 && rows.length === 0 && (
              <Button size="sm" onPress={() => change({ variants: [newVariant({}, form.number)] })}>
                <Plus aria-hidden />
                {t.pe_add_variant()}
              </Button>
            )}
          </>
        }
      />
      <p className="border-b border-line px-4 py-2 text-sm text-muted">{t.pe_grid_hint()}</p>
      {rows.length === 0 ? (
        <EmptyState title={t.pe_missing_variants()} />
      ) : (
        <ScrollRegion label={t.pe_section_variants()} className="overflow-x-auto">
          <table ref={table} className="w-max min-w-full border-separate border-spacing-0">
            <thead>
              <tr>
                <th scope="col" className={cx(head, 'sticky left-0 z-10 bg-surface pl-4')}>
                  {t.pe_variant()}
                </th>
                {columns.map((column) => (
                  <th key={column.id} scope="col" className={cx(head, column.numeric && 'text-right')}>
                    {column.label(t)}
                  </th>
                ))}
                <th scope="col" className={head}>
                  {t.pe_pack_units()}
                </th>
                <th scope="col" className={head}>
                  {t.pe_status()}
                </th>
                <th scope="col" className={cx(head, 'pr-4')}>
                  <span className="sr-only">{t.pe_remove()}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {rows.map((row, i) => (
                <Row
                  key={row.key}
                  row={row}
                  index={i}
                  axes={form.axes}
                  columns={columns}
                  problems={byRow.get(i)}
                  onSet={set}
                  onAt={setAt}
                  onGo={go}
                  onFill={fill}
                  onPaste={paste}
                  onPack={setPacking}
                  onRemove={remove}
                />
              ))}
            </tbody>
          </table>
        </ScrollRegion>
      )}
      {packed && (
        <PackDialog
          row={packed}
          many={rows.length}
          onClose={() => setPacking(undefined)}
          onApply={(packUnits, all) =>
            change({ variants: rows.map((row) => (all || row.key === packed.key ? { ...row, packUnits } : row)) })
          }
        />
      )}
    </Card>
  );
};

type RowProps = {
  row: VariantForm;
  index: number;
  axes: readonly AxisForm[];
  columns: readonly GridColumn[];
  problems: ReadonlyMap<string, string> | undefined;
  onSet: (key: string, write: (row: VariantForm) => VariantForm) => void;
  onAt: (at: At) => void;
  onGo: (at: At) => void;
  onFill: (at: At) => void;
  onPaste: (at: At, text: string) => void;
  onPack: (key: string) => void;
  onRemove: (key: string) => void;
};

const Row = memo(
  ({ row, index, axes, columns, problems, onSet, onAt, onGo, onFill, onPaste, onPack, onRemove }: RowProps) => {
    const t = useText();
    const say = useBilingual();
    const name = optionText(axes as never, row.options, say) || row.itemNumber || t.pe_row({ n: index + 1 });
    const onKeyDown = (event: KeyboardEvent, column: number) => {
      if (event.nativeEvent.isComposing) return;
      if (event.key === 'ArrowDown' || (event.key === 'Enter' && !event.shiftKey)) onGo({ row: index + 1, column });
      else if (event.key === 'ArrowUp' || event.key === 'Enter') onGo({ row: index - 1, column });
      else if (event.key.toLowerCase() === 'd' && (event.ctrlKey || event.metaKey)) onFill({ row: index, column });
      else return;
      event.preventDefault();
    };
    const onPasteCell = (event: ClipboardEvent, column: number) => {
      const text = event.clipboardData.getData('text/plain');
      if (!isBlock(text)) return;
      event.preventDefault();
      onPaste({ row: index, column }, text);
    };
    const messages = [...new Set(problems?.values() ?? [])];
    return (
      <>
        <tr data-path={`variants.${index}`} className={row.status === 'withdrawn' ? 'text-faint' : ''}>
          <th
            scope="row"
            className="sticky left-0 z-10 max-w-40 min-w-28 border-b border-line bg-surface px-2 py-1 pl-4 text-left font-medium"
          >
            <span className={cx('block', problems?.has('options') && 'text-danger-ink')}>{name}</span>
          </th>
          {columns.map((column, c) => (
            <td key={column.id} className="border-b border-line px-0.5 py-1">
              <input
                aria-label={`${name} ${column.label(t)}`}
                aria-invalid={problems?.has(column.field) || undefined}
                title={column.readOnly?.(row) ? t.pe_price_in_lists() : problems?.get(column.field)}
                readOnly={column.readOnly?.(row)}
                data-cell={`${index}:${c}`}
                inputMode={column.numeric ? 'decimal' : undefined}
                value={column.get(row)}
                onFocus={() => onAt({ row: index, column: c })}
                onChange={(event) => onSet(row.key, (old) => column.set(old, event.target.value))}
                onKeyDown={(event) => onKeyDown(event, c)}
                onPaste={(event) => onPasteCell(event, c)}
                className={cx(
                  'tabular h-8 rounded-sm border border-control/60 bg-surface px-2 text-base text-ink read-only:border-transparent read-only:bg-sunken read-only:text-muted hover:border-muted focus:border-accent focus:outline-2 focus:outline-offset-0 focus:outline-accent/35 aria-invalid:border-danger aria-invalid:bg-danger-soft',
                  column.width,
                  column.numeric && 'text-right',
                )}
              />
            </td>
          ))}
          <td className="border-b border-line px-1 py-1">
            <Button size="sm" look="quiet" aria-label={`${name} ${t.pe_pack_units()}`} onPress={() => onPack(row.key)}>
              <Package2 aria-hidden />
              {row.packUnits.length === 0
                ? t.pe_none()
                : row.packUnits.map((pack) => `${say(pack.name)} ${pack.factor}`).join(' · ')}
            </Button>
          </td>
          <td className="border-b border-line px-1 py-1">
            <SelectField
              hiddenLabel
              className="w-28"
              label={`${name} ${t.pe_status()}`}
              value={row.status}
              onValueChange={(status) => onSet(row.key, (old) => ({ ...old, status }))}
              options={[
                { value: 'active', label: t.pe_active() },
                { value: 'withdrawn', label: t.pe_withdrawn() },
              ]}
            />
          </td>
          <td className="border-b border-line px-1 py-1 pr-4">
            <IconButton
              label={t.pe_remove_named({ name })}
              icon={<Trash2 aria-hidden />}
              disabledReason={row.used ? t.pe_variant_used() : undefined}
              onPress={() => onRemove(row.key)}
            />
          </td>
        </tr>
        {messages.length > 0 && (
          <tr>
            <td
              colSpan={columns.length + 4}
              className="border-b border-line bg-danger-soft px-4 py-1 text-sm text-danger-ink"
            >
              {messages.join(' · ')}
            </td>
          </tr>
        )}
      </>
    );
  },
);
