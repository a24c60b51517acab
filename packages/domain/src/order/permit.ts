import { err, ok, type Result } from '../kernel/index.ts';
import type { OrderCommand } from './commands.ts';
import type { Denial } from './denial.ts';
import { type OrderFacts, quantities } from './facts.ts';
import { type GuardContext, guards } from './guards.ts';
import type { Rule } from './machine.ts';
import type { Home, MachineName, Machines } from './machines.ts';

/** The shipment, return or payment a command is about; undefined: the order itself. */
export const subjectOf = (command: OrderCommand): string | undefined => {
  if ('shipmentId' in command) return command.shipmentId;
  if ('returnId' in command) return command.returnId;
  return 'paymentId' in command ? command.paymentId : undefined;
};

const stateOf = (facts: OrderFacts, machine: MachineName, subjectId: string | undefined): string | undefined => {
  if (machine === 'approval') return facts.approval;
  const parts: readonly { readonly id: string; readonly state: string }[] =
    machine === 'fulfilment' ? facts.shipments : machine === 'return' ? facts.returns : facts.payments;
  return parts.find((part) => part.id === subjectId)?.state;
};

export type Asking = GuardContext & { readonly action: string; readonly subjectId?: string | undefined };
export type Permitted = { readonly rule: Rule<string>; readonly from: string; readonly machine: MachineName };

/** The rule that permits an action, or the first reason against it in the stated order. */
export const permit = (
  tables: Machines,
  homes: ReadonlyMap<string, Home>,
  asking: Asking,
): Result<Permitted, Denial> => {
  const { action, facts, acting, command } = asking;
  const found = homes.get(action);
  if (!found) return err({ kind: 'unknown-action', action });
  const shipped = action === 'cancel' ? quantities(facts).shipped : 0;
  if (shipped > 0) return err({ kind: 'already-shipped', shipped });
  const { machine } = found;
  const from = stateOf(facts, machine, asking.subjectId);
  if (from === undefined) return err({ kind: 'no-such-part', id: asking.subjectId });
  const rule = tables[machine][from]?.[action];
  if (!rule) return err({ kind: 'wrong-status', status: from, from: found.from });
  if (!rule.by.some((role) => acting.roles.includes(role))) return err({ kind: 'role-not-allowed', allowed: rule.by });
  if (command && rule.comment && !command.comment?.trim()) return err({ kind: 'comment-required' });
  for (const guard of rule.guards ?? []) {
    const denial = guards[guard](asking);
    if (denial) return err(denial);
  }
  return ok({ rule, from, machine });
};
