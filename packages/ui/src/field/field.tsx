import { type ReactNode, useId } from 'react';
import { cx } from '../cx.ts';
import { useUi } from '../ui-context.tsx';

/** Look of every control that takes text: 16 px on a phone, so that it does not zoom. */
export const controlClass =
  'h-11 w-full min-w-0 rounded-md border border-control bg-surface px-3 text-md text-ink placeholder:text-faint hover:border-muted focus:border-accent focus:outline-2 focus:outline-offset-0 focus:outline-accent/35 aria-invalid:border-danger disabled:bg-sunken disabled:text-muted md:h-9 md:text-base';

export type FieldProps = {
  label: ReactNode;
  /** Help that stands below all the time. */
  hint?: ReactNode;
  /** What is wrong, and what would be right. */
  error?: ReactNode;
  /** Marks a field that may stay empty. Fields are required unless they say so. */
  optional?: boolean;
  /** For a label that the surroundings show already; it is still read out. */
  hiddenLabel?: boolean;
  className?: string;
};

/** Ids and states that tie a control to its label, hint and error. */
export type ControlProps = { id: string; 'aria-describedby': string | undefined; 'aria-invalid': true | undefined };

/** A label, a control, a hint and an error that belong together for the eye and for the screen reader. */
export const Field = ({
  label,
  hint,
  error,
  optional = false,
  hiddenLabel = false,
  className,
  children,
}: FieldProps & { children: (control: ControlProps) => ReactNode }) => {
  const { text } = useUi();
  const id = useId();
  const hintId = `${id}hint`;
  const errorId = `${id}error`;
  const described = [error ? errorId : undefined, hint ? hintId : undefined].filter(Boolean).join(' ') || undefined;
  return (
    <div className={cx('flex min-w-0 flex-col gap-1', className)}>
      <label htmlFor={id} className={hiddenLabel ? 'sr-only' : 'text-sm font-medium text-ink'}>
        {label}
        {optional && <span className="ml-1.5 font-normal text-faint">{text.optional}</span>}
      </label>
      {children({ id, 'aria-describedby': described, 'aria-invalid': error ? true : undefined })}
      {error && (
        <p id={errorId} className="text-sm text-danger-ink">
          {error}
        </p>
      )}
      {hint && (
        <p id={hintId} className="text-sm text-muted">
          {hint}
        </p>
      )}
    </div>
  );
};
