import type { ReactNode } from 'react';
import { Button, type ButtonProps } from './button.tsx';
import { Tooltip } from './lazy-tooltip.tsx';

export type IconButtonProps = Omit<ButtonProps, 'children' | 'square' | 'wide' | 'aria-label'> & {
  /** Its name for everyone who cannot read the picture; also shown as a tip. */
  label: string;
  icon: ReactNode;
  /** Leave the tip out where the label stands beside the button anyway. */
  plain?: boolean;
};

export const IconButton = ({ label, icon, plain = false, look = 'quiet', ...rest }: IconButtonProps) => {
  const button = (
    <Button {...rest} look={look} square aria-label={label}>
      {icon}
    </Button>
  );
  return plain || rest.disabledReason !== undefined ? button : <Tooltip content={label}>{button}</Tooltip>;
};
