import type { Looker } from '@tradeline/db/stores';
import type { Buyer, Staff } from '../../trpc/context.ts';
import { viewerOf } from '../session/visitor.ts';

/** Whose codes are changed, what he may see of the goods, and who does it: staff are audited. */
export type CodeKeeper = {
  companyId: string;
  looker: Looker;
  actor: { type: 'buyer' | 'staff'; id: string; name: string };
  requestId: string;
};

/** Codes a company keeps, and lines of one pasted block. */
export const CODE_LIMITS = { codes: 50_000, block: 2_000 } as const;

export const buyerKeeper = (buyer: Buyer, requestId: string): CodeKeeper => ({
  companyId: buyer.company.id,
  looker: viewerOf(buyer),
  actor: { type: 'buyer', id: buyer.id, name: buyer.name },
  requestId,
});

export const staffKeeper = (staff: Staff, companyId: string, requestId: string): CodeKeeper => ({
  companyId,
  looker: 'staff',
  actor: { type: 'staff', id: staff.id, name: staff.name },
  requestId,
});
