import type { Minor } from '@tradeline/domain/money';
import { RadioGroup } from '@tradeline/ui';
import { useEffect } from 'react';
import { blockReasonText } from '../../lib/refusal-text.ts';
import { trpc } from '../../lib/trpc.ts';
import { useWords } from '../../lib/words.ts';

/** On account, or cash on delivery; a way that is closed says why. */
export const PaymentChoice = ({
  total,
  value,
  error,
  onValueChange,
}: {
  total: Minor;
  value: string;
  error: string | undefined;
  onValueChange: (terms: string) => void;
}) => {
  const words = useWords();
  const { t, money, list } = words;
  const credit = trpc.account.credit.useQuery();
  const against = trpc.account.termsReasons.useQuery({ amount: total }, { placeholderData: (old) => old });
  const reasons = against.data ?? [];
  const account = credit.data;
  // The terms are what most companies use; where they are closed, the other way is chosen at once.
  const usual = against.data === undefined ? '' : reasons.length === 0 ? 'terms' : 'on-delivery';
  useEffect(() => {
    if (usual && (value === '' || (value === 'terms' && usual !== 'terms'))) onValueChange(usual);
  }, [value, usual, onValueChange]);
  return (
    <RadioGroup
      label={t.checkout_payment()}
      hiddenLabel
      value={value}
      onValueChange={onValueChange}
      error={error}
      options={[
        {
          value: 'terms',
          label: t.checkout_terms(),
          description:
            account &&
            t.checkout_terms_days({
              days: account.termDays,
              available: money(Math.max(0, account.creditLimit - account.used)),
            }),
          ...(reasons.length > 0
            ? {
                disabledReason: t.refusal_terms_blocked({
                  reasons: list(reasons.map((reason) => blockReasonText(reason, words))),
                }),
              }
            : {}),
        },
        { value: 'on-delivery', label: t.checkout_on_delivery(), description: t.checkout_on_delivery_hint() },
      ]}
    />
  );
};
