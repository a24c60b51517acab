import { router } from '../../trpc/procedures.ts';
import { priceDraftProcedures } from './price-drafts.ts';
import { priceEffectProcedures } from './price-effects.ts';
import { priceListProcedures } from './price-lists.ts';

export const adminPricesRouter = router({ ...priceListProcedures, ...priceDraftProcedures, ...priceEffectProcedures });
