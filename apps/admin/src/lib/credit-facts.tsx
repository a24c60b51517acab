import { Facts, Meter, MoneyText, Notice } from '@tradeline/ui';
import { formatPercent } from '@tradeline/ui/format';
import { useLanguage, useText } from './i18n.tsx';
import type { Outputs } from './trpc.ts';

/** How much a customer may owe, how much he does, and whether he may go on. */
export const CreditFacts = ({ credit }: { credit: Outputs['customers']['get']['credit'] }) => {
  const t = useText();
  const { language } = useLanguage();
  if (!credit || (credit.limit === 0 && credit.used === 0))
    return <p className="text-sm text-muted">{t.credit_none()}</p>;
  const left = credit.limit - credit.used;
  const share = credit.limit > 0 ? credit.used / credit.limit : 1;
  return (
    <div className="flex flex-col gap-2">
      {credit.onHold && (
        <Notice tone="danger" title={t.credit_hold()}>
          {credit.holdReason}
        </Notice>
      )}
      <Meter
        label={t.credit_limit()}
        value={credit.used}
        max={credit.limit}
        warns
        valueText={t.credit_use_of({ percent: formatPercent(share, language) })}
      />
      <Facts
        className="gap-y-1"
        items={[
          {
            label: left < 0 ? t.credit_over() : t.credit_available(),
            value: (
              <MoneyText
                amount={Math.abs(left)}
                className={left < 0 ? 'font-semibold text-danger-ink' : 'font-semibold'}
              />
            ),
          },
          { label: t.credit_used(), value: <MoneyText amount={credit.used} /> },
          { label: t.credit_limit(), value: <MoneyText amount={credit.limit} /> },
          { label: t.credit_term(), value: t.credit_days({ days: credit.termDays }) },
        ].map(({ label, value }) => ({ label, value: <span className="block text-right">{value}</span> }))}
      />
    </div>
  );
};
