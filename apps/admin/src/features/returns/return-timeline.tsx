import { Card, CardHeader, DateText, Timeline } from '@tradeline/ui';
import { actionText, actorText } from '../../lib/action-words.ts';
import { returnStateTone } from '../../lib/return-words.ts';
import { useWords } from '../../lib/words.ts';
import type { Return } from './return-page.tsx';

/** What happened to the return, newest first. */
export const ReturnTimeline = ({ found }: { found: Return }) => {
  const { t } = useWords();
  return (
    <Card>
      <CardHeader title={t.returns_timeline()} />
      <div className="p-4">
        <Timeline
          label={t.returns_timeline()}
          items={found.events.toReversed().map((event, at) => ({
            key: String(event.version),
            title: actionText(event.action, t),
            aside: <DateText at={event.at} style="day-month-time" />,
            tone: at === 0 ? returnStateTone(found.state) : 'neutral',
            body: (
              <>
                {actorText(event, t)}
                {event.comment && (
                  <span className="mt-1 block rounded-md bg-sunken px-2.5 py-1.5 text-ink">{event.comment}</span>
                )}
              </>
            ),
          }))}
        />
      </div>
    </Card>
  );
};
