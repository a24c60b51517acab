import { inboundNoticeStore } from '@tradeline/db/stores';
import { err, ok, type Result } from '@tradeline/domain/kernel';
import type { Deps } from '../../deps.ts';
import type { NoticeProblem, RawNotice } from '../../ports/payment.ts';
import { type Recorded, recordNews } from './record-news.ts';

/** A carrier tells us something: kept raw when it is genuine, before anything is done with it; heard when that is committed. */
export const receivePush = async (
  { db, parcelDesk }: Pick<Deps, 'db' | 'parcelDesk'>,
  raw: RawNotice,
): Promise<Result<Recorded, NoticeProblem | 'channel-off'>> => {
  if (!parcelDesk) return err('channel-off');
  const read = parcelDesk.readNotice(raw);
  if (!read.ok) return read;
  const { noticeId, report } = read.value;
  const kept = await inboundNoticeStore.keep(db, {
    channel: 'carrier',
    noticeId,
    subject: report.trackingNumber,
    headers: { 'content-type': raw.headers['content-type'] ?? '' },
    body: raw.body,
  });
  if (kept.handled) return ok('known');
  return ok(await recordNews({ db }, { report, heardBy: 'push', desk: parcelDesk.name, noticeId: kept.id }));
};
