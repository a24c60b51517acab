import { Button, IconButton, useUi } from '@tradeline/ui';
import { Download, X } from 'lucide-react';
import { useText } from '../../lib/i18n.tsx';
import { useWords } from '../../lib/words.ts';
import { BulkSteps } from './bulk-steps.tsx';
import type { OrderRow } from './order-columns.tsx';

/** What was chosen, in numbers, and what can be done with all of it. */
export const SelectionBar = ({
  rows,
  onClear,
  onExport,
  onApprove,
}: {
  rows: readonly OrderRow[];
  onClear: () => void;
  onExport: (() => void) | undefined;
  onApprove: (rows: readonly OrderRow[]) => void;
}) => {
  const t = useText();
  const { text } = useUi();
  const words = useWords();
  const totals = [...Map.groupBy(rows, (row) => row.currency)].map(([currency, own]) =>
    words.money(
      own.reduce((sum, row) => sum + row.totalAmount, 0),
      currency,
    ),
  );
  return (
    <div
      role="status"
      className="flex min-h-12 flex-wrap items-center gap-x-3 gap-y-2 border-t border-line bg-accent-soft px-4 py-1.5 text-accent-ink md:px-4"
    >
      <IconButton plain size="sm" label={t.clear_selection()} icon={<X aria-hidden />} onPress={onClear} />
      <span className="tabular font-medium">{text.selected(rows.length)}</span>
      <span className="tabular text-sm">{t.selected_total({ total: totals.join(' + ') })}</span>
      <div className="ml-auto flex flex-wrap items-center gap-2">
        <BulkSteps rows={rows} onApprove={onApprove} />
        {onExport && (
          <Button size="sm" onPress={onExport}>
            <Download aria-hidden />
            {t.export_selected()}
          </Button>
        )}
      </div>
    </div>
  );
};
