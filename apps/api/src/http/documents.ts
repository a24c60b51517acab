import { messageStore, type OrderScope, orderStore, returnStore } from '@tradeline/db/stores';
import { allows, type StaffAction } from '@tradeline/domain/access';
import type { Hono } from 'hono';
import { creditNote } from '../reports/credit-note.ts';
import { deliveryNote } from '../reports/delivery-note.ts';
import { orderConfirmation } from '../reports/order-confirmation.ts';
import type { OrderPaper } from '../reports/order-paper.ts';
import { parcelLabel, parcelLabels } from '../reports/parcel-label.ts';
import { makePdf, type PdfDocument } from '../reports/pdf.ts';
import { pickListPaper } from '../reports/pick-list.ts';
import type { Context } from '../trpc/context.ts';
import { isPicture, pictureBytes } from '../use-cases/messages/message-files.ts';
import { buyerOrders, staffOrders } from '../use-cases/order/order-scope.ts';
import { tellsAmounts } from '../use-cases/order/told-amounts.ts';
import { viewOrder } from '../use-cases/order/view-order.ts';
import { viewList } from '../use-cases/picking/change-list.ts';
import { shopView } from '../use-cases/session/shop-view.ts';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/u;
const missing = { error: 'no such document' };

/**
 * `GET /documents/orders/<order>/files/<file>` hands out what hangs on an order or its messages: a picture as we made it, in
 * `?size=small|large`, anything else to be saved. An internal note's file is not there for a customer.
 *
 * `GET /documents/orders/<order>/confirmation.pdf`, `…/parcels/<shipment>/delivery-note.pdf` and
 * `…/returns/<return>/credit-note.pdf`, in `?language=zh-CN|en`: for
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
  // What goes onto a parcel or through the warehouse is for those who pack and pick.
  app.get('/documents/orders/:order/parcels/:parcel/label.pdf', async (c) => {
    const context = await contextOf(c.req.raw, c.res.headers);
    if (!context.staff) return c.json({ error: 'not-signed-in' }, 401);
    const paper = works(context, 'order.ship')
      ? await paperOf(context, c.req.param('order'), c.req.query('language'))
      : undefined;
    const parcel = paper?.order.shipments.find(({ id }) => id === c.req.param('parcel'));
    return paper && parcel ? send(parcelLabel(paper, parcel)) : c.json(missing, 404);
  });
  app.get('/documents/picking/:list/:paper{(pick-list|labels).pdf}', async (c) => {
    const context = await contextOf(c.req.raw, c.res.headers);
    if (!context.staff) return c.json({ error: 'not-signed-in' }, 401);
    const id = c.req.param('list');
    const list = works(context, 'order.pick') && UUID.test(id) ? await viewList(context.deps, id) : undefined;
    if (!list?.ok) return c.json(missing, 404);
    const language = c.req.query('language');
    const paper =
      c.req.param('paper') === 'pick-list.pdf'
        ? pickListPaper(list.value, await shopView(context.deps), language === 'en' ? 'en' : 'zh-CN')
        : await labelsOf(context, list.value, language);
    return paper ? send(paper) : c.json(missing, 404);
  });
  app.get('/documents/orders/:order/files/:file', async (c) => {
    const context = await contextOf(c.req.raw, c.res.headers);
    if (!context.buyer && !context.staff) return c.json({ error: 'not-signed-in' }, 401);
    const { deps, audience } = context;
    const orderId = c.req.param('order');
    const scope = scopeOf(context, orderId);
    const order = scope && (await orderStore.find(deps.db, scope, orderId));
    const files = order ? await messageStore.files(deps.db, order.id, audience) : [];
    const file = files.find(({ id }) => id === c.req.param('file'));
    const size = c.req.query('size') === 'large' ? 'large' : 'small';
    const bytes =
      file &&
      (isPicture(file.mime) ? await pictureBytes(deps, file, size) : await deps.storage.get('private', file.file));
    if (!file || !bytes) return c.json(missing, 404);
    return isPicture(file.mime) ? sendPicture(bytes) : sendSaved(bytes, file.mime, file.name);
  });
  // It is about money: whose role is told none has no such paper.
  app.get('/documents/orders/:order/returns/:return/credit-note.pdf', async (c) => {
    const context = await contextOf(c.req.raw, c.res.headers);
    if (!context.buyer && !context.staff) return c.json({ error: 'not-signed-in' }, 401);
    const paper = await paperOf(context, c.req.param('order'), c.req.query('language'));
    const found = paper?.amounts
      ? (await returnStore.ofOrder(context.deps.db, paper.order.id)).find(({ id }) => id === c.req.param('return'))
      : undefined;
    return paper && found?.creditNote ? send(creditNote(paper, found)) : c.json(missing, 404);
  });
};

const works = ({ staff }: Context, action: StaffAction): boolean =>
  staff !== undefined && allows({ audience: 'staff', roles: [staff.role] }, action) !== undefined;

/** The labels of every parcel that left for the orders of a list, box by box. */
const labelsOf = async (
  context: Context,
  list: { number: string; createdAt: string; lines: readonly { orderId: string; slot: number }[] },
  language: string | undefined,
): Promise<PdfDocument | undefined> => {
  const orderIds = [...new Set(list.lines.toSorted((a, b) => a.slot - b.slot).map(({ orderId }) => orderId))];
  const papers = await Promise.all(orderIds.map((orderId) => paperOf(context, orderId, language)));
  const labels = papers.flatMap((paper) =>
    (paper?.order.shipments ?? [])
      .filter(({ shippedAt, state }) => shippedAt >= list.createdAt && state !== 'lost')
      .flatMap((parcel) => (paper ? [{ paper, parcel }] : [])),
  );
  return parcelLabels(list.number, labels);
};

/** How far the one who asks reads orders; undefined where he reads none, or this is no order's id. */
const scopeOf = ({ buyer, staff }: Context, id: string): OrderScope | undefined => {
  const reach = buyer
    ? allows({ audience: 'buyer', roles: [buyer.role] }, 'order.read')
    : staff && allows({ audience: 'staff', roles: [staff.role] }, 'order.read');
  if (!reach || !UUID.test(id)) return undefined;
  return buyer ? buyerOrders(buyer, reach) : staff && staffOrders(staff, reach);
};

const paperOf = async (context: Context, id: string, language: string | undefined): Promise<OrderPaper | undefined> => {
  const { deps, buyer } = context;
  const scope = scopeOf(context, id);
  const [order, shop] = await Promise.all([scope && viewOrder(deps, scope, id), shopView(deps)]);
  if (!order?.ok) return undefined;
  return {
    order: order.value,
    shop,
    language: language === 'en' ? 'en' : 'zh-CN',
    amounts: !buyer || tellsAmounts(buyer),
  };
};

const send = async (document: PdfDocument): Promise<Response> =>
  sendSaved(await makePdf(document), 'application/pdf', `${document.title.replaceAll(' ', '-')}.pdf`);

const guarded = { 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' };

/** To be saved, never opened on our origin. */
const sendSaved = (bytes: Uint8Array, mime: string, name: string): Response =>
  new Response(Buffer.from(bytes), {
    headers: {
      ...guarded,
      'content-type': mime,
      'content-disposition': `attachment; filename="document.pdf"; filename*=UTF-8''${encodeURIComponent(name)}`,
    },
  });

/** A picture we made never changes; it is kept by this person's browser only. */
const sendPicture = (bytes: Uint8Array): Response =>
  new Response(Buffer.from(bytes), {
    headers: { ...guarded, 'cache-control': 'private, max-age=3600', 'content-type': 'image/webp' },
  });
