import { cx, Tooltip } from '@tradeline/ui';
import { useText } from '../../lib/i18n.tsx';
import { useLive } from '../../lib/live.tsx';

/** Whether the screen follows what happens, in a word. */
export const LiveMark = ({ rail = false }: { rail?: boolean }) => {
  const t = useText();
  const live = useLive();
  return (
    <Tooltip content={live ? t.live_on_hint() : t.live_off_hint()}>
      <span className="inline-flex items-center gap-1.5 text-xs text-muted" role="status">
        <span
          aria-hidden
          className={cx('rounded-full', rail ? 'size-2' : 'size-1.5', live ? 'bg-success' : 'animate-pulse bg-warning')}
        />
        <span className={cx(rail && 'sr-only')}>{live ? t.live_on() : t.live_off()}</span>
      </span>
    </Tooltip>
  );
};
