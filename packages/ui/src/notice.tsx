import { CircleAlert, CircleCheck, Info, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { cx } from './cx.ts';

export type NoticeTone = 'info' | 'success' | 'warning' | 'danger';

const tones: Record<NoticeTone, { box: string; icon: typeof Info }> = {
  info: { box: 'bg-info-soft text-info-ink', icon: Info },
  success: { box: 'bg-success-soft text-success-ink', icon: CircleCheck },
  warning: { box: 'bg-warning-soft text-warning-ink', icon: TriangleAlert },
  danger: { box: 'bg-danger-soft text-danger-ink', icon: CircleAlert },
};

/** A message that stays in the page. `live` announces it when it appears. */
export const Notice = ({
  tone = 'info',
  title,
  children,
  action,
  live = false,
  className,
}: {
  tone?: NoticeTone;
  title?: ReactNode;
  children?: ReactNode;
  action?: ReactNode;
  live?: boolean;
  className?: string;
}) => {
  const { box, icon: Icon } = tones[tone];
  return (
    <div
      role={live ? (tone === 'danger' ? 'alert' : 'status') : undefined}
      className={cx('flex flex-wrap items-center gap-x-3 gap-y-2 rounded-lg px-3 py-2.5 text-base', box, className)}
    >
      {/* Where both do not fit, the action stands below the words instead of squeezing them. */}
      <div className="flex min-w-0 flex-[1_1_14rem] gap-2.5">
        <Icon aria-hidden className="mt-0.5 size-4 shrink-0" />
        <div className="min-w-0 flex-1">
          {title && <p className="font-medium">{title}</p>}
          {children && <div className={cx(title ? 'mt-0.5 text-ink/85' : '')}>{children}</div>}
        </div>
      </div>
      {action && <div className="shrink-0">{action}</div>}
    </div>
  );
};
