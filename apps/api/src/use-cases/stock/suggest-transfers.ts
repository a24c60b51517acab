import { type TransferNeed, transferStore } from '@tradeline/db/stores';
import { suggestTransfers, type Transfer, type TransferSite } from '@tradeline/domain/inventory';
import type { Deps } from '../../deps.ts';

/** Stock is brought up to what sells in so many days beside the safety stock, and nobody gives away what he sells in them. */
const HORIZON = 14;

const siteOf = ({ warehouseId, available, safety, coming, shipped90 }: TransferNeed['sites'][number]): TransferSite => {
  const demandPerDay = shipped90 / 90;
  const target = Math.ceil(safety + demandPerDay * HORIZON);
  return {
    warehouseId,
    available: available + coming,
    reorderPoint: safety,
    target,
    horizonDemand: target,
    demandPerDay,
  };
};

export type Proposal = Omit<TransferNeed, 'sites'> & Omit<Transfer, 'cost'>;

/** What could be moved to where less is left than should be, by the domain's plan, the most urgent first. */
export const proposeTransfers = async ({ db }: Pick<Deps, 'db'>, limit: number): Promise<Proposal[]> =>
  (await transferStore.needs(db, limit)).flatMap(({ sites, ...goods }) =>
    suggestTransfers(sites.map(siteOf), { multiple: goods.multiple }).transfers.map(({ cost: _, ...transfer }) => ({
      ...goods,
      ...transfer,
    })),
  );
