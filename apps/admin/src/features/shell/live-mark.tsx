import { cx, Tooltip } from '@tradeline/ui';
import { useText } from '../../lib/i18n.tsx';
import { useLive } from '../../lib/live.tsx';

/** Whether the screen follows what happens, in a word. */
export const LiveMark = () => {
  const t = useText();
  const live = useLive();
  return (
    <Tooltip content={live ? t.live_on_hint() : t.live_off_hint()}>
      <span className="inline-flex items-center gap-1.5 text-xs text-muted" role="status">
        <span aria-hidden className={cx('size-1.5 rounded-full', live ? 'bg-success' : 'animate-pulse bg-warning')} />
        {live ? t.live_on() : t.live_off()}
      </span>
    </Tooltip>
  );
};
