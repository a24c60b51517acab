import * as z from 'zod';
import type { Meta } from './init.ts';
import { adminRouter, buyerRouter } from './router.ts';

export type ProcedureEntry = {
  /** Which origin serves it. */
  router: 'buyer' | 'admin';
  path: string;
  kind: 'query' | 'mutation' | 'subscription';
  audience: Meta['audience'];
  /** The action of the policy table that the caller's role must have. */
  permission: string | null;
  /** Whether strangers are answered too where the shop's storefront lets them in. */
  strangers: boolean;
  /** JSON Schema of the input; null when there is none. */
  input: unknown;
};

type Definition = { type: ProcedureEntry['kind']; meta?: Meta; inputs: unknown[] };

const entriesOf = (router: ProcedureEntry['router'], procedures: Record<string, unknown>): ProcedureEntry[] =>
  Object.entries(procedures).map(([path, procedure]) => {
    const { type, meta, inputs } = (procedure as { _def: Definition })._def;
    if (!meta) throw new Error(`procedure ${path} says neither its audience nor its permission`);
    const input = inputs[0];
    return {
      router,
      path,
      kind: type,
      audience: meta.audience,
      permission: meta.action ?? null,
      strangers: meta.strangers ?? false,
      input: input instanceof z.ZodType ? z.toJSONSchema(input, { io: 'input', unrepresentable: 'any' }) : null,
    };
  });

/** Every procedure of both origins, for tests, tools and integrators; made from the routers, so it cannot drift. */
export const listProcedures = (): ProcedureEntry[] => [
  ...entriesOf('buyer', buyerRouter._def.procedures),
  ...entriesOf('admin', adminRouter._def.procedures),
];
