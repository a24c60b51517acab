import { type NoticeWay, noticeWays } from '@tradeline/domain/notices';
import {
  Button,
  Card,
  CardHeader,
  Checkbox,
  Notice,
  PageHeader,
  Skeleton,
  TextField,
  toast,
  useMarks,
} from '@tradeline/ui';
import { type FormEvent, useState } from 'react';
import type { Text } from '../../lib/i18n.tsx';
import { LoadError } from '../../lib/load-error.tsx';
import { problemText } from '../../lib/problem-text.ts';
import { type Outputs, trpc } from '../../lib/trpc.ts';
import { useWords } from '../../lib/words.ts';

type Preferences = Outputs['notices']['preferences'];
type Topic = Preferences['topics'][number]['topic'];

const topicText: Record<Topic, (t: Text) => string> = {
  order: (t) => t.ordering_topic_order(),
  delivery: (t) => t.ordering_topic_delivery(),
  return: (t) => t.ordering_topic_return(),
  message: (t) => t.ordering_topic_message(),
};
const wayText: Record<NoticeWay, (t: Text) => string> = {
  mail: (t) => t.ordering_way_mail(),
  sms: (t) => t.ordering_way_sms(),
};

/** What I am told beside the bell, by which ways, and where I am reached. Every mark is saved as it is set. */
export const PreferencesPage = () => {
  const { t } = useWords();
  const preferences = trpc.notices.preferences.useQuery();
  return (
    <div className="mx-auto flex w-full max-w-3xl flex-col gap-4 max-md:p-0 md:py-2">
      <PageHeader title={t.ordering_preferences()} meta={t.ordering_preferences_hint()} />
      {preferences.error && !preferences.data && (
        <LoadError error={preferences.error} onRetry={() => void preferences.refetch()} />
      )}
      {preferences.isPending && <Skeleton className="h-96 w-full rounded-lg" />}
      {preferences.data && (
        <>
          <Topics preferences={preferences.data} />
          <Contact key={`${preferences.data.email} ${preferences.data.phone}`} preferences={preferences.data} />
        </>
      )}
    </div>
  );
};

const Topics = ({ preferences }: { preferences: Preferences }) => {
  const words = useWords();
  const { t } = words;
  const utils = trpc.useUtils();
  const { marked, mark, settle } = useMarks<Topic, readonly NoticeWay[]>();
  const prefer = trpc.notices.prefer.useMutation({
    onError: (error) => toast.error(problemText(error, words)),
    onSettled: async (_, __, { topic, ways }) => {
      await utils.notices.preferences.invalidate();
      settle(topic, ways);
    },
  });
  const set = (topic: Topic, ways: NoticeWay[]) => {
    mark(topic, ways);
    prefer.mutate({ topic, ways });
  };
  const topics = preferences.topics.map(({ topic, ways }) => ({ topic, ways: marked(topic, ways) }));
  const reach = { mail: preferences.email, sms: preferences.phone };
  return (
    <Card>
      <CardHeader title={t.ordering_preferences_topics()} />
      <ul className="divide-y divide-line">
        {topics.map(({ topic, ways }) => (
          <li key={topic} className="flex flex-wrap items-center justify-between gap-x-6 gap-y-1 px-4 py-3">
            <p className="min-w-0 flex-1 basis-56 font-medium" id={`topic-${topic}`}>
              {topicText[topic](t)}
            </p>
            <fieldset aria-labelledby={`topic-${topic}`} className="flex gap-5">
              {noticeWays.map((way) => (
                <Checkbox
                  key={way}
                  checked={ways.includes(way)}
                  label={wayText[way](t)}
                  onCheckedChange={(on) =>
                    set(
                      topic,
                      noticeWays.filter((each) => (each === way ? on : ways.includes(each))),
                    )
                  }
                />
              ))}
            </fieldset>
          </li>
        ))}
      </ul>
      {noticeWays
        .filter((way) => !reach[way] && topics.some(({ ways }) => ways.includes(way)))
        .map((way) => (
          <Notice key={way} tone="info" className="m-4 mt-0">
            {way === 'mail' ? t.ordering_no_email() : t.ordering_no_phone()}
          </Notice>
        ))}
    </Card>
  );
};

const Contact = ({ preferences }: { preferences: Preferences }) => {
  const words = useWords();
  const { t } = words;
  const utils = trpc.useUtils();
  const [email, setEmail] = useState(preferences.email ?? '');
  const [phone, setPhone] = useState(preferences.phone ?? '');
  const save = trpc.notices.setContact.useMutation({
    onSuccess: () => toast.success(t.ordering_contact_saved()),
    onSettled: () => Promise.all([utils.notices.preferences.invalidate(), utils.session.invalidate()]),
  });
  const badEmail = email.trim() !== '' && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email.trim());
  const badPhone = phone.trim() !== '' && !/^\+?[0-9][0-9 -]{4,18}[0-9]$/.test(phone.trim());
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!badEmail && !badPhone) save.mutate({ email: email.trim(), phone: phone.trim() });
  };
  return (
    <Card>
      <CardHeader title={t.ordering_contact()} />
      <form onSubmit={submit} className="flex flex-col gap-4 p-4">
        <div className="grid gap-4 sm:grid-cols-2">
          <TextField
            type="email"
            label={t.ordering_contact_email()}
            optional
            autoComplete="email"
            maxLength={200}
            value={email}
            error={badEmail ? t.ordering_contact_email_wrong() : undefined}
            onChange={(event) => setEmail(event.target.value)}
          />
          <TextField
            type="tel"
            label={t.checkout_phone()}
            optional
            autoComplete="tel"
            maxLength={20}
            value={phone}
            error={badPhone ? t.ordering_contact_phone_wrong() : undefined}
            onChange={(event) => setPhone(event.target.value)}
          />
        </div>
        {save.error && (
          <Notice tone="danger" live>
            {problemText(save.error, words)}
          </Notice>
        )}
        <Button type="submit" look="primary" className="self-start" pending={save.isPending}>
          {t.ordering_contact_save()}
        </Button>
      </form>
    </Card>
  );
};
