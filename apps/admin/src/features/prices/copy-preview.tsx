import { cx, UnitPriceText } from '@tradeline/ui';
import { useBilingual } from '../../lib/i18n.tsx';
import type { Outputs } from '../../lib/trpc.ts';
import { useWords } from '../../lib/words.ts';

/** What a formula would make: counts, and examples from all over the list. */
export const CopyPreview = ({ preview, busy }: { preview: Outputs['prices']['previewCopy']; busy: boolean }) => {
  const { t, quantity, list } = useWords();
  const say = useBilingual();
  const { refused } = preview;
  const left = [
    ...(refused['no-cost'] > 0 ? [t.prices_refused_cost({ n: quantity(refused['no-cost']) })] : []),
    ...(refused['not-positive'] > 0 ? [t.prices_refused_zero({ n: quantity(refused['not-positive']) })] : []),
    ...(refused['too-large'] > 0 ? [t.prices_refused_large({ n: quantity(refused['too-large']) })] : []),
  ];
  return (
    <section aria-label={t.prices_preview()} className={cx('rounded-md border border-line', busy && 'opacity-60')}>
      <p role="status" className="border-b border-line px-3 py-2 text-sm text-muted">
        {t.prices_preview_counts({
          n: quantity(preview.prices),
          same: quantity(preview.untouched),
          raised: quantity(preview.raised),
        })}
        {left.length > 0 && <span className="block text-warning-ink">{list(left)}</span>}
      </p>
      <table className="w-full text-base">
        <caption className="sr-only">{t.prices_preview()}</caption>
        <tbody>
          {preview.examples.map((each) => (
            <tr key={`${each.skuId} ${each.minQuantity}`} className="border-b border-line last:border-b-0">
              <th scope="row" className="px-3 py-1.5 text-left font-normal">
                {say(each.productName)} <span className="tabular text-sm text-faint">{each.itemNumber}</span>
                {each.minQuantity > 1 && (
                  <span className="ml-2 text-sm text-muted">
                    {t.trace_from({ quantity: quantity(each.minQuantity), unit: '' })}
                  </span>
                )}
              </th>
              <td className="px-2 py-1.5 text-right text-muted">
                <UnitPriceText price={each.fromE4} />
              </td>
              <td aria-hidden className="w-4 text-center text-faint">
                →
              </td>
              <td className="px-3 py-1.5 text-right font-medium">
                <UnitPriceText price={each.afterE4} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
};
