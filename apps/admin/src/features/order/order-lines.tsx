import { backorderedUnits } from '@tradeline/domain/order';
import { Card, CardHeader, cx, IconButton, MoneyText, UnitPriceText } from '@tradeline/ui';
import { CircleHelp } from 'lucide-react';
import { useState } from 'react';
import { DocumentLink } from '../../lib/document-link.tsx';
import { useBilingual } from '../../lib/i18n.tsx';
import { useMay } from '../../lib/use-me.ts';
import { WhyPrice } from '../../lib/why-price.tsx';
import { useWords } from '../../lib/words.ts';
import { LineMargin } from './line-margin.tsx';
import { OrderAmounts } from './order-amounts.tsx';
import type { Order } from './order-page.tsx';
import { PriceTrace } from './price-trace.tsx';
import { tracedLine } from './traced-line.ts';

type Line = Order['lines'][number];
type Facts = Order['facts']['lines'][number];

const head = 'h-9 border-b border-line px-3 first:pl-4 last:pr-4 text-sm font-medium whitespace-nowrap text-muted';
const cell = 'border-b border-line px-3 first:pl-4 last:pr-4 py-2 align-top';

/** A figure that is the rule stays quiet; zero is a dot, so that the others stand out. */
const Units = ({ n, tone }: { n: number; tone?: string | undefined }) => {
  const { quantity } = useWords();
  return <span className={n === 0 ? 'text-faint' : tone}>{n === 0 ? '·' : quantity(n)}</span>;
};

