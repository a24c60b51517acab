import { type ComponentProps, type ReactNode, useState } from 'react';
import { cx } from '../cx.ts';
import { useUi } from '../ui-context.tsx';
import { controlClass, Field, type FieldProps } from './field.tsx';

export type TextFieldProps = FieldProps &
  Omit<ComponentProps<'input'>, 'className' | 'id' | 'size'> & { suffix?: ReactNode };

/** One line of text. A password can be looked at before it is sent. */
export const TextField = ({
  label,
  hint,
  error,
  optional,
  hiddenLabel,
  className,
  suffix,
  type = 'text',
  ...input
}: TextFieldProps) => {
  const { text } = useUi();
  const [shown, setShown] = useState(false);
  return (
    <Field
      {...{ label, hint, error }}
      optional={optional ?? false}
      hiddenLabel={hiddenLabel ?? false}
      className={className ?? ''}
    >
      {(control) => (
        <span className="relative flex items-center">
          <input
            {...input}
            {...control}
            type={type === 'password' && shown ? 'text' : type}
            className={cx(controlClass, type === 'password' && 'pr-16', suffix && 'pr-14')}
          />
          {type === 'password' && (
            <button
              type="button"
              onClick={() => setShown(!shown)}
              aria-label={shown ? text.hidePassword : text.showPassword}
              className="absolute right-1.5 rounded-sm px-2 py-1 text-sm text-muted hover:text-ink"
            >
              {shown ? text.hidePassword : text.showPassword}
            </button>
          )}
          {suffix && <span className="pointer-events-none absolute right-3 text-sm text-muted">{suffix}</span>}
        </span>
      )}
    </Field>
  );
};
