import { type OrderFilter, type OrderScope, orderLists } from '@tradeline/db/stores';
import type { Deps } from '../../deps.ts';
import { lineRow, orderRow, type SheetOrder, type SheetReader } from '../../reports/order-sheet.ts';
import type { Cell } from '../../sheets/write-sheet.ts';

const PAGE = 500;

/** The rows of a file of orders, page by page: memory does not grow with their number, and each page is two statements. */
export async function* exportOrders(
  { db }: Pick<Deps, 'db'>,
  scope: OrderScope,
  filter: OrderFilter,
  what: 'orders' | 'lines',
  reader: SheetReader,
): AsyncGenerator<Cell[]> {
  let last: SheetOrder | undefined;
  for (;;) {
    const page: SheetOrder[] = await orderLists.after(db, scope, filter, last, PAGE);
    if (what === 'orders') for (const order of page) yield orderRow(order, reader);
    else
      yield* linesOf(
        page,
        await orderLists.linesOf(
          db,
          page.map(({ id }) => id),
        ),
        reader,
      );
    last = page.at(-1);
    if (page.length < PAGE) return;
  }
}

function* linesOf(
  orders: readonly SheetOrder[],
  lines: Awaited<ReturnType<typeof orderLists.linesOf>>,
  reader: SheetReader,
): Generator<Cell[]> {
  const ofOrder = Map.groupBy(lines, ({ orderId }) => orderId);
  for (const order of orders) for (const line of ofOrder.get(order.id) ?? []) yield lineRow(order, line, reader);
}
