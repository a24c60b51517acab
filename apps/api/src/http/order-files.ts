import { Readable } from 'node:stream';
import { allows } from '@tradeline/domain/access';
import type { Hono } from 'hono';
import * as z from 'zod';
import { dayText } from '../reports/figures.ts';
import { sheetHeads } from '../reports/order-sheet.ts';
import { sheetMime, writeSheet } from '../sheets/write-sheet.ts';
import type { Context } from '../trpc/context.ts';
import { buyerOrderFilter } from '../trpc/order-filter.ts';
import { exportOrders } from '../use-cases/exports/export-orders.ts';
import { buyerOrders } from '../use-cases/order/order-scope.ts';
import { tellsAmounts } from '../use-cases/order/told-amounts.ts';
import { shopView } from '../use-cases/session/shop-view.ts';

const asked = z.strictObject({
  what: z.enum(['orders', 'lines']),
  format: z.enum(['xlsx', 'csv']),
  language: z.enum(['zh-CN', 'en']),
  ...buyerOrderFilter,
});

/**
 * `GET /documents/orders?filter=<JSON>`: what a buyer's order list shows, all pages of it, as a sheet. It is written while it is
 * sent. Only for roles that may export, only what the list itself would show.
 */
export const serveOrderFiles = (
  app: Hono,
  contextOf: (request: Request, resHeaders: Headers) => Promise<Context>,
): void => {
  app.get('/documents/orders', async (c) => {
    const { deps, buyer } = await contextOf(c.req.raw, c.res.headers);
    if (!buyer) return c.json({ error: 'not-signed-in' }, 401);
    const scope = allows({ audience: 'buyer', roles: [buyer.role] }, 'order.export');
    if (!scope) return c.json({ error: 'not-permitted' }, 403);
    const input = asked.safeParse(jsonOf(c.req.query('filter')));
    if (!input.success) return c.json({ error: 'bad filter' }, 400);
    const { what, format, language, ...filter } = input.data;
    const { timeZone: zone } = await shopView(deps);
    const reader = { language, zone, amounts: tellsAmounts(buyer) };
    const rows = exportOrders(deps, buyerOrders(buyer, scope), filter, what, reader);
    const name = `${what}-${dayText(deps.now(), zone)}.${format}`;
    const bytes = writeSheet(format, { name: what, ...sheetHeads(what, reader) }, rows);
    return new Response(Readable.toWeb(Readable.from(bytes)) as ReadableStream, {
      headers: {
        'content-type': sheetMime[format],
        'content-disposition': `attachment; filename="${name}"`,
        'cache-control': 'no-store',
        'x-content-type-options': 'nosniff',
      },
    });
  });
};

const jsonOf = (text: string | undefined): unknown => {
  try {
    return JSON.parse(text ?? '');
  } catch {
    return undefined;
  }
};
