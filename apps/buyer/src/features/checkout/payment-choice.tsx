import { RadioGroup } from '@tradeline/ui';
import { blockReasonText } from '../../lib/refusal-text.ts';
import { useWords, type Words } from '../../lib/words.ts';
import { type PayChoice, payChoices } from './checkout-fields.ts';
import type { Preview } from './checkout-wish.ts';

const names: Record<PayChoice, (t: Words['t']) => string> = {
  terms: (t) => t.checkout_terms(),
  'on-delivery': (t) => t.checkout_on_delivery(),
  online: (t) => t.checkout_online(),
  transfer: (t) => t.checkout_transfer(),
};

/** Whether credit is refused for something that no choice in this order can mend. */
const isClosed = ({ credit }: Preview): boolean =>
  !credit ||
  credit.termDays === 0 ||
  (credit.blocked?.reasons.some(({ kind }) => kind === 'blocked' || kind === 'no-terms') ?? false);

const blockedText = (preview: Preview, words: Words): string | undefined => {
  if (!preview.credit || preview.credit.termDays === 0) return words.t.checkout_terms_none();
  const { blocked } = preview.credit;
  if (!blocked) return undefined;
  return words.t.refusal_terms_blocked({
    reasons: words.list(blocked.reasons.map((reason) => blockReasonText(reason, words))),
  });
};

const hints = (choice: PayChoice, preview: Preview, words: Words): string | undefined => {
  const { t, money } = words;
  switch (choice) {
    case 'terms': {
      const { credit } = preview;
      const reason = blockedText(preview, words);
      if (reason || !credit) return reason;
      return t.checkout_terms_days({
        days: credit.termDays,
        available: money(Math.max(0, credit.limit - credit.used)),
      });
    }
    case 'on-delivery':
      return t.checkout_on_delivery_hint();
    case 'online':
      return t.checkout_online_hint();
    case 'transfer':
      return preview.bank
        ? t.checkout_transfer_to({ bank: preview.bank.bank, holder: preview.bank.holder })
        : t.checkout_transfer_hint();
  }
};

/** How the rest is paid; ordering on account that does not reach says by how much, and the ways out stand below. */
export const PaymentChoice = ({
  preview,
  value,
  error,
  onValueChange,
}: {
  preview: Preview;
  value: string;
  error: string | undefined;
  onValueChange: (choice: PayChoice) => void;
}) => {
  const words = useWords();
  const { t } = words;
  return (
    <RadioGroup<PayChoice>
      label={t.checkout_payment()}
      hiddenLabel
      value={value as PayChoice}
      onValueChange={onValueChange}
      error={error}
      options={payChoices
        .filter((choice) => preview.means.includes(choice))
        .map((choice) => {
          const hint = hints(choice, preview, words);
          return {
            value: choice,
            label: names[choice](t),
            ...(choice === 'terms' && isClosed(preview) ? { disabledReason: hint } : { description: hint }),
          };
        })}
    />
  );
};

/** The way that works for most: on account where that is open, else the first that is. */
export const usualPayment = (preview: Preview, last: string | undefined): PayChoice => {
  const open = payChoices.filter(
    (choice) =>
      preview.means.includes(choice) && (choice !== 'terms' || (!isClosed(preview) && !preview.credit?.blocked)),
  );
  return open.find((choice) => choice === last) ?? open[0] ?? 'on-delivery';
};
