import { Badge, Skeleton, UnitPriceText } from '@tradeline/ui';
import { useBilingual } from '../../lib/i18n.tsx';
import { LoadError } from '../../lib/load-error.tsx';
import { optionText } from '../../lib/option-text.ts';
import { trpc } from '../../lib/trpc.ts';
import { useWords } from '../../lib/words.ts';
import type { Subject } from './use-what-if.ts';

const SIZE = 40;

/** Who pays what before and after: of some goods, or of one customer; at each quantity where the price steps. */
export const WhatIfDetails = ({
  subject,
  skuIds,
  companyId,
}: {
  subject: Subject;
  skuIds?: string[];
  companyId?: string;
}) => {
  const { t, quantity, list } = useWords();
  const say = useBilingual();
  const found = trpc.prices.whatIfDetails.useQuery({ subject, skuIds, companyId, page: 1, size: SIZE });
  if (found.error) return <LoadError error={found.error} onRetry={() => void found.refetch()} />;
  if (!found.data) return <Skeleton className="h-40" />;
  const rows = found.data.rows.filter(({ effects }) => effects.length > 0);
  return (
    <div className="flex flex-col gap-5">
      {rows.map((row) => (
        <section key={row.skuId} className="flex flex-col gap-2">
          <h3 className="font-medium">
            {say(row.productName)}{' '}
            <span className="font-normal text-muted">{optionText(row.axes, row.options, say)}</span>{' '}
            <span className="tabular text-sm font-normal text-faint">{row.itemNumber}</span>
          </h3>
          {row.effects.map((effect) => (
            <div key={effect.named.map(({ id }) => id).join(' ')} className="rounded-md border border-line p-3">
              <p className="text-sm text-muted">
                {t.prices_effect_customers({ n: quantity(effect.customers) })}{' '}
                {list(effect.named.map(({ name }) => name))}
                {effect.customers > effect.named.length && '…'}
              </p>
              <table className="mt-2 w-full text-base">
                <tbody>
                  {effect.steps.map((step) => (
                    <tr key={step.quantity}>
                      <th scope="row" className="py-1 text-left font-normal text-muted">
                        {t.trace_from({ quantity: quantity(step.quantity), unit: say(row.unit) })}
                        {step.afterList && <span className="block text-xs text-faint">{say(step.afterList)}</span>}
                      </th>
                      <td className="py-1 text-right text-muted">
                        {step.beforeE4 === null ? t.value_none() : <UnitPriceText price={step.beforeE4} />}
                      </td>
                      <td className="w-4 text-center text-faint" aria-hidden>
                        →
                      </td>
                      <td className="py-1 text-right font-medium">
                        {step.afterE4 === null ? (
                          <Badge tone="danger">{t.prices_no_price()}</Badge>
                        ) : (
                          <UnitPriceText price={step.afterE4} />
                        )}
                      </td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
          ))}
        </section>
      ))}
      {found.data.total > SIZE && <p className="text-sm text-muted">{t.prices_details_more()}</p>}
    </div>
  );
};
