import { type NoticeCursor, noticeStore } from '@tradeline/db/stores';
import type { NoticePerson } from '@tradeline/domain/notices';
import type { Deps } from '../../deps.ts';

const PAGE = 30;

/** A page of what a person was told, the newest first; `next` is where the following page begins. */
export const viewNotices = async ({ db }: Pick<Deps, 'db'>, person: NoticePerson, before: NoticeCursor | undefined) => {
  const rows = await noticeStore.page(db, person, before, PAGE + 1);
  const shown = rows.slice(0, PAGE);
  const last = shown.at(-1);
  return { rows: shown, next: rows.length > PAGE && last ? { at: last.at, id: last.id } : undefined };
};

export const readNotices = async (
  { db }: Pick<Deps, 'db'>,
  person: NoticePerson,
  ids: readonly string[] | undefined,
): Promise<{ read: number }> => ({ read: await noticeStore.markRead(db, person, ids) });
