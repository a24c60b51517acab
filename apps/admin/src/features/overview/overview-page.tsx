import { formatInstant } from '@tradeline/ui/format';
import { useLanguage, useText } from '../../lib/i18n.tsx';
import { useMay, useMe } from '../../lib/use-me.ts';
import { NewestOrders } from './newest-orders.tsx';
import { QueueCards } from './queue-cards.tsx';
import { TodayFigures } from './today-figures.tsx';

/** Where the day begins: what waits, how the day goes, what has just come in. */
export const OverviewPage = () => {
  const t = useText();
  const { language } = useLanguage();
  const me = useMe();
  const maySeeOrders = useMay('order.read');
  const today = formatInstant(new Date().toISOString(), language, 'weekday');
  return (
    <div className="mx-auto flex w-full max-w-[90rem] flex-col gap-5 p-4 md:p-5">
      <header className="flex flex-wrap items-baseline justify-between gap-x-4">
        <h1 className="text-xl font-semibold tracking-tight">{t.overview_greeting({ name: me.name })}</h1>
        <p className="text-muted">{t.overview_lead({ day: today })}</p>
      </header>
      {maySeeOrders && (
        <>
          <QueueCards />
          <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_18rem]">
            <NewestOrders />
            <TodayFigures />
          </div>
        </>
      )}
    </div>
  );
};
