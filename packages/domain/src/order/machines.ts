import { invariant } from '../kernel/index.ts';
import { approval } from './approval.ts';
import type { OrderAction } from './commands.ts';
import { fulfilment } from './fulfilment.ts';
import type { Rule } from './machine.ts';
import { payment } from './payment.ts';
import { returns } from './return.ts';

/** The four tables an order lives by. */
export const machines = { approval, fulfilment, return: returns, payment } as const;
export type MachineName = keyof typeof machines;
export type Machines = Readonly<Record<MachineName, Readonly<Record<string, Readonly<Record<string, Rule<string>>>>>>>;

/** The table an action belongs to and the states it may start from. */
export type Home = { readonly machine: MachineName; readonly from: readonly string[] };

export const homesOf = (tables: Machines): ReadonlyMap<string, Home> => {
  const homes = new Map<string, Home>();
  for (const [machine, table] of Object.entries(tables) as [MachineName, Machines[MachineName]][])
    for (const [state, rules] of Object.entries(table))
      for (const action of Object.keys(rules)) {
        const known = homes.get(action);
        invariant(!known || known.machine === machine, `one machine per action: ${action}`);
        homes.set(action, { machine, from: [...(known?.from ?? []), state] });
      }
  return homes;
};

const homes = homesOf(machines);

export const orderActions: readonly OrderAction[] = [...homes.keys()] as OrderAction[];
export const isOrderAction = (text: string): text is OrderAction => homes.has(text);
export const homeOf = (action: OrderAction): Home => homes.get(action)!;
