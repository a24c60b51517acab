import { orderFlowStore } from '@tradeline/db/stores';
import type { Deps } from '../../../deps.ts';
import type { FlowOutcome } from './run-task.ts';

/** What kept an order from being confirmed by rule when that was last asked; null: nothing, or nobody asked. */
export const keptBack = async ({ db }: Pick<Deps, 'db'>, orderId: string): Promise<FlowOutcome['kept'] | null> => {
  const last = await orderFlowStore.lastOf(db, orderId);
  return (last?.outcome as FlowOutcome | null | undefined)?.kept ?? null;
};
