import { transact } from '@tradeline/db';
import { customerCodeStore, type NewCode } from '@tradeline/db/stores';
import { err, ok, type Result } from '@tradeline/domain/kernel';
import { normaliseCode } from '@tradeline/domain/search';
import type { Deps } from '../../deps.ts';
import type { Refusal } from '../../trpc/refusal-codes.ts';
import { auditCodes } from './change-code.ts';
import { CODE_LIMITS, type CodeKeeper } from './code-keeper.ts';

export type PastedCode = { code: string; itemNumber: string };
export type PastedOutcome =
  | { outcome: 'new' | 'same' }
  /** It stands for other goods now; `moved` when it was to be moved. */
  | { outcome: 'taken' | 'moved'; nowItemNumber: string }
  | { outcome: 'unknown-item' | 'empty' }
  /** An earlier line of the block gives the code to other goods. */
  | { outcome: 'twice'; line: number };
export type PastedLine = PastedCode & PastedOutcome;

type Decided = PastedLine & { write?: NewCode };

const decide = (
  lines: readonly PastedCode[],
  skus: ReadonlyMap<string, string>,
  taken: ReadonlyMap<string, { skuId: string; itemNumber: string }>,
  move: boolean,
): Decided[] => {
  const seen = new Map<string, { line: number; skuId: string }>();
  return lines.map((line, at): Decided => {
    const normalised = normaliseCode(line.code);
    if (normalised === '' || line.itemNumber === '') return { ...line, outcome: 'empty' };
    const skuId = skus.get(line.itemNumber.toLowerCase());
    if (skuId === undefined) return { ...line, outcome: 'unknown-item' };
    const earlier = seen.get(normalised);
    if (earlier)
      return earlier.skuId === skuId ? { ...line, outcome: 'same' } : { ...line, outcome: 'twice', line: earlier.line };
    seen.set(normalised, { line: at + 1, skuId });
    const write = { code: line.code, normalised, skuId };
    const now = taken.get(normalised);
    if (!now) return { ...line, outcome: 'new', write };
    if (now.skuId === skuId) return { ...line, outcome: 'same' };
    return move
      ? { ...line, outcome: 'moved', nowItemNumber: now.itemNumber, write }
      : { ...line, outcome: 'taken', nowItemNumber: now.itemNumber };
  });
};

/**
 * A block of "code, item number" lines. Without `apply` it only says what each line would do; with it, every line that
 * can be written is, in one transaction, and the others are told. `move` gives taken codes to the goods of the block.
 */
export const pasteCodes = (
  deps: Pick<Deps, 'db'>,
  keeper: CodeKeeper,
  { lines, move, apply }: { lines: PastedCode[]; move: boolean; apply: boolean },
): Promise<Result<PastedLine[], Refusal>> =>
  transact<PastedLine[], Refusal>(deps.db, async (tx) => {
    const { companyId, looker } = keeper;
    const found = await customerCodeStore.byItemNumber(
      tx,
      looker,
      lines.map((line) => line.itemNumber),
    );
    const taken = await customerCodeStore.taken(
      tx,
      companyId,
      lines.map((line) => normaliseCode(line.code)).filter(Boolean),
    );
    const decided = decide(
      lines,
      new Map(found.map((sku) => [sku.itemNumber.toLowerCase(), sku.id])),
      new Map(taken.map((row) => [row.normalised, row])),
      move,
    );
    const writes = decided.flatMap(({ write }) => write ?? []);
    const fresh = decided.filter((line) => line.outcome === 'new').length;
    if ((await customerCodeStore.count(tx, companyId)) + fresh > CODE_LIMITS.codes)
      return err({ kind: 'codes-full', limit: CODE_LIMITS.codes });
    if (apply && writes.length > 0) {
      if (move) await customerCodeStore.move(tx, companyId, writes);
      else await customerCodeStore.add(tx, companyId, writes);
      await auditCodes(tx, keeper, taken, { written: writes.length, codes: writes.slice(0, 50) });
    }
    return ok(decided.map(({ write, ...line }) => line));
  });
