import { Link } from '@tanstack/react-router';
import { buttonClass, Card, PageHeader } from '@tradeline/ui';
import { useBilingual, useText } from '../../lib/i18n.tsx';
import { trpc } from '../../lib/trpc.ts';
import { useMay } from '../../lib/use-me.tsx';
import { CategoryTiles } from './category-tiles.tsx';
import { Seen } from './my-goods.tsx';
import { News } from './news.tsx';
import { Promotions } from './promotions.tsx';

/** Where somebody starts who has not signed in: what the shop sells, and the way to his own prices. */
export const StrangerHome = () => {
  const t = useText();
  const say = useBilingual();
  const shop = trpc.session.shop.useQuery(undefined, { staleTime: 600_000 }).data;
  const seesPrices = useMay('catalog.read-price');
  return (
    <>
      <PageHeader title={say(shop?.name)} meta={t.visitor_home_lead()} />
      <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-4 lg:grid-cols-[minmax(0,1fr)_22rem] lg:gap-6">
        <Card className="flex flex-col gap-3 p-4 lg:order-last">
          <h2 className="text-md font-semibold">{t.visitor_door_title()}</h2>
          <p className="text-base text-muted">{seesPrices ? t.visitor_door_prices() : t.visitor_door_no_prices()}</p>
          <Link to="/sign-in" className={buttonClass({ look: 'primary', size: 'lg' })}>
            {t.visitor_sign_in()}
          </Link>
          <Link to="/goods" className={buttonClass({ size: 'lg' })}>
            {t.home_browse()}
          </Link>
          {shop?.phone && (
            <p className="text-sm text-muted">
              {t.visitor_phone()}{' '}
              <a
                href={`tel:${shop.phone}`}
                className="tabular font-medium text-accent-ink underline underline-offset-2"
              >
                {shop.phone}
              </a>
            </p>
          )}
        </Card>
        <div className="flex min-w-0 flex-col gap-4">
          <Promotions />
          <News />
          <Seen />
          <CategoryTiles />
        </div>
      </div>
    </>
  );
};
