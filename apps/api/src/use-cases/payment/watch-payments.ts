import { gatewayStore } from '@tradeline/db/stores';
import type { Deps } from '../../deps.ts';
import { askGateway } from './ask-gateway.ts';
import { sendRefunds } from './send-refunds.ts';

type Watching = Pick<Deps, 'db' | 'payments' | 'now' | 'log'>;

const AT_ONCE = 20;

/**
 * One round of what nobody told us: attempts without a last word are asked about, refunds are sent or asked about. Any
 * number of processes may do so; a row is taken by one of them. Answers how many payments were found that we did not know.
 */
export const watchPayments = async (deps: Watching): Promise<number> => {
  const [attempts] = await Promise.all([gatewayStore.takeUnsettled(deps.db, AT_ONCE), sendRefunds(deps)]);
  const asked = await Promise.all(attempts.map((attempt) => askGateway(deps, attempt)));
  return asked.filter((answer) => answer === 'captured').length;
};
