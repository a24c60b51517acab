import { openPicks } from '@tradeline/domain/fulfilment';
import { Card, TextField, toast } from '@tradeline/ui';
import { type FormEvent, useState } from 'react';
import { problemText } from '../../lib/problem-text.ts';
import { trpc } from '../../lib/trpc.ts';
import { useWords } from '../../lib/words.ts';
import type { PickListView, Stop } from './list-page.tsx';
import { plannedLots } from './planned-lots.ts';
import { ShortDialog } from './short-dialog.tsx';
import { StopCard } from './stop-card.tsx';

/**
 * Where the picker stands. A scanner types a code and presses Enter: a code of another stop goes there, the code of the
 * stop that is shown takes what is asked for, so that two beeps are a pick. A thumb does the same without a scanner.
 */
export const ScanCard = ({
  list,
  stop,
  onChoose,
}: {
  list: PickListView;
  stop: Stop | undefined;
  onChoose: (stopId: string | undefined) => void;
}) => {
  const words = useWords();
  const { t, quantity } = words;
  const utils = trpc.useUtils();
  const [code, setCode] = useState('');
  const [unknown, setUnknown] = useState<string>();
  const [scanned, setScanned] = useState<string>();
  const [missing, setMissing] = useState<Stop>();
  const pick = trpc.picking.pick.useMutation({
    onSuccess: async () => {
      await utils.picking.invalidate();
      onChoose(undefined);
    },
    onError: (error) => {
      toast.error(problemText(error, words));
      return utils.picking.invalidate();
    },
  });
  const take = (from: Stop, units: number, lotId?: string) => {
    setScanned(undefined);
    const planned = plannedLots(from, units).map((lot) => ({ lotId: lot.lotId, quantity: lot.units }));
    const lots = lotId ? [{ lotId, quantity: units }] : planned;
    // What was told to be taken is what is noted. Where the shelf has less, the server says why.
    const named = lots.reduce((sum, lot) => sum + lot.quantity, 0) === units;
    pick.mutate({ stopId: from.id, units, ...(named ? { lots } : {}) });
  };
  const find = (event: FormEvent) => {
    event.preventDefault();
    const wanted = code.trim().toLowerCase();
    setCode('');
    if (!wanted) return;
    const is = (line: Stop) => [line.itemNumber, line.barcode].some((each) => each?.toLowerCase() === wanted);
    if (stop && is(stop) && scanned === stop.id) return take(stop, openPicks(stop));
    const found = stop && is(stop) ? stop : list.lines.find((line) => is(line) && openPicks(line) > 0);
    setUnknown(found ? undefined : code.trim());
    if (!found) return;
    setScanned(found.id);
    onChoose(found.id);
  };
  return (
    <Card className="flex flex-col gap-4 p-4">
      <form onSubmit={find}>
        <TextField
          hiddenLabel
          label={t.fulfil_scan()}
          placeholder={t.fulfil_scan()}
          autoComplete="off"
          enterKeyHint="search"
          value={code}
          error={unknown ? t.fulfil_scan_unknown({ code: unknown }) : undefined}
          onChange={(event) => setCode(event.target.value)}
        />
      </form>
      {stop && (
        <StopCard
          key={`${stop.id} ${openPicks(stop)}`}
          stop={stop}
          seen={scanned === stop.id}
          pending={pick.isPending}
          onTake={(units, lotId) => take(stop, units, lotId)}
          onMissing={() => setMissing(stop)}
        />
      )}
      <p className="tabular text-sm text-muted">
        {t.fulfil_left({ units: quantity(list.units - list.picked - list.short) })}
      </p>
      {missing && (
        <ShortDialog
          stop={missing}
          onClose={() => {
            setMissing(undefined);
            onChoose(undefined);
          }}
        />
      )}
    </Card>
  );
};
