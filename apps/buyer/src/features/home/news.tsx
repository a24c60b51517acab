import { Button, Card, CardHeader, DateText } from '@tradeline/ui';
import { useState } from 'react';
import { useBilingual, useText } from '../../lib/i18n.tsx';
import { type Outputs, trpc } from '../../lib/trpc.ts';

/** What the wholesaler tells its customers now. */
export const News = ({ className }: { className?: string }) => {
  const t = useText();
  const news = trpc.home.news.useQuery(undefined, { staleTime: 60_000 }).data ?? [];
  if (news.length === 0) return null;
  return (
    <Card className={className ?? ''}>
      <CardHeader title={t.home_news()} />
      <ul className="divide-y divide-line">
        {news.map((one) => (
          <NewsRow key={one.id} news={one} />
        ))}
      </ul>
    </Card>
  );
};

/** Room of three lines; a Chinese character takes that of two letters. */
const LONG = 150;
const room = (text: string): number => [...text].reduce((sum, char) => sum + (char > '\u2e80' ? 2 : 1), 0);

const NewsRow = ({ news }: { news: Outputs['home']['news'][number] }) => {
  const t = useText();
  const say = useBilingual();
  const [open, setOpen] = useState(false);
  const body = say(news.body);
  return (
    <li className="px-4 py-3">
      <p className="flex items-baseline justify-between gap-3">
        <span className="font-medium">{say(news.title)}</span>
        <DateText at={news.since} style="date" className="shrink-0 text-sm text-faint" />
      </p>
      <p className={`mt-1 text-base whitespace-pre-line text-muted ${open ? '' : 'line-clamp-3'}`}>{body}</p>
      {room(body) > LONG && (
        <Button look="link" size="inline" aria-expanded={open} onPress={() => setOpen(!open)}>
          {open ? t.home_news_less() : t.home_news_more()}
        </Button>
      )}
    </li>
  );
};
