import { Badge, Card, cx, EmptyState, Segmented } from '@tradeline/ui';
import { useState } from 'react';
import { GoodsCell } from '../../lib/goods-cell.tsx';
import { useWords } from '../../lib/words.ts';
import type { CountLine, CountView } from './count-page.tsx';

const views = ['open', 'different', 'all'] as const;
type View = (typeof views)[number];
const shows: Record<View, (line: CountLine) => boolean> = {
  open: ({ counted, recount }) => counted === null || recount,
  different: ({ finding }) => finding !== null && finding.difference !== 0,
  all: () => true,
};
/** More rows than anybody walks in one go are not drawn: the next come as these are done. */
const MOST = 300;

/** The shelves of a count, what was found on each, and where it must be counted again. */
export const CountLines = ({
  count,
  current,
  onChoose,
}: {
  count: CountView;
  current: string | undefined;
  onChoose: ((skuId: string) => void) | undefined;
}) => {
  const { t, quantity } = useWords();
  const [view, setView] = useState<View>(count.state === 'open' ? 'open' : 'different');
  const names: Record<View, string> = {
    open: t.stock_count_show_open(),
    different: t.stock_count_show_different(),
    all: t.stock_count_show_all(),
  };
  const found = count.lines.filter(shows[view]);
  return (
    <Card className="min-w-0">
      <div className="flex items-center justify-between gap-3 border-b border-line px-4 py-2">
        <Segmented
          label={t.stock_count_progress()}
          value={view}
          onValueChange={setView}
          segments={views
            .filter((value) => value !== 'different' || !count.hidden)
            .map((value) => ({ value, label: names[value] }))}
        />
        <span className="tabular text-sm text-muted">{quantity(found.length)}</span>
      </div>
      {found.length === 0 && <EmptyState className="py-8" title={t.stock_count_done()} />}
      <ul className="divide-y divide-line">
        {found.slice(0, MOST).map((line) => (
          <li key={line.skuId}>
            <Shelf line={line} isCurrent={line.skuId === current} onChoose={onChoose} />
          </li>
        ))}
      </ul>
    </Card>
  );
};

const Shelf = ({
  line,
  isCurrent,
  onChoose,
}: {
  line: CountLine;
  isCurrent: boolean;
  onChoose: ((skuId: string) => void) | undefined;
}) => {
  const { t, quantity } = useWords();
  const { finding, counted, bin, recount } = line;
  const difference = finding?.difference ?? 0;
  const body = (
    <>
      <span className="min-w-0 flex-1">
        <GoodsCell goods={line} />
        {finding && finding.promisedShort > 0 && (
          <span className="block pl-11 text-sm text-danger-ink">
            {t.stock_count_promised({ units: quantity(finding.promisedShort) })}
          </span>
        )}
      </span>
      <span className="flex shrink-0 flex-col items-end gap-0.5">
        <span className="flex items-center gap-2">
          {recount && <Badge tone="warning">{t.stock_count_recount()}</Badge>}
          {bin && <span className="text-sm text-faint">{bin}</span>}
          <span className={cx('tabular font-medium', counted === null && 'text-faint')}>
            {counted === null ? t.value_none() : quantity(counted)}
          </span>
        </span>
        {finding && (
          <span className="tabular text-sm text-muted">
            {t.stock_count_book()} {quantity(finding.expected)}
            {difference !== 0 && (
              <span className={cx('ml-2 font-medium', difference < 0 ? 'text-danger-ink' : 'text-success-ink')}>
                {difference > 0 ? '+' : '−'}
                {quantity(Math.abs(difference))}
              </span>
            )}
          </span>
        )}
      </span>
    </>
  );
  const look = 'flex w-full items-center gap-3 px-4 py-2 text-left';
  return onChoose ? (
    <button
      type="button"
      aria-current={isCurrent || undefined}
      onClick={() => onChoose(line.skuId)}
      className={cx(look, 'min-h-12 hover:bg-hover', isCurrent && 'bg-accent-soft/50')}
    >
      {body}
    </button>
  ) : (
    <div className={look}>{body}</div>
  );
};
