import { type ComponentProps, type MouseEvent, useId, useState } from 'react';
import { type ButtonLook, buttonClass } from './button-class.ts';
import { cx } from './cx.ts';
import { Tooltip } from './lazy-tooltip.tsx';
import { Spinner } from './spinner.tsx';

export type ButtonProps = Omit<ComponentProps<'button'>, 'disabled'> &
  Pick<ButtonLook, 'look' | 'size' | 'wide' | 'square'> & {
    /** Why it cannot be pressed now. The button stays focusable and tells it on hover, focus and press. */
    disabledReason?: string | undefined;
    /** Its work is under way: a second press does nothing. */
    pending?: boolean | undefined;
    onPress?: ((event: MouseEvent<HTMLButtonElement>) => void) | undefined;
  };

export const Button = ({
  look,
  size,
  wide,
  square,
  disabledReason,
  pending = false,
  onPress,
  onClick,
  className,
  children,
  type = 'button',
  ...rest
}: ButtonProps) => {
  const [tipOpen, setTipOpen] = useState(false);
  const reasonId = useId();
  const blocked = disabledReason !== undefined || pending;
  const button = (
    <button
      {...rest}
      type={type}
      aria-disabled={blocked || undefined}
      aria-busy={pending || undefined}
      aria-describedby={disabledReason === undefined ? rest['aria-describedby'] : reasonId}
      className={cx(buttonClass({ look, size, wide, square }), className)}
      onClick={(event) => {
        if (blocked) {
          event.preventDefault();
          event.stopPropagation();
          if (disabledReason !== undefined) setTipOpen(true);
          return;
        }
        onClick?.(event);
        onPress?.(event);
      }}
    >
      {pending && (
        <span className="absolute inset-0 grid place-items-center">
          <Spinner />
        </span>
      )}
      <span className={cx('contents', pending && '[&>*]:invisible')}>
        {pending ? <span className="invisible contents">{children}</span> : children}
      </span>
    </button>
  );
  if (disabledReason === undefined) return button;
  return (
    <>
      <Tooltip content={disabledReason} open={tipOpen} onOpenChange={setTipOpen} delay={100}>
        {button}
      </Tooltip>
      <span id={reasonId} hidden>
        {disabledReason}
      </span>
    </>
  );
};
