import { Badge, Button, Checkbox, DateText, MoneyText, TextField } from '@tradeline/ui';
import { type KeyboardEvent, useState } from 'react';
import { couponWhyText } from '../../lib/coupon-words.ts';
import { useBilingual } from '../../lib/i18n.tsx';
import { useWords } from '../../lib/words.ts';
import type { Preview } from './checkout-wish.ts';

/** The wallet with what each coupon saves on this order, and a code from elsewhere. */
export const CouponChoice = ({
  coupons,
  onChange,
}: {
  coupons: Preview['coupons'];
  onChange: (codes: string[]) => void;
}) => {
  const words = useWords();
  const { t } = words;
  const say = useBilingual();
  const [typed, setTyped] = useState('');
  const chosen = coupons.filter((coupon) => coupon.chosen).map(({ code }) => code);
  const set = (code: string, on: boolean) => onChange(on ? [...chosen, code] : chosen.filter((each) => each !== code));
  const add = () => {
    if (!typed.trim()) return;
    set(typed.trim(), true);
    setTyped('');
  };
  return (
    <div className="flex flex-col gap-4">
      {coupons.length > 0 && (
        <ul className="flex flex-col divide-y divide-line">
          {coupons.map((coupon) => (
            <li key={coupon.code} className="py-2 first:pt-0">
              <Checkbox
                checked={coupon.chosen}
                onCheckedChange={(on) => set(coupon.code, on)}
                label={
                  <span className="flex flex-wrap items-center gap-x-2">
                    <span className="font-medium">{say(coupon.name)}</span>
                    {coupon.held > 1 && <Badge>{t.checkout_coupon_held({ count: coupon.held })}</Badge>}
                  </span>
                }
                aside={
                  coupon.saves > 0 ? (
                    <span className="font-medium text-deal">
                      <MoneyText amount={-coupon.saves} />
                    </span>
                  ) : undefined
                }
              />
              <p className="pl-7 text-sm text-muted">
                {coupon.saves === 0 && coupon.why && (
                  <span className="text-warning-ink">{couponWhyText(coupon.why, words)} </span>
                )}
                {coupon.validTo && (
                  <>
                    {t.checkout_coupon_until()} <DateText at={coupon.validTo} style="date" />
                  </>
                )}
              </p>
            </li>
          ))}
        </ul>
      )}
      <div className="flex items-end gap-2">
        <TextField
          className="flex-1"
          label={t.checkout_coupon_code()}
          autoComplete="off"
          autoCapitalize="characters"
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
          onKeyDown={(event: KeyboardEvent) => {
            if (event.key !== 'Enter') return;
            event.preventDefault();
            add();
          }}
        />
        <Button onPress={add}>{t.checkout_coupon_add()}</Button>
      </div>
    </div>
  );
};
