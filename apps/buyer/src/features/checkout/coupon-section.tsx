import { formatMoney } from '@tradeline/ui/format';
import { useWords } from '../../lib/words.ts';
import type { Preview } from './checkout-wish.ts';
import { CouponChoice } from './coupon-choice.tsx';
import { Section } from './section.tsx';

/** The coupons; the head says what is saved, or what could be. */
export const CouponSection = ({
  coupons,
  onChange,
}: {
  coupons: Preview['coupons'];
  onChange: (codes: string[]) => void;
}) => {
  const { t, language } = useWords();
  const chosen = coupons.filter((coupon) => coupon.chosen);
  const saved = chosen.reduce((sum, coupon) => sum + coupon.saves, 0);
  const best = coupons.reduce((most, coupon) => Math.max(most, coupon.saves), 0);
  const summary = () => {
    if (saved > 0) return t.checkout_saves({ amount: formatMoney(saved, language) });
    return best > 0 ? t.checkout_coupon_best({ amount: formatMoney(best, language) }) : t.checkout_coupon_none();
  };
  return (
    <Section title={t.checkout_coupons()} summary={summary()} open={best > 0 || chosen.length > 0}>
      <CouponChoice coupons={coupons} onChange={onChange} />
    </Section>
  );
};
