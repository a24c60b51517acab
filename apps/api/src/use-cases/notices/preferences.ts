import { sendingStore } from '@tradeline/db/stores';
import { type NoticePerson, type NoticeTopic, type NoticeWay, noticeTopics, waysOf } from '@tradeline/domain/notices';
import type { Deps } from '../../deps.ts';

export type Preferences = {
  email: string | null;
  phone: string | null;
  topics: { topic: NoticeTopic; ways: readonly NoticeWay[] }[];
};

/** By which ways a person is told of what, and where he is reached. */
export const viewPreferences = async ({ db }: Pick<Deps, 'db'>, person: NoticePerson): Promise<Preferences> => {
  const [found] = await sendingStore.reachable(db, [person]);
  return {
    email: found?.email ?? null,
    phone: found?.phone ?? null,
    topics: noticeTopics.map((topic) => ({ topic, ways: waysOf(person.type, topic, found?.chosen.get(topic)) })),
  };
};
