import type { Day, Instant } from '@tradeline/domain/kernel';
import { useEffect, useState } from 'react';
import { cx } from './cx.ts';
import { type DateStyle, formatDay, formatInstant, formatRelative } from './format/index.ts';
import { useUi } from './ui-context.tsx';

/** A moment in the shop's zone; the full date and time stand in its title. */
export const DateText = ({
  at,
  style = 'date-time',
  className,
}: {
  at: Instant | string;
  style?: DateStyle;
  className?: string;
}) => {
  const { locale } = useUi();
  return (
    <time
      dateTime={at}
      title={formatInstant(at, locale, 'date-time')}
      className={cx('tabular whitespace-nowrap', className)}
    >
      {formatInstant(at, locale, style)}
    </time>
  );
};

/** A calendar day without a zone. */
export const DayText = ({ day, className }: { day: Day | string; className?: string }) => {
  const { locale } = useUi();
  return (
    <time dateTime={day} className={cx('tabular whitespace-nowrap', className)}>
      {formatDay(day, locale)}
    </time>
  );
};

/** How long ago, kept true while it is looked at. */
export const RelativeTime = ({ at, className }: { at: Instant | string; className?: string }) => {
  const { locale } = useUi();
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 30_000);
    return () => clearInterval(timer);
  }, []);
  return (
    <time dateTime={at} title={formatInstant(at, locale, 'date-time')} className={className}>
      {formatRelative(at, now, locale)}
    </time>
  );
};
