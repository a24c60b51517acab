import type { ParcelNewsKind } from '@tradeline/domain/fulfilment';
import { DateText, Timeline, type Tone } from '@tradeline/ui';
import { type Text, useText } from '../../lib/i18n.tsx';
import type { Order } from './order-page.tsx';

type News = Order['shipments'][number]['news'];

const kinds: Record<ParcelNewsKind, { text: (t: Text) => string; tone: Tone }> = {
  accepted: { text: (t) => t.parcel_news_accepted(), tone: 'accent' },
  'in-transit': { text: (t) => t.parcel_news_in_transit(), tone: 'accent' },
  'out-for-delivery': { text: (t) => t.parcel_news_out(), tone: 'info' },
  delivered: { text: (t) => t.parcel_news_delivered(), tone: 'success' },
  problem: { text: (t) => t.parcel_news_problem(), tone: 'danger' },
  returning: { text: (t) => t.parcel_news_returning(), tone: 'warning' },
  returned: { text: (t) => t.parcel_news_returned(), tone: 'warning' },
};

/** 物流动态: where the parcel is by its carrier's word, the latest in sight, the way there folded. */
export const ParcelNews = ({ news }: { news: News }) => {
  const t = useText();
  if (news.length === 0) return null;
  const items = news.map((said, at) => ({
    key: `${said.at} ${at}`,
    title: kinds[said.kind].text(t),
    aside: <DateText at={said.at} style="day-month-time" />,
    body: said.text,
    tone: at === 0 ? kinds[said.kind].tone : ('neutral' as const),
  }));
  return (
    <div className="flex flex-col gap-1 rounded-md bg-sunken px-3 py-2.5">
      <Timeline label={t.parcel_news()} items={items.slice(0, 1)} />
      {items.length > 1 && (
        <details className="text-sm">
          <summary className="min-h-6 text-muted">{t.parcel_news_more({ count: items.length - 1 })}</summary>
          <div className="pt-2">
            <Timeline label={t.parcel_news_earlier()} items={items.slice(1)} />
          </div>
        </details>
      )}
    </div>
  );
};
