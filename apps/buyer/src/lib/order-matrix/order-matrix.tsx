import { useWide } from '@tradeline/ui';
import { type OptionAxis, optionText } from '../goods.ts';
import { useBilingual, useText } from '../i18n.tsx';
import { MatrixLines } from './matrix-lines.tsx';
import { matrixOf } from './matrix-shape.ts';
import { MatrixTable } from './matrix-table.tsx';
import { sharedFacts } from './shared-facts.ts';
import { RuleTexts, SkuPrice, TierTexts } from './sku-facts.tsx';
import type { OfferedSku, Sheet } from './use-sheet.ts';

/** What a table or a list of variants is drawn from. */
export type Drawn = { sheet: Sheet; label: (sku: OfferedSku) => string; shared: { price: boolean; rules: boolean } };

/**
 * All variants of a product with a field for each: a table where two axes make one and there is room, lines otherwise.
 * Prices, tiers and quantity rules that all share stand once above.
 */
export const OrderMatrix = ({
  name,
  axes,
  skus,
  sheet,
}: {
  name: string;
  axes: readonly OptionAxis[];
  skus: readonly OfferedSku[];
  sheet: Sheet;
}) => {
  const t = useText();
  const say = useBilingual();
  const wide = useWide();
  const matrix = matrixOf(axes, skus);
  const shared = sharedFacts(skus);
  const [first] = skus;
  const drawn: Drawn = {
    sheet,
    shared,
    label: (sku) => [name, optionText(axes, sku.options, say) || sku.itemNumber].join(' '),
  };
  let row = 0;
  return (
    <fieldset data-matrix aria-label={t.search_matrix_of({ name })} className="flex min-w-0 flex-col gap-3">
      {first && (shared.price || shared.rules) && (
        <p className="flex flex-wrap items-baseline gap-x-3 gap-y-1 text-sm text-muted empty:hidden">
          {shared.price && (
            <>
              <SkuPrice sku={first} unit={say(first.unit)} className="text-md text-ink" />
              <TierTexts sku={first} />
            </>
          )}
          {shared.rules && <RuleTexts sku={first} />}
        </p>
      )}
      {matrix.groups.map((group) => {
        const startRow = row;
        row += wide ? group.rows.length : group.rows.length * Math.max(1, group.columns.length);
        return (
          <section key={group.key} className="flex min-w-0 flex-col gap-1.5">
            {group.headings.length > 0 && (
              <h3 className="text-sm font-semibold">{group.headings.map(say).join(' / ')}</h3>
            )}
            {wide && group.columns.length > 0 ? (
              <MatrixTable matrix={matrix} group={group} drawn={drawn} startRow={startRow} />
            ) : (
              <MatrixLines group={group} drawn={drawn} startRow={startRow} />
            )}
          </section>
        );
      })}
    </fieldset>
  );
};
