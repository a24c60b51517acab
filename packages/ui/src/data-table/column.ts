import type { ReactNode } from 'react';

/** One column: what it is called, what stands in it, and where it goes when the table becomes cards on a phone. */
export type Column<Row> = {
  id: string;
  header: string;
  cell: (row: Row) => ReactNode;
  /** Numbers stand at the end, so that their digits line up. */
  align?: 'start' | 'end';
  sortable?: boolean;
  /** Utility classes for width: `w-32`, `min-w-48`. */
  width?: string;
  /** In a card: the head line, the right end of the head line, a labelled line (default), or nowhere. */
  card?: 'title' | 'aside' | 'line' | 'hidden';
};

export type Sort = { column: string; direction: 'asc' | 'desc' };

/** A first press sorts upward, a second downward, a third upward again; another column starts anew. */
export const nextSort = (current: Sort | undefined, column: string): Sort => ({
  column,
  direction: current?.column === column && current.direction === 'asc' ? 'desc' : 'asc',
});
