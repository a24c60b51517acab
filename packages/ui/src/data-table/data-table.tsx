import type { ReactNode } from 'react';
import { CardList } from './card-list.tsx';
import type { Column, Sort } from './column.ts';
import { TableGrid } from './table-grid.tsx';
import { useWide } from './use-wide.ts';

export type DataTableProps<Row> = {
  /** What is listed, for the screen reader. */
  label: string;
  columns: readonly Column<Row>[];
  /** `undefined` while the first page is loading: a skeleton of `skeletonRows` is shown. */
  rows: readonly Row[] | undefined;
  rowKey: (row: Row) => string;
  /** Names a row for its checkbox. */
  rowName: (row: Row) => string;
  sort?: Sort | undefined;
  onSort?: ((sort: Sort) => void) | undefined;
  selection?: ReadonlySet<string> | undefined;
  onSelection?: ((selection: ReadonlySet<string>) => void) | undefined;
  /** Enter, or a press anywhere in the row. The title cell should hold a real link to the same place. */
  onOpen?: ((row: Row) => void) | undefined;
  /** Shown instead of rows: why there are none and what to do. */
  empty: ReactNode;
  error?: ReactNode;
  /** Newer rows are on their way: what stands here is still readable. */
  busy?: boolean;
  skeletonRows?: number;
  /** Rows of 36 px instead of 44: for lists that are worked through at a desk. */
  dense?: boolean;
  /** Utility classes of the table's frame; give it a height and the rows scroll below a fixed head. */
  className?: string;
};

/**
 * A list of like things. A table from 820 px on (arrow keys, or J and K, walk the rows, Enter opens, Space selects, Shift extends,
 * Ctrl+A takes all), cards below. Sorting, filtering and paging are the caller's: they belong in the address.
 */
export const DataTable = <Row,>(props: DataTableProps<Row>) => {
  const wide = useWide();
  if (props.error) return <>{props.error}</>;
  if (props.rows?.length === 0) return <>{props.empty}</>;
  return wide ? <TableGrid {...props} /> : <CardList {...props} />;
};
