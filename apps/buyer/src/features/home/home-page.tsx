import { Link } from '@tanstack/react-router';
import { Badge, buttonClass, Card, cx, MoneyText, PageHeader } from '@tradeline/ui';
import { ShoppingCart, Zap } from 'lucide-react';
import { Gently } from '../../lib/gently.tsx';
import { useText } from '../../lib/i18n.tsx';
import { levelText } from '../../lib/level-words.ts';
import { trpc } from '../../lib/trpc.ts';
import { useCartCount } from '../../lib/use-cart-count.ts';
import { useMay, useMe } from '../../lib/use-me.tsx';
import { useWords } from '../../lib/words.ts';
import { CategoryTiles } from './category-tiles.tsx';
import { Due } from './due.tsx';
import { Favourites, Seen } from './my-goods.tsx';
import { News } from './news.tsx';
import { Promotions } from './promotions.tsx';
import { RecentOrders } from './recent-orders.tsx';
import { UsualGoods } from './usual-goods.tsx';

/** Where a buyer starts: what he always orders, what he ordered last, where the rest is. */
export const HomePage = () => {
  const t = useText();
  const me = useMe();
  const mayOrder = useMay('order.submit');
  return (
    <>
      <PageHeader
        title={me.company.name}
        badge={<Badge tone="accent">{levelText(me.company.level, t)}</Badge>}
        meta={t.home_greeting({ name: me.name })}
        actions={
          mayOrder && (
            <Link to="/order-pad" className={buttonClass({ look: 'secondary', size: 'sm' })}>
              <Zap aria-hidden />
              {t.pad_open()}
            </Link>
          )
        }
      />
      <Promotions className="mb-4 lg:mb-6" />
      <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-4 lg:grid-cols-[minmax(0,1fr)_22rem] lg:gap-6">
        <div className="contents min-w-0 lg:flex lg:flex-col lg:gap-6">
          <UsualGoods className="order-2" />
          <Gently>
            <Favourites className="order-4 below-sight" />
            <Seen className="order-6 below-sight" />
            <CategoryTiles className="order-7 below-sight" />
          </Gently>
        </div>
        <div className="contents min-w-0 lg:flex lg:flex-col lg:gap-4">
          <OpenCart className="order-1" />
          <Due className="order-1" />
          <Gently>
            <News className="order-3 below-sight" />
            {mayOrder && <Credit className="order-5 below-sight" />}
            <RecentOrders className="order-3 below-sight" />
          </Gently>
        </div>
      </div>
    </>
  );
};

const OpenCart = ({ className }: { className: string }) => {
  const t = useText();
  const count = useCartCount() ?? 0;
  if (count === 0) return null;
  return (
    <Card className={cx('flex items-center justify-between gap-3 p-4', className)}>
      <p className="flex items-center gap-2.5">
        <ShoppingCart aria-hidden className="size-5 text-accent-ink" />
        {t.home_in_cart({ count })}
      </p>
      <Link to="/cart" className={buttonClass({ look: 'primary', size: 'sm' })}>
        {t.home_open_cart()}
      </Link>
    </Card>
  );
};

const Credit = ({ className }: { className: string }) => {
  const { t, money } = useWords();
  const credit = trpc.account.credit.useQuery().data;
  if (!credit || credit.termDays === 0) return null;
  const share = credit.creditLimit === 0 ? 0 : Math.min(1, credit.used / credit.creditLimit);
  return (
    <Card className={cx('p-4', className)}>
      <p className="text-sm text-muted">{t.home_credit_available()}</p>
      <MoneyText
        amount={Math.max(0, credit.creditLimit - credit.used)}
        className="text-xl font-semibold tracking-tight"
      />
      <div aria-hidden className="mt-2.5 h-1.5 overflow-hidden rounded-full bg-sunken">
        <div className="h-full rounded-full bg-accent" style={{ width: `${share * 100}%` }} />
      </div>
      <p className="mt-1.5 text-sm text-faint">
        {credit.onHold
          ? t.account_credit_hold()
          : t.home_credit_of({ limit: money(credit.creditLimit), days: credit.termDays })}
      </p>
    </Card>
  );
};
