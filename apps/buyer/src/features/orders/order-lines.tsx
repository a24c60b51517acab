import type { PricedOrder } from '@tradeline/domain/order';
import { Badge, Card, CardHeader, IconButton, MoneyText, QuantityText, UnitPriceText } from '@tradeline/ui';
import { CircleHelp } from 'lucide-react';
import { useState } from 'react';
import { DocumentLink } from '../../lib/document-link.tsx';
import { useBilingual, useText } from '../../lib/i18n.tsx';
import { PriceTrace } from '../../lib/price-trace.tsx';
import { useWords } from '../../lib/words.ts';
import type { Order } from './order-page.tsx';

type Line = Order['lines'][number];

/** What was ordered, at the prices of that day, and how much of it is on its way. */
export const OrderLines = ({ order }: { order: Order }) => {
  const t = useText();
  return (
    <Card>
      <CardHeader
        title={`${t.order_lines()} · ${t.cart_count({ count: order.lines.length })}`}
        aside={<DocumentLink orderId={order.id} />}
      />
      <ul className="divide-y divide-line">
        {order.lines.map((line) => (
          <OrderLine key={line.id} line={line} order={order} />
        ))}
      </ul>
    </Card>
  );
};

const OrderLine = ({ line, order }: { line: Line; order: Order }) => {
  const { t, quantity } = useWords();
  const say = useBilingual();
  const [asking, setAsking] = useState(false);
  const unit = say(line.unit);
  const options = say(line.optionText);
  // Imported orders have no calculation of ours, only its result.
  const priced = order.trace as Partial<PricedOrder> | null;
  const traced = line.isGift ? undefined : priced?.lines?.find((each) => each.skuId === line.skuId);
  const open = line.quantity - line.cancelled;
  const ended = order.approval === 'cancelled' || order.approval === 'rejected';
  // Whose role is not told prices sees goods and units.
  const told = order.amounts === 'told';
  return (
    <li className="flex items-start gap-3 px-4 py-3">
      <div className="min-w-0 flex-1">
        <p className="font-medium">
          {line.isGift && (
            <Badge tone="deal" className="mr-2">
              {t.promo_gift()}
            </Badge>
          )}
          {say(line.name)}
        </p>
        <p className="text-sm text-muted">
          {options && <span className="mr-2">{options}</span>}
          <span className="text-faint whitespace-nowrap">{line.itemNumber}</span>
        </p>
        <p className="mt-1 flex flex-wrap gap-1.5 empty:hidden">
          {line.shipped > 0 && line.shipped < open && (
            <Badge tone="accent">
              {t.order_shipped_of({ shipped: quantity(line.shipped), quantity: quantity(open, unit) })}
            </Badge>
          )}
          {line.cancelled > 0 && !ended && (
            <Badge>{t.order_cancelled_units({ count: quantity(line.cancelled, unit) })}</Badge>
          )}
        </p>
      </div>
      <div className="text-right">
        {told && <MoneyText amount={line.netAmount} currency={order.currency} className="font-semibold" />}
        <p className="flex items-center justify-end text-sm text-muted">
          {told && (
            <>
              <UnitPriceText price={line.unitPriceE4} currency={order.currency} />
              <span className="px-1">×</span>
            </>
          )}
          <QuantityText quantity={line.quantity} unit={unit} />
          {traced && (
            <IconButton
              size="sm"
              className="-mr-2"
              label={t.cart_why()}
              icon={<CircleHelp aria-hidden />}
              onPress={() => setAsking(true)}
            />
          )}
        </p>
      </div>
      {traced && (
        <PriceTrace
          open={asking}
          onOpenChange={setAsking}
          line={traced}
          trace={priced?.trace ?? []}
          promotions={[]}
          name={`${say(line.name)} ${options}`.trim()}
          unit={unit}
        />
      )}
    </li>
  );
};
