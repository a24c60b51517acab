import { Button, toast } from '@tradeline/ui';
import { shopDay } from '@tradeline/ui/format';
import { Download } from 'lucide-react';
import { useRef, useState } from 'react';
import { type Cell, csv, saveFile } from '../../lib/csv.ts';
import { useBilingual } from '../../lib/i18n.tsx';
import { optionText } from '../../lib/option-text.ts';
import { problemText } from '../../lib/problem-text.ts';
import { trpc } from '../../lib/trpc.ts';
import { useWords } from '../../lib/words.ts';
import type { Subject } from './use-what-if.ts';

const PAGE = 100;
const figure = (e4: number | null): Cell => (e4 === null ? '' : e4 / 10_000);

/** Writes who pays what before and after into a CSV file: a line for each goods, quantity and set of customers. */
export const ExportDiff = ({ subject, name }: { subject: Subject; name: string }) => {
  const words = useWords();
  const { t } = words;
  const say = useBilingual();
  const utils = trpc.useUtils();
  const [progress, setProgress] = useState<{ done: number; count: number }>();
  const stopped = useRef(false);
  const run = async () => {
    stopped.current = false;
    const lines: Cell[][] = [
      [
        t.prices_column_number(),
        t.prices_column_item(),
        t.prices_column_from(),
        t.prices_column_before(),
        t.prices_column_after(),
        t.prices_csv_list_before(),
        t.prices_csv_list_after(),
        t.prices_csv_customers(),
        t.prices_csv_names(),
      ],
    ];
    try {
      for (let page = 1; !stopped.current; page++) {
        const { rows, total } = await utils.client.prices.whatIfDetails.query({ subject, page, size: PAGE });
        for (const row of rows)
          for (const effect of row.effects)
            for (const step of effect.steps)
              lines.push([
                row.itemNumber,
                [say(row.productName), optionText(row.axes, row.options, say)].filter(Boolean).join(' '),
                step.quantity,
                figure(step.beforeE4),
                figure(step.afterE4),
                say(step.beforeList),
                say(step.afterList),
                effect.customers,
                effect.named.map((customer) => customer.number).join(' ') +
                  (effect.customers > effect.named.length ? ' …' : ''),
              ]);
        setProgress({ done: Math.min(page * PAGE, total), count: total });
        if (page * PAGE >= total) break;
      }
      if (!stopped.current) saveFile(`${name}-${t.prices_what_if()}-${shopDay(Date.now())}.csv`, csv(lines));
    } catch (error) {
      toast.error(problemText(error, words));
    } finally {
      setProgress(undefined);
    }
  };
  if (progress)
    return (
      <span className="flex items-center gap-2 text-sm text-muted" role="status">
        {t.export_running(progress)}
        <Button
          size="sm"
          onPress={() => {
            stopped.current = true;
          }}
        >
          {t.export_stop()}
        </Button>
      </span>
    );
  return (
    <Button onPress={() => void run()}>
      <Download aria-hidden />
      {t.export_csv()}
    </Button>
  );
};
