import { Badge, Card, CardHeader, MoneyText } from '@tradeline/ui';
import { useBilingual } from '../../lib/i18n.tsx';
import { useMay } from '../../lib/use-me.ts';
import { useWords } from '../../lib/words.ts';
import type { Return } from './return-page.tsx';

/** The goods: announced, counted, judged; and what was paid for the whole line. */
export const ReturnLines = ({ found }: { found: Return }) => {
  const { t, quantity } = useWords();
  const say = useBilingual();
  const mayReadMoney = useMay('payment.read');
  return (
    <Card>
      <CardHeader title={t.returns_lines()} />
      <ul className="divide-y divide-line">
        {found.lines.map((line) => {
          const missing = line.received === null ? 0 : line.quantity - line.received;
          const share = found.payout?.shares.find(({ lineId }) => lineId === line.lineId);
          return (
            <li key={line.lineId} className="flex items-start justify-between gap-3 px-4 py-3">
              <div className="min-w-0">
                <p className="font-medium">{say(line.name)}</p>
                <p className="text-sm text-muted">
                  {[say(line.optionText), line.itemNumber].filter(Boolean).join(' · ')}
                </p>
                {line.note && <p className="mt-1 rounded-md bg-sunken px-2.5 py-1.5 text-sm">{line.note}</p>}
              </div>
              <div className="flex shrink-0 flex-col items-end gap-1">
                <span className="tabular font-medium">{quantity(line.quantity, say(line.unit))}</span>
                {mayReadMoney && share && <MoneyText amount={share.amount} currency={found.order.currency} />}
                {line.good ? <Badge tone="success">{t.returns_line_good({ count: quantity(line.good) })}</Badge> : null}
                {line.damaged ? (
                  <Badge tone="warning">{t.returns_line_damaged({ count: quantity(line.damaged) })}</Badge>
                ) : null}
                {line.received !== null && line.good === null && (
                  <Badge>{t.returns_line_received({ count: quantity(line.received) })}</Badge>
                )}
                {missing > 0 && <Badge tone="danger">{t.returns_line_missing({ count: quantity(missing) })}</Badge>}
              </div>
            </li>
          );
        })}
      </ul>
    </Card>
  );
};
