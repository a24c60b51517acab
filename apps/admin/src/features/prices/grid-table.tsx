import { Badge, cx, IconButton, ScrollRegion, UnitPriceText } from '@tradeline/ui';
import { formatPercent } from '@tradeline/ui/format';
import { CircleHelp, Plus, RotateCcw, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useBilingual } from '../../lib/i18n.tsx';
import { optionText } from '../../lib/option-text.ts';
import { useWords } from '../../lib/words.ts';
import { comingE4, type GridSku, inversionsOf, tiersOf } from './grid-rows.ts';
import { PriceCell } from './price-cell.tsx';
import { changeShare, marginShare } from './price-text.ts';
import { TierField } from './tier-field.tsx';
import type { Place, Wanted } from './use-draft.ts';

const head =
  'sticky top-0 z-10 h-9 border-b border-line bg-surface px-2 first:pl-4 md:px-3 last:pr-4 text-sm font-medium whitespace-nowrap text-muted';
const cell = 'border-b border-line px-2 first:pl-4 md:px-3 last:pr-4 py-1 align-middle';

/** Goods with their tiers below each other; the column of new prices is walked with the keyboard like a spreadsheet. */
export const GridTable = ({
  rows,
  label,
  costs,
  readOnly,
  busy,
  onEdit,
  onBlock,
  onWhy,
}: {
  rows: readonly GridSku[];
  label: string;
  /** Whether cost and margin may be seen. */
  costs: boolean;
  readOnly: boolean;
  busy: boolean;
  onEdit: (wanted: Wanted[], forgotten?: Place[]) => void;
  onBlock: (text: string) => void;
  onWhy: (sku: GridSku) => void;
}) => {
  const { t, quantity, language } = useWords();
  const say = useBilingual();
  const [added, setAdded] = useState<Record<string, number[]>>({});
  const percent = (share: number | undefined) => (share === undefined ? '' : formatPercent(share, language));
  return (
    <ScrollRegion label={label} className={cx('h-full overflow-auto', busy && 'opacity-60')}>
      <table className="w-full border-separate border-spacing-0 text-base">
        <thead>
          <tr>
            <th scope="col" className={cx(head, 'w-full min-w-36 text-left md:min-w-56')}>
              {t.prices_column_item()}
            </th>
            <th scope="col" className={cx(head, 'text-right')}>
              {t.prices_column_from()}
            </th>
            <th scope="col" className={cx(head, 'hidden text-right lg:table-cell')}>
              {t.prices_column_standard()}
            </th>
            <th scope="col" className={cx(head, 'hidden text-right md:table-cell')}>
              {t.prices_column_current()}
            </th>
            <th scope="col" className={cx(head, 'text-right')}>
              {t.prices_column_new()}
            </th>
            <th scope="col" className={cx(head, 'text-right')}>
              {t.prices_column_change()}
            </th>
            {costs && (
              <>
                <th scope="col" className={cx(head, 'text-right')}>
                  {t.prices_column_cost()}
                </th>
                <th scope="col" className={cx(head, 'text-right')}>
                  {t.prices_column_margin()}
                </th>
              </>
            )}
            <th scope="col" className={head}>
              <span className="sr-only">{t.prices_column_actions()}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((sku) => {
            const tiers = tiersOf(sku, added[sku.id]);
            const inverted = inversionsOf(tiers);
            const unit = say(sku.unit);
            return tiers.map((tier, at) => {
              const place = { skuId: sku.id, minQuantity: tier.minQuantity };
              const coming = comingE4(tier);
              const isChanged = tier.draftE4 !== undefined;
              const margin = marginShare(coming, sku.cost);
              const change = isChanged ? changeShare(tier.publishedE4, tier.draftE4 ?? null) : undefined;
              return (
                <tr key={`${sku.id} ${tier.minQuantity}`} className="group hover:bg-hover">
                  <td className={cx(cell, at > 0 && 'text-faint')}>
                    {at === 0 && (
                      <span className="flex flex-wrap items-baseline gap-x-2">
                        <span>
                          {say(sku.productName)}{' '}
                          <span className="text-muted">{optionText(sku.axes, sku.options, say)}</span>
                        </span>
                        <span className="tabular text-sm text-faint">{sku.itemNumber}</span>
                      </span>
                    )}
                  </td>
                  <td className={cx(cell, 'tabular text-right whitespace-nowrap text-muted')}>
                    {quantity(tier.minQuantity, unit)}
                  </td>
                  <td className={cx(cell, 'hidden text-right text-faint lg:table-cell')}>
                    {at === 0 && sku.standardE4 !== null && <UnitPriceText price={sku.standardE4} />}
                  </td>
                  {/* On a phone the price to come stands for it, with how much it changes beside it. */}
                  <td className={cx(cell, 'hidden text-right md:table-cell', isChanged && 'text-muted line-through')}>
                    {tier.publishedE4 !== null && <UnitPriceText price={tier.publishedE4} />}
                  </td>
                  <td className={cx(cell, 'text-right')}>
                    <PriceCell
                      label={t.prices_cell({ item: sku.itemNumber, from: quantity(tier.minQuantity, unit) })}
                      value={coming}
                      isChanged={isChanged}
                      isInverted={inverted.has(tier.minQuantity)}
                      error={t.prices_cell_wrong()}
                      readOnly={readOnly}
                      onPrice={(afterE4) => onEdit([{ ...place, afterE4 }])}
                      onBlock={onBlock}
                    />
                  </td>
                  <td className={cx(cell, 'tabular text-right text-sm whitespace-nowrap')}>
                    {isChanged && tier.draftE4 === null ? (
                      <Badge tone="warning">{t.prices_taken_off()}</Badge>
                    ) : isChanged && tier.publishedE4 === null ? (
                      <Badge tone="info">{t.prices_added()}</Badge>
                    ) : (
                      <span className={change === undefined ? '' : change > 0 ? 'text-danger-ink' : 'text-success-ink'}>
                        {change !== undefined && change > 0 ? '+' : ''}
                        {percent(change)}
                      </span>
                    )}
                    {inverted.has(tier.minQuantity) && <Badge tone="warning">{t.prices_inverted()}</Badge>}
                    {tier.moved && <Badge tone="warning">{t.prices_moved()}</Badge>}
                  </td>
                  {costs && (
                    <>
                      <td className={cx(cell, 'text-right text-muted')}>
                        {at === 0 && sku.cost !== null && <UnitPriceText price={sku.cost * 100} />}
                      </td>
                      <td
                        className={cx(
                          cell,
                          'tabular text-right whitespace-nowrap',
                          margin !== undefined && margin < 0 && 'font-medium text-danger-ink',
                        )}
                      >
                        {percent(margin)}
                      </td>
                    </>
                  )}
                  <td className={cx(cell, 'text-right whitespace-nowrap')}>
                    {!readOnly && isChanged && (
                      <IconButton
                        size="sm"
                        label={t.prices_revert({ item: sku.itemNumber })}
                        icon={<RotateCcw aria-hidden />}
                        onPress={() => onEdit([], [place])}
                      />
                    )}
                    {!readOnly && coming !== null && (
                      <IconButton
                        size="sm"
                        label={t.prices_take_off({ item: sku.itemNumber })}
                        icon={<Trash2 aria-hidden />}
                        onPress={() =>
                          tier.publishedE4 === null ? onEdit([], [place]) : onEdit([{ ...place, afterE4: null }])
                        }
                      />
                    )}
                    {at === 0 && !readOnly && (
                      <TierField
                        item={sku.itemNumber}
                        taken={tiers.map((each) => each.minQuantity)}
                        icon={<Plus aria-hidden />}
                        onAdd={(from) => setAdded((old) => ({ ...old, [sku.id]: [...(old[sku.id] ?? []), from] }))}
                      />
                    )}
                    {at === 0 && (
                      <IconButton
                        size="sm"
                        label={t.prices_why_of({ item: sku.itemNumber })}
                        icon={<CircleHelp aria-hidden />}
                        onPress={() => onWhy(sku)}
                      />
                    )}
                  </td>
                </tr>
              );
            });
          })}
        </tbody>
      </table>
    </ScrollRegion>
  );
};
