import type { BuyerRole, StaffRole } from '@tradeline/domain/access';
import type { StockDisplay } from '@tradeline/domain/catalog';
import type { BuyerId, CompanyId, CustomerGroupId, StaffId } from '@tradeline/domain/kernel';
import type { Logger } from 'pino';
import type { Audience } from '../auth/sessions.ts';
import type { Deps } from '../deps.ts';

/** A signed-in person of a customer company. */
export type Buyer = {
  id: BuyerId;
  name: string;
  login: string;
  phone: string | null;
  role: BuyerRole;
  locale: string;
  sessionId: string;
  /** Role, company and group allow it: the one word on whether anything price-like may be told to him. */
  seesPrices: boolean;
  /** How stock is told to him. */
  stock: { display: StockDisplay; byWarehouse: boolean };
  company: {
    id: CompanyId;
    number: string;
    name: string;
    status: string;
    groupId: CustomerGroupId | null;
    level: string;
    region: string | null;
  };
};

/**
 * Who looks at the catalogue: a signed-in buyer, or a stranger where the shop lets strangers in; of a stranger no company
 * is known. A `Buyer` is a `Visitor`.
 */
export type Visitor = Pick<Buyer, 'seesPrices' | 'stock'> & {
  id: BuyerId | undefined;
  company: Pick<Buyer['company'], 'id' | 'groupId' | 'level' | 'region'> | undefined;
};

/** A signed-in person of the wholesaler. */
export type Staff = { id: StaffId; name: string; login: string; role: StaffRole; locale: string; sessionId: string };

export type Context = {
  deps: Deps;
  audience: Audience;
  buyer: Buyer | undefined;
  staff: Staff | undefined;
  requestId: string;
  /** The peer's address, by which guessing is limited. */
  address: string;
  userAgent: string;
  log: Logger;
  setCookie: (cookie: string) => void;
};