/** The lines with how far each has come, and what they cost. */
export const OrderLines = ({ order }: { order: Order }) => {
  const { t, quantity } = useWords();
  const say = useBilingual();
  const maySeeReasons = useMay('price.read');
  const [asked, setAsked] = useState<Line>();
  const factsOf = new Map<string, Facts>(order.facts.lines.map((line) => [line.lineId, line]));
  const someCancelled = order.facts.lines.some((line) => line.cancelled > 0);
  const [now, setNow] = useState<Line>();
  const traced = asked && tracedLine(order, asked);
  const lives = !['draft', 'cancelled', 'rejected', 'closed'].includes(order.approval);
  const someShort = lives && order.facts.lines.some((line) => backorderedUnits(line) > 0);
  const figures: { key: string; label: string; units: (line: Facts) => number; tone?: string }[] = [
    ...(someShort
      ? [{ key: 'short', label: t.order_short(), units: backorderedUnits, tone: 'font-medium text-danger-ink' }]
      : []),
    { key: 'reserved', label: t.order_reserved(), units: (line) => line.reserved },
    { key: 'allocated', label: t.order_allocated(), units: (line) => line.allocated },
    { key: 'shipped', label: t.order_shipped(), units: (line) => line.shipped },
    { key: 'delivered', label: t.order_delivered(), units: (line) => line.delivered, tone: 'text-success-ink' },
    ...(someCancelled
      ? [{ key: 'cancelled', label: t.order_cancelled(), units: (line: Facts) => line.cancelled }]
      : []),
  ];
  return (
    <Card className="overflow-hidden">
      <CardHeader
        title={t.order_lines()}
        aside={
          <>
            <DocumentLink orderId={order.id} />
            <span className="tabular">{order.lines.length}</span>
          </>
        }
      />
      <div className="hidden overflow-x-auto md:block">
        <table className="w-full border-separate border-spacing-0 text-base">
          <thead>
            <tr>
              <th scope="col" className={cx(head, 'text-left')}>
                {t.order_item()}
              </th>
              <th scope="col" className={cx(head, 'text-right')}>
                {t.order_ordered()}
              </th>
              {figures.map(({ key, label }) => (
                <th key={key} scope="col" className={cx(head, 'px-2 text-right')}>
                  {label}
                </th>
              ))}
              <th scope="col" className={cx(head, 'text-right')}>
                {t.order_price()}
              </th>
              <th scope="col" className={cx(head, 'text-right')}>
                {t.order_amount()}
              </th>
              {order.margin && (
                <th scope="col" className={cx(head, 'text-right')} title={t.desk_margin_hint()}>
                  {t.desk_margin()}
                </th>
              )}
            </tr>
          </thead>
          <tbody>
            {order.lines.map((line) => {
              const facts = factsOf.get(line.id);
              return (
                <tr key={line.id}>
                  <td className={cell}>
                    <span className="block">
                      {say(line.name)} <span className="text-muted">{say(line.optionText)}</span>
                    </span>
                    <span className="tabular block text-sm text-faint">{line.itemNumber}</span>
                  </td>
                  <td className={cx(cell, 'tabular text-right font-medium whitespace-nowrap')}>
                    {quantity(line.quantity)} <span className="font-normal text-muted">{say(line.unit)}</span>
                  </td>
                  {figures.map(({ key, units, tone }) => (
                    <td key={key} className={cx(cell, 'tabular px-2 text-right')}>
                      <Units n={facts ? units(facts) : 0} tone={tone} />
                    </td>
                  ))}
                  <td className={cx(cell, 'text-right')}>
                    <span className="inline-flex items-center gap-0.5">
                      <UnitPriceText price={line.unitPriceE4} currency={order.currency} />
                      {maySeeReasons && (
                        <IconButton
                          size="sm"
                          className="-my-1.5 -mr-2"
                          label={t.order_why()}
                          icon={<CircleHelp aria-hidden className="text-faint" />}
                          onPress={() => setAsked(line)}
                        />
                      )}
                    </span>
                  </td>
                  <td className={cx(cell, 'text-right')}>
                    <MoneyText amount={line.netAmount} currency={order.currency} className="font-medium" />
                    {line.discountAmount > 0 && (
                      <span className="block text-xs text-deal">
                        <MoneyText amount={-line.discountAmount} currency={order.currency} />
                      </span>
                    )}
                  </td>
                  {order.margin && (
                    <td className={cx(cell, 'text-right')}>
                      <LineMargin order={order} line={line} />
                    </td>
                  )}
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
      <ul className="divide-y divide-line border-b border-line md:hidden">
        {order.lines.map((line) => {
          const facts = factsOf.get(line.id);
          return (
            <li key={line.id} className="flex flex-col gap-1 px-4 py-3">
              <div className="flex items-start justify-between gap-3">
                <span className="min-w-0 font-medium">
                  {say(line.name)} <span className="font-normal text-muted">{say(line.optionText)}</span>
                </span>
                <MoneyText amount={line.netAmount} currency={order.currency} className="font-medium" />
              </div>
              <div className="flex items-center justify-between gap-3 text-sm text-muted">
                <span className="tabular">{line.itemNumber}</span>
                <span className="inline-flex items-center">
                  {quantity(line.quantity, say(line.unit))} ×{' '}
                  <UnitPriceText price={line.unitPriceE4} currency={order.currency} className="ml-1" />
                  {maySeeReasons && (
                    <IconButton
                      size="sm"
                      plain
                      className="-mr-2"
                      label={t.order_why()}
                      icon={<CircleHelp aria-hidden />}
                      onPress={() => setAsked(line)}
                    />
                  )}
                </span>
              </div>
              <div className="flex flex-wrap gap-x-3 text-sm text-muted">
                {figures
                  .filter(({ units }) => facts && units(facts) > 0)
                  .map(({ key, label, units, tone }) => (
                    <span key={key} className={cx('tabular', tone)}>
                      {label} {quantity(facts ? units(facts) : 0)}
                    </span>
                  ))}
                {order.margin && (
                  <span>
                    {t.desk_margin()} <LineMargin order={order} line={line} />
                  </span>
                )}
              </div>
            </li>
          );
        })}
      </ul>
      <OrderAmounts order={order} />
      {asked && (
        <PriceTrace
          line={traced}
          currency={order.currency}
          pricedAt={order.trace?.pricedAt}
          reductions={order.trace?.trace ?? []}
          name={[say(asked.name), say(asked.optionText)].filter(Boolean).join(' ')}
          unit={say(asked.unit)}
          onNow={() => {
            setNow(asked);
            setAsked(undefined);
          }}
          onClose={() => setAsked(undefined)}
        />
      )}
      {now && (
        <WhyPrice
          skuId={now.skuId}
          companyId={order.companyId}
          quantity={now.quantity}
          onClose={() => setNow(undefined)}
        />
      )}
    </Card>
  );
};
