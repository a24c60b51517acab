import type { Raw } from '@tradeline/db';
import { searchFactStore } from '@tradeline/db/stores';

export type CompanyFact = Awaited<ReturnType<typeof searchFactStore.ofCompany>>;

const MOST = 5_000;
/** An order is heard of at once; so long may it not yet count where its notice was lost. */
const FRESH_MS = 10 * 60_000;

const nothing: CompanyFact = { bought: [], codes: [] };

/** What companies bought and what they call goods, kept for those who lately looked. */
export const companyFacts = (raw: Raw) => {
  const known = new Map<string, { at: number; facts: Promise<CompanyFact> }>();
  return {
    of: (companyId: string | undefined): Promise<CompanyFact> => {
      if (companyId === undefined) return Promise.resolve(nothing);
      const old = known.get(companyId);
      if (old && performance.now() - old.at < FRESH_MS) return old.facts;
      const facts = searchFactStore.ofCompany(raw, companyId);
      facts.catch(() => known.delete(companyId));
      known.delete(companyId);
      known.set(companyId, { at: performance.now(), facts });
      if (known.size > MOST) known.delete(known.keys().next().value!);
      return facts;
    },
    forget: (companyId?: string): void => {
      if (companyId === undefined) known.clear();
      else known.delete(companyId);
    },
  };
};
export type CompanyFacts = ReturnType<typeof companyFacts>;
