import { openPicks } from '@tradeline/domain/fulfilment';
import { Badge, Card, cx } from '@tradeline/ui';
import { Check } from 'lucide-react';
import { GoodsCell } from '../../lib/goods-cell.tsx';
import { useBilingual } from '../../lib/i18n.tsx';
import { lotText } from '../../lib/lot-words.ts';
import { useWords } from '../../lib/words.ts';
import type { Stop } from './list-page.tsx';
import { shortReasonText, shortRestText } from './picking-words.ts';

/** Every stop of the walk, in its order: what is open, who took what, and what was not there. */
export const StopRows = ({
  lines,
  current,
  onChoose,
}: {
  lines: readonly Stop[];
  current: string | undefined;
  onChoose: ((stopId: string) => void) | undefined;
}) => (
  <Card className="min-w-0">
    <ul className="divide-y divide-line">
      {lines.map((stop) => (
        <li key={stop.id}>
          <Row stop={stop} isCurrent={stop.id === current} onChoose={openPicks(stop) > 0 ? onChoose : undefined} />
        </li>
      ))}
    </ul>
  </Card>
);

const Row = ({
  stop,
  isCurrent,
  onChoose,
}: {
  stop: Stop;
  isCurrent: boolean;
  onChoose: ((stopId: string) => void) | undefined;
}) => {
  const words = useWords();
  const { t, quantity, list } = words;
  const say = useBilingual();
  const { zone, bin, slot, picked, short, dropped, shortReason, shortRest, doneByName } = stop;
  const done = openPicks(stop) === 0;
  const body = (
    <>
      <span className="tabular w-16 shrink-0 font-medium">
        {bin ?? zone ?? <span className="text-faint">{t.value_none()}</span>}
      </span>
      <span className={cx('min-w-0 flex-1', done && 'text-muted')}>
        <GoodsCell goods={stop} />
        {stop.take.length > 0 && (
          <span className="tabular mt-0.5 block pl-11 text-sm text-muted">
            {list(stop.take.map((lot) => `${lotText(lot, words)} × ${quantity(lot.units)}`))}
          </span>
        )}
        {shortReason && shortRest && (
          <span className="mt-1 block pl-11 text-sm text-danger-ink">
            {t.fulfil_short_said({
              units: quantity(short),
              reason: shortReasonText[shortReason](t),
              rest: shortRestText[shortRest](t),
            })}
          </span>
        )}
        {dropped > 0 && (
          <span className="mt-1 block pl-11 text-sm text-muted">{t.fulfil_dropped({ units: quantity(dropped) })}</span>
        )}
      </span>
      <span className="flex shrink-0 flex-col items-end gap-0.5">
        <span className="flex items-center gap-2">
          <Badge>{t.fulfil_box_n({ n: slot })}</Badge>
          <span className="tabular font-medium">
            {picked > 0 && !done ? `${quantity(picked)} / ` : ''}
            {quantity(stop.quantity, say(stop.unit))}
          </span>
          {done && picked > 0 && <Check aria-label={t.fulfil_stop_done()} className="size-4 text-success-ink" />}
        </span>
        {doneByName && <span className="text-sm text-muted">{doneByName}</span>}
      </span>
    </>
  );
  const look = 'flex w-full items-center gap-3 px-4 py-2 text-left min-h-14';
  return onChoose ? (
    <button
      type="button"
      aria-current={isCurrent || undefined}
      onClick={() => onChoose(stop.id)}
      className={cx(look, 'hover:bg-hover', isCurrent && 'bg-accent-soft/50')}
    >
      {body}
    </button>
  ) : (
    <div className={look}>{body}</div>
  );
};
