import { Card, CardHeader } from '@tradeline/ui';
import { useBilingual } from '../../lib/i18n.tsx';
import { useWords } from '../../lib/words.ts';
import type { Order } from './order-page.tsx';

/** Which goods wait for this order in which warehouse: reserved on the shelf, or picked already. */
export const HeldCard = ({ order }: { order: Order }) => {
  const { t, quantity } = useWords();
  const say = useBilingual();
  const places = [...Map.groupBy(order.held, (part) => part.warehouseId)];
  if (places.length === 0) return null;
  const lineOf = (id: string) => order.lines.find((line) => line.id === id);
  return (
    <Card className="overflow-hidden">
      <CardHeader title={t.order_held()} />
      <div className="grid divide-y divide-line">
        {places.map(([warehouseId, parts]) => (
          <section key={warehouseId} className="grid gap-x-6 gap-y-1 px-4 py-3 md:grid-cols-[10rem_1fr]">
            <h3 className="font-medium">
              {say(order.warehouses.find((each) => each.id === warehouseId)?.name) || t.warehouse_closed()}
            </h3>
            <ul className="flex flex-col gap-0.5">
              {parts.map((part) => {
                const line = lineOf(part.orderLineId);
                return (
                  <li key={part.id} className="flex justify-between gap-4">
                    <span className="min-w-0 truncate">
                      <span className="tabular text-muted">{line?.itemNumber}</span> {say(line?.name)}{' '}
                      <span className="text-muted">{say(line?.optionText)}</span>
                    </span>
                    <span className="tabular shrink-0">
                      {quantity(part.quantity, say(line?.unit))}{' '}
                      <span className="text-sm text-muted">
                        {part.state === 'allocated' ? t.held_allocated() : t.held_reserved()}
                      </span>
                    </span>
                  </li>
                );
              })}
            </ul>
          </section>
        ))}
      </div>
    </Card>
  );
};
