import { cx } from '../cx.ts';
import { Checkbox } from '../field/checkbox.tsx';
import { Skeleton } from '../skeleton.tsx';
import { useUi } from '../ui-context.tsx';
import type { DataTableProps } from './data-table.tsx';

/** The phone form of a data table: one card a row, a labelled line a column. */
export const CardList = <Row,>({
  label,
  columns,
  rows,
  rowKey,
  rowName,
  selection,
  onSelection,
  onOpen,
  busy = false,
  skeletonRows = 6,
}: DataTableProps<Row>) => {
  const { text } = useUi();
  const title = columns.find((column) => column.card === 'title') ?? columns[0];
  const asides = columns.filter((column) => column.card === 'aside');
  const lines = columns.filter((column) => column !== title && (column.card ?? 'line') === 'line');
  if (rows === undefined)
    return (
      <div aria-busy className="flex flex-col divide-y divide-line">
        {Array.from({ length: skeletonRows }, (_, row) => (
          <div key={row} className="flex flex-col gap-2 p-4">
            <Skeleton className="w-40" />
            <Skeleton className="w-64" />
          </div>
        ))}
      </div>
    );
  const toggle = (key: string) => {
    const next = new Set(selection);
    if (!next.delete(key)) next.add(key);
    onSelection?.(next);
  };
  return (
    <ul aria-label={label} aria-busy={busy} className={cx('flex flex-col divide-y divide-line', busy && 'opacity-60')}>
      {rows.map((row) => {
        const key = rowKey(row);
        return (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the title holds the link that the keyboard uses
          <li
            key={key}
            className={cx(
              'flex gap-3 px-4 py-3',
              onOpen && 'cursor-pointer active:bg-hover',
              selection?.has(key) && 'bg-accent-soft',
            )}
            onClick={(event) => {
              if (
                onOpen &&
                event.target instanceof Element &&
                !event.target.closest('a, button, input, label, [role="checkbox"]')
              )
                onOpen(row);
            }}
          >
            {onSelection && (
              <Checkbox
                className="mt-0.5 self-start"
                label={text.selectRow(rowName(row))}
                hiddenLabel
                checked={selection?.has(key) ?? false}
                onCheckedChange={() => toggle(key)}
              />
            )}
            <div className="min-w-0 flex-1">
              <div className="flex items-start justify-between gap-3">
                <div className="min-w-0 font-medium">{title?.cell(row)}</div>
                <div className="flex shrink-0 items-center gap-2">
                  {asides.map((column) => (
                    <span key={column.id}>{column.cell(row)}</span>
                  ))}
                </div>
              </div>
              <dl className="mt-1.5 grid grid-cols-[auto_1fr] gap-x-3 gap-y-1 text-sm">
                {lines.map((column) => (
                  <div key={column.id} className="col-span-2 grid grid-cols-subgrid">
                    <dt className="text-faint">{column.header}</dt>
                    <dd className="min-w-0 text-right">{column.cell(row)}</dd>
                  </div>
                ))}
              </dl>
            </div>
          </li>
        );
      })}
    </ul>
  );
};
