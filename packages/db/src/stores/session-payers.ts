import { and, eq, sql } from 'drizzle-orm';
import type { Tx } from '../client.ts';
import { buyerSessions } from '../schema/index.ts';

/** Whom the gateway's own app names as the person at a session's browser. */
export const sessionPayerStore = {
  of: async (tx: Tx, sessionId: string): Promise<string | undefined> => {
    const [row] = await tx
      .select({ payer: buyerSessions.payer })
      .from(buyerSessions)
      .where(eq(buyerSessions.id, sessionId));
    return row?.payer ?? undefined;
  },
  /** The app is asked: its answer must bring this state, within ten minutes. A later question makes an earlier one void. */
  ask: async (tx: Tx, sessionId: string, stateDigest: string): Promise<void> => {
    await tx
      .update(buyerSessions)
      .set({ payerState: stateDigest, payerStateUntil: sql`now() + interval '10 minutes'` })
      .where(eq(buyerSessions.id, sessionId));
  },
  /** Takes the state of an answer; false when it is another one, too late, or was taken before. */
  take: async (tx: Tx, sessionId: string, stateDigest: string): Promise<boolean> => {
    const taken = await tx
      .update(buyerSessions)
      .set({ payerState: null, payerStateUntil: null })
      .where(
        and(
          eq(buyerSessions.id, sessionId),
          eq(buyerSessions.payerState, stateDigest),
          sql`${buyerSessions.payerStateUntil} > now()`,
        ),
      )
      .returning({ id: buyerSessions.id });
    return taken.length === 1;
  },
  name: async (tx: Tx, sessionId: string, payer: string): Promise<void> => {
    await tx.update(buyerSessions).set({ payer }).where(eq(buyerSessions.id, sessionId));
  },
};
