import { Badge, Meter } from '@tradeline/ui';
import { formatMoneyShort, formatPercent } from '@tradeline/ui/format';
import { useLanguage, useText } from '../../lib/i18n.tsx';
import type { Outputs } from '../../lib/trpc.ts';

/** Credit in one cell: how full the limit is, and whether it is frozen. */
export const CreditBrief = ({ credit }: { credit: Outputs['customers']['get']['credit'] }) => {
  const t = useText();
  const { language } = useLanguage();
  if (!credit || (credit.limit === 0 && credit.used === 0)) return <span className="text-faint">{t.value_none()}</span>;
  const share = credit.limit > 0 ? credit.used / credit.limit : 1;
  return (
    <span className="flex items-center justify-end gap-2 md:justify-start">
      {credit.onHold ? (
        <Badge tone="danger">{t.credit_hold()}</Badge>
      ) : (
        <Meter
          className="w-14 shrink-0"
          label={t.credit_limit()}
          value={credit.used}
          max={credit.limit}
          warns
          valueText={t.credit_use_of({ percent: formatPercent(share, language, 0) })}
        />
      )}
      <span className="tabular text-sm whitespace-nowrap text-muted">
        {formatPercent(share, language, 0)} · {formatMoneyShort(credit.limit, language)}
      </span>
    </span>
  );
};
