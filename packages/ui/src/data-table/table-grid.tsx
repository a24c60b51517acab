import { ArrowDown, ArrowUp, ChevronsUpDown } from 'lucide-react';
import { cx } from '../cx.ts';
import { Checkbox } from '../field/checkbox.tsx';
import { Skeleton } from '../skeleton.tsx';
import { useUi } from '../ui-context.tsx';
import { type Column, nextSort } from './column.ts';
import type { DataTableProps } from './data-table.tsx';
import { useRows } from './use-rows.ts';

const HeaderCell = <Row,>({
  column,
  sort,
  onSort,
}: { column: Column<Row> } & Pick<DataTableProps<Row>, 'sort' | 'onSort'>) => {
  const { text } = useUi();
  const active = sort?.column === column.id ? sort.direction : undefined;
  const Icon = active === 'asc' ? ArrowUp : active === 'desc' ? ArrowDown : ChevronsUpDown;
  return (
    <th
      scope="col"
      aria-sort={active === 'asc' ? 'ascending' : active === 'desc' ? 'descending' : undefined}
      className={cx(
        'sticky top-0 z-10 h-9 border-b border-line bg-surface px-3 first:pl-4 last:pr-4 text-sm font-medium whitespace-nowrap text-muted',
        column.align === 'end' ? 'text-right' : 'text-left',
        column.width,
      )}
    >
      {column.sortable && onSort ? (
        <button
          type="button"
          aria-label={text.sortBy(column.header)}
          onClick={() => onSort(nextSort(sort, column.id))}
          className={cx('inline-flex items-center gap-1 rounded-sm hover:text-ink', active && 'text-ink')}
        >
          {column.header}
          <Icon aria-hidden className={cx('size-3.5', !active && 'opacity-50')} />
        </button>
      ) : (
        column.header
      )}
    </th>
  );
};

/** The table form of a data table. */
export const TableGrid = <Row,>(props: DataTableProps<Row>) => {
  const {
    label,
    columns,
    rows,
    rowKey,
    rowName,
    sort,
    onSort,
    selection,
    onSelection,
    onOpen,
    busy = false,
    skeletonRows = 8,
    dense = false,
    className,
  } = props;
  const { text } = useUi();
  const keys = (rows ?? []).map(rowKey);
  const table = useRows({ keys, selection, onSelection, onOpen: onOpen && ((index) => onOpen(rows![index]!)) });
  const chosen = keys.filter((key) => selection?.has(key)).length;
  return (
    <div className={cx('relative overflow-x-auto', className)} aria-busy={busy || rows === undefined}>
      <table
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: rows take focus and selection, which is a grid
        role="grid"
        aria-label={label}
        aria-multiselectable={onSelection ? true : undefined}
        aria-rowcount={rows ? rows.length + 1 : undefined}
        className={cx('w-full border-separate border-spacing-0 text-base transition-opacity', busy && 'opacity-60')}
      >
        <thead>
          <tr>
            {onSelection && (
              <th scope="col" className="sticky top-0 z-10 w-11 border-b border-line bg-surface pl-4 text-left">
                <Checkbox
                  label={text.selectAll}
                  hiddenLabel
                  checked={chosen > 0 && chosen === keys.length}
                  indeterminate={chosen > 0 && chosen < keys.length}
                  onCheckedChange={table.toggleAll}
                />
              </th>
            )}
            {columns.map((column) => (
              <HeaderCell key={column.id} {...{ column, sort, onSort }} />
            ))}
          </tr>
        </thead>
        <tbody>
          {rows === undefined
            ? Array.from({ length: skeletonRows }, (_, row) => (
                <tr key={row}>
                  {onSelection && <td className="border-b border-line" />}
                  {columns.map((column, at) => (
                    <td
                      key={column.id}
                      className={cx(dense ? 'h-9' : 'h-11', 'border-b border-line px-3 first:pl-4 last:pr-4')}
                    >
                      <Skeleton className={cx(at % 3 === 0 ? 'w-28' : 'w-16', column.align === 'end' && 'ml-auto')} />
                    </td>
                  ))}
                </tr>
              ))
            : rows.map((row, index) => {
                const key = keys[index]!;
                const selected = selection?.has(key) ?? false;
                return (
                  <tr
                    key={key}
                    data-row={key}
                    {...table.rowProps(index)}
                    aria-selected={onSelection ? selected : undefined}
                    className={cx(
                      'group outline-none focus-visible:bg-accent-soft focus-visible:shadow-[inset_2px_0_0_var(--color-accent)]',
                      onOpen && 'cursor-pointer',
                      selected ? 'bg-accent-soft' : 'hover:bg-hover',
                    )}
                  >
                    {onSelection && (
                      <td className="w-11 border-b border-line pl-4">
                        <Checkbox
                          label={text.selectRow(rowName(row))}
                          hiddenLabel
                          checked={selected}
                          onCheckedChange={() => table.toggle(index)}
                        />
                      </td>
                    )}
                    {columns.map((column) => (
                      <td
                        key={column.id}
                        className={cx(
                          'border-b border-line px-3 first:pl-4 last:pr-4',
                          dense ? 'h-9 py-1' : 'h-11 py-1.5',
                          column.align === 'end' && 'tabular text-right',
                          column.width,
                        )}
                      >
                        {column.cell(row)}
                      </td>
                    ))}
                  </tr>
                );
              })}
        </tbody>
      </table>
    </div>
  );
};
