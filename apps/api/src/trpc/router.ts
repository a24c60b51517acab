import { adminAssortmentsRouter } from '../routers/admin/assortments.ts';
import { adminAttributesRouter } from '../routers/admin/attributes.ts';
import { adminBrandsRouter } from '../routers/admin/brands.ts';
import { adminBulkEditRouter } from '../routers/admin/bulk-edit.ts';
import { adminCatalogRouter } from '../routers/admin/catalog.ts';
import { adminCategoriesRouter } from '../routers/admin/categories.ts';
import { adminCustomerCodesRouter } from '../routers/admin/customer-codes.ts';
import { adminCustomersRouter } from '../routers/admin/customers.ts';
import { adminImportsRouter } from '../routers/admin/imports.ts';
import { adminMessagesRouter } from '../routers/admin/messages.ts';
import { adminNewsRouter } from '../routers/admin/news.ts';
import { adminNoticesRouter } from '../routers/admin/notices.ts';
import { adminOrderDeskRouter } from '../routers/admin/order-desk.ts';
import { adminOrdersRouter } from '../routers/admin/orders.ts';
import { adminPaymentsRouter } from '../routers/admin/payments.ts';
import { adminPickingRouter } from '../routers/admin/picking.ts';
import { adminPricesRouter } from '../routers/admin/prices.ts';
import { adminProductsRouter } from '../routers/admin/products.ts';
import { adminReportsRouter } from '../routers/admin/reports.ts';
import { adminReturnsRouter } from '../routers/admin/returns.ts';
import { adminSearchWordsRouter } from '../routers/admin/search-words.ts';
import { adminSellingRouter } from '../routers/admin/selling.ts';
import { adminSendingsRouter } from '../routers/admin/sendings.ts';
import { staffSessionRouter } from '../routers/admin/session.ts';
import { adminStockRouter } from '../routers/admin/stock.ts';
import { buyerAccountRouter } from '../routers/buyer/account.ts';
import { buyerCartRouter } from '../routers/buyer/cart.ts';
import { buyerCatalogRouter } from '../routers/buyer/catalog.ts';
import { buyerCheckoutRouter } from '../routers/buyer/checkout.ts';
import { buyerCodesRouter } from '../routers/buyer/codes.ts';
import { buyerHomeRouter } from '../routers/buyer/home.ts';
import { buyerListsRouter } from '../routers/buyer/lists.ts';
import { buyerMeansRouter } from '../routers/buyer/means.ts';
import { buyerMessagesRouter } from '../routers/buyer/messages.ts';
import { buyerNoticesRouter } from '../routers/buyer/notices.ts';
import { buyerOrderEntryRouter } from '../routers/buyer/order-entry.ts';
import { buyerOrdersRouter } from '../routers/buyer/orders.ts';
import { buyerPaymentsRouter } from '../routers/buyer/payments.ts';
import { buyerReturnsRouter } from '../routers/buyer/returns.ts';
import { buyerSessionRouter } from '../routers/buyer/session.ts';
import { buyerLiveRouter, staffLiveRouter } from '../routers/live.ts';
import { router } from './procedures.ts';

/** The portal's procedures. */
export const buyerRouter = router({
  session: buyerSessionRouter,
  catalog: buyerCatalogRouter,
  cart: buyerCartRouter,
  checkout: buyerCheckoutRouter,
  means: buyerMeansRouter,
  orderEntry: buyerOrderEntryRouter,
  lists: buyerListsRouter,
  codes: buyerCodesRouter,
  home: buyerHomeRouter,
  orders: buyerOrdersRouter,
  messages: buyerMessagesRouter,
  notices: buyerNoticesRouter,
  payments: buyerPaymentsRouter,
  returns: buyerReturnsRouter,
  account: buyerAccountRouter,
  live: buyerLiveRouter,
});

/** The console's procedures. */
export const adminRouter = router({
  session: staffSessionRouter,
  orders: adminOrdersRouter,
  orderDesk: adminOrderDeskRouter,
  messages: adminMessagesRouter,
  notices: adminNoticesRouter,
  catalog: adminCatalogRouter,
  products: adminProductsRouter,
  stock: adminStockRouter,
  picking: adminPickingRouter,
  customers: adminCustomersRouter,
  customerCodes: adminCustomerCodesRouter,
  news: adminNewsRouter,
  assortments: adminAssortmentsRouter,
  categories: adminCategoriesRouter,
  brands: adminBrandsRouter,
  attributes: adminAttributesRouter,
  searchWords: adminSearchWordsRouter,
  imports: adminImportsRouter,
  bulkEdit: adminBulkEditRouter,
  prices: adminPricesRouter,
  payments: adminPaymentsRouter,
  returns: adminReturnsRouter,
  selling: adminSellingRouter,
  sendings: adminSendingsRouter,
  reports: adminReportsRouter,
  live: staffLiveRouter,
});

export type BuyerRouter = typeof buyerRouter;
export type AdminRouter = typeof adminRouter;
export type { Buyer, Staff } from './context.ts';
export type { Reason, Refusal, ShortLine } from './refusal-codes.ts';
