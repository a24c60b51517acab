import { Link, useRouterState } from '@tanstack/react-router';
import { cx } from '@tradeline/ui';
import { useText } from './i18n.tsx';
import { useMay, useVisitor } from './use-me.tsx';

/**
 * What stands where a price would: ask for one where there is none; the way to sign in for a stranger, and back to this
 * page; or that this account is not told prices.
 */
export const PriceHidden = ({ className, brief = false }: { className?: string; brief?: boolean }) => {
  const t = useText();
  const visitor = useVisitor();
  const seesPrices = useMay('catalog.read-price');
  const next = useRouterState({ select: (state) => state.location.href });
  if (seesPrices) return <span className={cx('text-muted', className)}>{t.goods_no_price()}</span>;
  if (visitor)
    return <span className={cx('text-muted', className)}>{brief ? t.goods_no_price() : t.goods_price_hidden()}</span>;
  return (
    <Link
      to="/sign-in"
      search={{ next }}
      className={cx('relative z-1 text-accent-ink underline-offset-2 hover:underline', className)}
    >
      {brief ? t.visitor_sign_in_short() : t.visitor_sign_in_for_prices()}
    </Link>
  );
};
