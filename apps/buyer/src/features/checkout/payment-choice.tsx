import { checkExposure } from '@tradeline/domain/credit';
import { type Minor, minor } from '@tradeline/domain/money';
import { RadioGroup } from '@tradeline/ui';
import { shopDay } from '@tradeline/ui/format';
import { useEffect } from 'react';
import { blockReasonText } from '../../lib/refusal-text.ts';
import { type Outputs, trpc } from '../../lib/trpc.ts';
import { useWords } from '../../lib/words.ts';

type Credit = Outputs['account']['credit'];

const NOTHING = minor(0);

/** The reasons that can be known here; overdue invoices are known to the server, which asks the same rule again. */
const reasonsAgainst = (credit: Credit, total: Minor) => {
  const today = shopDay(Date.now());
  const termDays = credit?.termDays ?? 0;
  const checked = checkExposure({
    today,
    account: {
      limit: credit?.creditLimit ?? NOTHING,
      termDays,
      prepayPercent: 0,
      autoConfirmPercent: 0,
      ...(credit?.onHold ? { blocked: { since: today, why: credit.holdReason ?? '' } } : {}),
    },
    exposure: {
      openItems: NOTHING,
      openBilling: NOTHING,
      openDeliveries: NOTHING,
      openOrders: credit?.used ?? NOTHING,
      secured: NOTHING,
    },
    invoices: [],
    order: { amount: total, prepaid: NOTHING, termDays },
  });
  return checked.ok ? [] : checked.error.reasons;
};

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
  const reasons = credit.data === undefined ? [] : reasonsAgainst(credit.data, total);
  const account = credit.data;
  // The terms are what most companies use; where they are closed, the other way is chosen at once.
  const usual = account === undefined ? '' : reasons.length === 0 ? 'terms' : 'on-delivery';
  useEffect(() => {
    if (value === '' && usual) onValueChange(usual);
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
