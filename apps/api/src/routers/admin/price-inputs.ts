import { allows } from '@tradeline/domain/access';
import { PRICE_KINDS } from '@tradeline/domain/pricing';
import * as z from 'zod';
import type { Staff } from '../../trpc/context.ts';
import { instant, text, uuid } from '../../trpc/inputs.ts';

export const bilingual = z.strictObject({ zh: text(100, 1), en: text(100).optional() });
export const terms = z.strictObject({
  name: bilingual,
  companyId: uuid().nullable(),
  groupId: uuid().nullable(),
  level: text(40).nullable(),
  channel: text(40).nullable(),
  priority: z.number().int().min(-1_000).max(1_000),
  validFrom: instant.nullable(),
  validTo: instant.nullable(),
  note: text(500).nullable(),
});
export const newList = terms.extend({
  code: text(40, 1).refine((code) => /^[\w.-]+$/u.test(code), 'letters, digits, dot, hyphen and underscore only'),
  kind: z.enum(PRICE_KINDS),
});
export const own = z.strictObject({ id: uuid() });

export const seesCost = (staff: Staff): boolean =>
  allows({ audience: 'staff', roles: [staff.role] }, 'price.read-cost') !== undefined;
/** An English name left empty is none. */
export const withName = <T extends { name: { zh: string; en?: string | undefined } }>(wish: T): T => ({
  ...wish,
  name: { zh: wish.name.zh, ...(wish.name.en ? { en: wish.name.en } : {}) },
});
