import { MoneyText, QuantityText } from '@tradeline/ui';
import type { ReactNode } from 'react';
import { useBilingual } from './i18n.tsx';
import type { Outputs } from './trpc.ts';
import { useWords } from './words.ts';

export type Change = NonNullable<Outputs['orders']['get']['events'][number]['facts']['change']>;

const Row = ({ label, children }: { label: ReactNode; children: ReactNode }) => (
  <li className="flex items-baseline justify-between gap-4">
    <span className="min-w-0">{label}</span>
    <span className="tabular shrink-0 text-right">{children}</span>
  </li>
);

/** What a change makes of an order: goods by goods, then what it comes to. Without amounts for those who are told none. */
export const OrderChange = ({ change, amounts }: { change: Change; amounts: boolean }) => {
  const words = useWords();
  const { t, money, quantity } = words;
  const say = useBilingual();
  const { total, shipping, points, back } = change;
  const fromTo = (before: ReactNode, after: ReactNode) => (
    <>
      <span className="text-muted line-through">{before}</span> → <span className="font-medium">{after}</span>
    </>
  );
  return (
    <ul className="flex flex-col gap-2">
      {change.lines.map((line) => (
        <Row
          key={`${line.skuId} ${line.quantityBefore} ${line.quantityAfter}`}
          label={
            <>
              <span className="block">{say(line.name)}</span>
              <span className="text-sm text-muted">{say(line.options)}</span>{' '}
              <span className="text-sm text-faint">{line.itemNumber}</span>
            </>
          }
        >
          <span className="block">
            {line.quantityBefore === line.quantityAfter ? (
              <span className="text-muted">
                <QuantityText quantity={line.quantityAfter} unit={say(line.unit)} />
              </span>
            ) : (
              fromTo(quantity(line.quantityBefore), quantity(line.quantityAfter, say(line.unit)))
            )}
          </span>
          {amounts && line.before !== line.after && (
            <span className="block text-sm text-muted">
              {t.ordering_change_from_to({ before: money(line.before), after: money(line.after) })}
            </span>
          )}
        </Row>
      ))}
      {change.gifts.map((gift) => (
        <Row key={`gift ${gift.skuId}`} label={t.ordering_change_gift({ name: say(gift.name) })}>
          {gift.change > 0 ? '+' : '−'}
          {quantity(Math.abs(gift.change), say(gift.unit))}
        </Row>
      ))}
      {amounts && (
        <>
          {change.promotions.map(({ name, before, after }) => (
            <Row key={`promotion ${say(name)}`} label={<span className="text-muted">{say(name)}</span>}>
              <span className="text-deal">
                {t.ordering_change_from_to({ before: money(-before), after: money(-after) })}
              </span>
            </Row>
          ))}
          {shipping.before !== shipping.after && (
            <Row label={<span className="text-muted">{t.cart_shipping()}</span>}>
              {fromTo(money(shipping.before), money(shipping.after))}
            </Row>
          )}
          {points.before !== points.after && (
            <Row label={<span className="text-muted">{t.ordering_change_points()}</span>}>
              {t.ordering_change_from_to({ before: quantity(points.before), after: quantity(points.after) })}
            </Row>
          )}
          <li className="flex items-baseline justify-between gap-4 border-t border-line pt-2 font-semibold">
            <span>{t.cart_total()}</span>
            <span className="tabular text-right">
              {total.before !== total.after && (
                <span className="mr-2 font-normal text-muted line-through">{money(total.before)}</span>
              )}
              <MoneyText amount={total.after} />
            </span>
          </li>
          {back > 0 && (
            <Row label={t.ordering_change_back()}>
              <MoneyText amount={back} className="font-medium" />
            </Row>
          )}
        </>
      )}
    </ul>
  );
};
