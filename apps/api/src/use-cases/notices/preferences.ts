import { sendingStore } from '@tradeline/db/stores';
import { type NoticePerson, type NoticeTopic, type NoticeWay, waysOf } from '@tradeline/domain/notices';
import type { Deps } from '../../deps.ts';

export type Preferences<Topic extends NoticeTopic> = {
  email: string | null;
  phone: string | null;
  topics: { topic: Topic; ways: readonly NoticeWay[] }[];
};

/** By which ways a person is told of what his side may choose, and where he is reached. */
export const viewPreferences = async <Topic extends NoticeTopic>(
  { db }: Pick<Deps, 'db'>,
  person: NoticePerson,
  topics: readonly Topic[],
): Promise<Preferences<Topic>> => {
  const [found] = await sendingStore.reachable(db, [person]);
  return {
    email: found?.email ?? null,
    phone: found?.phone ?? null,
    topics: topics.map((topic) => ({ topic, ways: waysOf(person.type, topic, found?.chosen.get(topic)) })),
  };
};
