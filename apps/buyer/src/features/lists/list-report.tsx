import { Link } from '@tanstack/react-router';
import { buttonClass, Dialog } from '@tradeline/ui';
import { CircleAlert, CircleCheck } from 'lucide-react';
import { useBilingual } from '../../lib/i18n.tsx';
import type { Outputs } from '../../lib/trpc.ts';
import { useWords, type Words } from '../../lib/words.ts';

type Report = Outputs['lists']['toCart']['report'];
type Line = Report['lines'][number];

const outcomeText = (line: Line, { t, quantity: count }: Words): string => {
  switch (line.outcome) {
    case 'added':
      return '';
    case 'adjusted':
      return t.lists_report_adjusted({ wanted: count(line.wanted), quantity: count(line.quantity) });
    case 'withdrawn':
      return t.lists_report_withdrawn();
    case 'no-price':
      return t.lists_report_no_price();
    case 'short':
      return t.lists_report_short();
    case 'not-orderable':
      return t.lists_report_not_orderable();
  }
};

/** What became of the goods of a list: how many went in, and every line that changed or stayed out, with the reason. */
export const ListReport = ({ report, onClose }: { report: Report; onClose: () => void }) => {
  const words = useWords();
  const { t } = words;
  const say = useBilingual();
  const added = report.lines.filter((line) => 'quantity' in line).length;
  const told = report.lines.filter((line) => line.outcome !== 'added');
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t.lists_report_title()}
      description={added > 0 ? t.lists_report_added({ count: added }) : t.lists_report_none()}
      footer={
        <Link to="/cart" className={buttonClass({ look: 'primary' })}>
          {t.goods_view_cart()}
        </Link>
      }
    >
      {told.length > 0 && (
        <ul className="divide-y divide-line">
          {told.map((line) => (
            <li key={line.skuId} className="flex items-start gap-2.5 py-2">
              {line.outcome === 'adjusted' ? (
                <CircleCheck aria-hidden className="mt-0.5 size-4 shrink-0 text-success-ink" />
              ) : (
                <CircleAlert aria-hidden className="mt-0.5 size-4 shrink-0 text-warning-ink" />
              )}
              <span className="min-w-0">
                <span className="block truncate font-medium">
                  {say(line.name)} <span className="font-normal text-faint">{line.itemNumber}</span>
                </span>
                <span className="text-sm text-muted">
                  {line.outcome === 'adjusted' ? '' : `${t.lists_report_not()}：`}
                  {outcomeText(line, words)}
                </span>
              </span>
            </li>
          ))}
        </ul>
      )}
    </Dialog>
  );
};
