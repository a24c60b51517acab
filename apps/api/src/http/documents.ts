import { allows } from '@tradeline/domain/access';
import type { Hono } from 'hono';
import { deliveryNote } from '../reports/delivery-note.ts';
import { orderConfirmation } from '../reports/order-confirmation.ts';
import type { OrderPaper } from '../reports/order-paper.ts';
import { makePdf, type PdfDocument } from '../reports/pdf.ts';
import type { Context } from '../trpc/context.ts';
import { buyerOrders, staffOrders } from '../use-cases/order/order-scope.ts';
import { tellsAmounts } from '../use-cases/order/told-amounts.ts';
import { viewOrder } from '../use-cases/order/view-order.ts';
import { shopView } from '../use-cases/session/shop-view.ts';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/u;
const missing = { error: 'no such document' };

/**
 * `GET /documents/orders/<order>/confirmation.pdf` and `…/parcels/<shipment>/delivery-note.pdf`, in `?language=zh-CN|en`: for
 * whoever may read the order. An order of somebody else is missing, exactly like one that does not exist.
 */
export const serveDocuments = (
  app: Hono,
  contextOf: (request: Request, resHeaders: Headers) => Promise<Context>,
): void => {
  app.get('/documents/orders/:order/confirmation.pdf', async (c) => {
    const context = await contextOf(c.req.raw, c.res.headers);
    if (!context.buyer && !context.staff) return c.json({ error: 'not-signed-in' }, 401);
    const paper = await paperOf(context, c.req.param('order'), c.req.query('language'));
    return paper ? send(orderConfirmation(paper)) : c.json(missing, 404);
  });
  app.get('/documents/orders/:order/parcels/:parcel/delivery-note.pdf', async (c) => {
    const context = await contextOf(c.req.raw, c.res.headers);
    if (!context.buyer && !context.staff) return c.json({ error: 'not-signed-in' }, 401);
    const paper = await paperOf(context, c.req.param('order'), c.req.query('language'));
    const parcel = paper?.order.shipments.find(({ id }) => id === c.req.param('parcel'));
    return paper && parcel ? send(deliveryNote(paper, parcel)) : c.json(missing, 404);
  });
};

const paperOf = async (
  { deps, buyer, staff }: Context,
  id: string,
  language: string | undefined,
): Promise<OrderPaper | undefined> => {
  const reach = buyer
    ? allows({ audience: 'buyer', roles: [buyer.role] }, 'order.read')
    : staff && allows({ audience: 'staff', roles: [staff.role] }, 'order.read');
  if (!reach || !UUID.test(id)) return undefined;
  const scope = buyer ? buyerOrders(buyer, reach) : staff && staffOrders(staff, reach);
  const [order, shop] = await Promise.all([scope && viewOrder(deps, scope, id), shopView(deps)]);
  if (!order?.ok) return undefined;
  return {
    order: order.value,
    shop,
    language: language === 'en' ? 'en' : 'zh-CN',
    amounts: !buyer || tellsAmounts(buyer),
  };
};

const send = async (document: PdfDocument): Promise<Response> => {
  const bytes = await makePdf(document);
  const name = `${document.title.replaceAll(' ', '-')}.pdf`;
  return new Response(Buffer.from(bytes), {
    headers: {
      'content-type': 'application/pdf',
      'content-disposition': `attachment; filename="document.pdf"; filename*=UTF-8''${encodeURIComponent(name)}`,
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    },
  });
};
