import { and, desc, eq, inArray, isNull, sql } from 'drizzle-orm';
import type { Tx } from '../client.ts';
import { newId } from '../ids.ts';
import { inboundNotices } from '../schema/index.ts';

export type InboundNoticeRow = typeof inboundNotices.$inferSelect;

export const inboundNoticeStore = {
  /** Keeps a notice as it came; the same one is kept once, and told whether it has been dealt with. */
  keep: async (
    tx: Tx,
    notice: Pick<InboundNoticeRow, 'channel' | 'noticeId' | 'subject' | 'headers' | 'body'>,
  ): Promise<{ id: string; handled: boolean }> => {
    const id = newId();
    const kept = await tx
      .insert(inboundNotices)
      .values({ id, ...notice })
      .onConflictDoNothing()
      .returning();
    if (kept.length === 1) return { id, handled: false };
    const [earlier] = await tx
      .select({ id: inboundNotices.id, handledAt: inboundNotices.handledAt })
      .from(inboundNotices)
      .where(and(eq(inboundNotices.channel, notice.channel), eq(inboundNotices.noticeId, notice.noticeId)));
    if (!earlier) throw new Error('a kept notice vanished');
    return { id: earlier.id, handled: earlier.handledAt !== null };
  },
  handled: async (tx: Tx, id: string, outcome: string): Promise<void> => {
    await tx
      .update(inboundNotices)
      .set({ handledAt: sql`now()`, outcome })
      .where(and(eq(inboundNotices.id, id), isNull(inboundNotices.handledAt)));
  },
  /** Without their bodies: what was told of these subjects, newest first. */
  about: (tx: Tx, subjects: readonly string[]) =>
    subjects.length === 0
      ? Promise.resolve([])
      : tx
          .select({
            id: inboundNotices.id,
            channel: inboundNotices.channel,
            subject: inboundNotices.subject,
            receivedAt: inboundNotices.receivedAt,
            handledAt: inboundNotices.handledAt,
            outcome: inboundNotices.outcome,
          })
          .from(inboundNotices)
          .where(inArray(inboundNotices.subject, [...subjects]))
          .orderBy(desc(inboundNotices.receivedAt)),
};
