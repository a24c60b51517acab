import type { SessionPerson } from '@tradeline/db/stores';
import { allows, type BuyerRole, type StaffRole } from '@tradeline/domain/access';
import { type StockDisplay, seesPrices } from '@tradeline/domain/catalog';
import type { BuyerId, CompanyId, CustomerGroupId, StaffId } from '@tradeline/domain/kernel';
import type { Buyer, Staff } from '../../trpc/context.ts';

/** The person behind a session, read anew with it at every request: a changed role or company counts at once. */
export const whoIsBuyer = (row: SessionPerson<'buyer'>, sessionId: string): Buyer | undefined => {
  if (row.companyStatus === 'closed') return undefined;
  return {
    id: row.id as BuyerId,
    name: row.name,
    login: row.login,
    phone: row.phone,
    role: row.role as BuyerRole,
    locale: row.locale,
    sessionId,
    seesPrices: seesPrices({
      roleMay: allows({ audience: 'buyer', roles: [row.role as BuyerRole] }, 'catalog.read-price') !== undefined,
      company: row.priceDisplay as 'shown' | 'hidden' | null,
      groupHidden: row.groupPricesHidden ?? false,
    }),
    stock: {
      display: (row.stockDisplay ?? row.shopStockDisplay ?? 'exact') as StockDisplay,
      byWarehouse: row.shopStockByWarehouse ?? false,
    },
    company: {
      id: row.companyId as CompanyId,
      number: row.companyNumber,
      name: row.companyName,
      status: row.companyStatus,
      groupId: row.groupId as CustomerGroupId | null,
      level: row.level,
      region: row.region,
    },
  };
};

export const whoIsStaff = (row: SessionPerson<'staff'>, sessionId: string): Staff => ({
  ...row,
  id: row.id as StaffId,
  role: row.role as StaffRole,
  sessionId,
});
