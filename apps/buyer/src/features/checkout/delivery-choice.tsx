import { MoneyText, RadioGroup } from '@tradeline/ui';
import { useBilingual } from '../../lib/i18n.tsx';
import { notDeliveredText } from '../../lib/refusal-text.ts';
import { useWords, type Words } from '../../lib/words.ts';
import type { Preview } from './checkout-wish.ts';

type Offer = Preview['deliveries'][number];

const freeText = ({ freight }: Offer, { t, money }: Words): string | undefined => {
  if (freight?.waived) return t.checkout_freight_waived({ amount: money(freight.waived) });
  return freight?.freeIn ? t.checkout_freight_free_in({ amount: money(freight.freeIn) }) : undefined;
};

/** How the goods are sent and what each way costs for this order; one that does not serve it says why. */
export const DeliveryChoice = ({
  offers,
  value,
  onValueChange,
}: {
  offers: readonly Offer[];
  value: string;
  onValueChange: (code: string) => void;
}) => {
  const words = useWords();
  const { t } = words;
  const say = useBilingual();
  return (
    <RadioGroup
      label={t.checkout_delivery()}
      hiddenLabel
      value={value}
      onValueChange={onValueChange}
      options={offers.map((offer) => ({
        value: offer.code,
        label: (
          <span className="flex items-baseline justify-between gap-3">
            {say(offer.name)}
            {!offer.notDelivered &&
              (offer.price > 0 ? (
                <MoneyText amount={offer.price} />
              ) : (
                <span className="text-success-ink">{t.checkout_free()}</span>
              ))}
          </span>
        ),
        description: [say(offer.hint), freeText(offer, words)].filter(Boolean).join(' · ') || undefined,
        ...(offer.notDelivered ? { disabledReason: notDeliveredText(offer.notDelivered, words) } : {}),
      }))}
    />
  );
};
