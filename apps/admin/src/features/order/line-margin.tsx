import { cx, MoneyText } from '@tradeline/ui';
import { formatPercent } from '@tradeline/ui/format';
import { useLanguage, useText } from '../../lib/i18n.tsx';
import type { Order } from './order-page.tsx';

/** What is left above the cost, with its share of the sales; a loss is seen at once. */
export const MarginText = ({ margin, sales, currency }: { margin: number; sales: number; currency: string }) => {
  const { language } = useLanguage();
  return (
    <span className={cx('tabular whitespace-nowrap', margin < 0 && 'text-danger-ink')}>
      <MoneyText amount={margin} currency={currency} />
      {sales > 0 && <span className="ml-1 text-xs text-faint">{formatPercent(margin / sales, language)}</span>}
    </span>
  );
};

export const LineMargin = ({ order, line }: { order: Order; line: Order['lines'][number] }) => {
  const t = useText();
  const margin = order.margin?.lines.find(({ lineId }) => lineId === line.id)?.margin ?? null;
  return margin === null ? (
    <span className="text-faint">{t.value_none()}</span>
  ) : (
    <MarginText margin={margin} sales={line.netAmount - line.taxAmount} currency={order.currency} />
  );
};
