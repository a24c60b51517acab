import type { Scope } from './actions.ts';

/** What a role may do, and how far; an action that is not named is refused. */
export type Grants<Action extends string> = Readonly<Partial<Record<Action, Scope>>>;

/** Every one of the actions, all with the same scope. */
export const everything = <Action extends string>(actions: readonly Action[], scope: Scope): Grants<Action> =>
  Object.fromEntries(actions.map((action) => [action, scope])) as Grants<Action>;
