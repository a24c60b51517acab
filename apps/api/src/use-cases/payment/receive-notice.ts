import { inboundNoticeStore } from '@tradeline/db/stores';
import { err, ok, type Result } from '@tradeline/domain/kernel';
import type { Deps } from '../../deps.ts';
import type { NoticeProblem, PaymentChannel, RawNotice } from '../../ports/payment.ts';
import { type Settled, settlePayment } from './settle-payment.ts';

/**
 * A gateway tells us something. Only what is genuine is kept; it is kept before anything is done with it, and "heard" is
 * said only after the effect is committed. The same notice again has no effect and is heard again.
 */
export const receiveNotice = async (
  { db, payments, now }: Pick<Deps, 'db' | 'payments' | 'now'>,
  channel: PaymentChannel,
  raw: RawNotice,
): Promise<Result<Settled, NoticeProblem | 'channel-off'>> => {
  const gateway = payments[channel];
  if (!gateway) return err('channel-off');
  const read = gateway.readNotice(raw, Date.parse(now()));
  if (!read.ok) return read;
  const { noticeId, number, report } = read.value;
  const kept = await inboundNoticeStore.keep(db, {
    channel,
    noticeId,
    subject: number,
    headers: signatureHeaders(raw.headers),
    body: raw.body,
  });
  if (kept.handled) return ok('known');
  return ok(await settlePayment({ db }, { channel, number, report, noticeId: kept.id }));
};

/** What proves the notice later; nothing of cookies or addresses. */
const signatureHeaders = (headers: RawNotice['headers']): Record<string, string> =>
  Object.fromEntries(
    Object.entries(headers).filter(([name]) => name.startsWith('wechatpay-') || name === 'content-type'),
  );
