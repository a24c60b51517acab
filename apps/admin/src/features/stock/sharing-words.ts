import { formatDay, formatInstant } from '@tradeline/ui/format';
import type { Outputs } from '../../lib/trpc.ts';
import type { useWords } from '../../lib/words.ts';
import type { SharingRule } from './sharing-page.tsx';

type Words = ReturnType<typeof useWords>;

/** A rule's figures, each as a few words. */
export const sharingFigures = (rule: SharingRule, { t, quantity, language }: Words): string[] => {
  const { quota, quotaFromDay, quotaUntilDay, cap, shareBp, buffer, breaksQuotas } = rule;
  const day = (value: string | null) => (value ? formatDay(value, language) : t.stock_sharing_open_end());
  return [
    ...(quota === null
      ? []
      : quotaFromDay || quotaUntilDay
        ? [
            t.stock_sharing_tell_quota_days({
              n: quantity(quota),
              from: day(quotaFromDay),
              until: day(quotaUntilDay),
            }),
          ]
        : [t.stock_sharing_tell_quota({ n: quantity(quota) })]),
    ...(cap === null ? [] : [t.stock_sharing_tell_cap({ n: quantity(cap) })]),
    ...(shareBp === null ? [] : [t.stock_sharing_tell_share({ n: quantity(shareBp / 100) })]),
    ...(buffer === 0 ? [] : [t.stock_sharing_tell_buffer({ n: quantity(buffer) })]),
    ...(breaksQuotas ? [t.stock_sharing_tell_breaks()] : []),
  ];
};

export const sharingSince = (rule: SharingRule, { t, language }: Words): string =>
  t.stock_sharing_since({ day: formatInstant(rule.countedSince, language, 'date') });

type Share = Outputs['stock']['sharing']['preview'][number]['shares'][number];
/** Which rule bounds what somebody may take: the smallest of what each would leave. */
export const sharingWhy = ({ limits, buffer }: Share, free: number, { t, quantity }: Words): string => {
  const least = limits.toSorted((a, b) => a.units - b.units)[0];
  const n = quantity(Math.max(0, least?.units ?? 0));
  const words = {
    pool: t.stock_sharing_why_pool({ n }),
    'others-quota': t.stock_sharing_why_others({ n }),
    cap: t.stock_sharing_why_cap({ n }),
    share: t.stock_sharing_why_share({ n }),
  };
  const why = words[least && least.units < free ? least.rule : 'pool'];
  return buffer === 0 ? why : `${why} · ${t.stock_sharing_why_buffer({ n: quantity(buffer) })}`;
};
