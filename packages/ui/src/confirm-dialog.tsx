import type { ReactNode } from 'react';
import { Button } from './button.tsx';
import { Dialog } from './lazy-dialog.tsx';

/** Asks before an act that cannot simply be taken back; `children` says what will happen, in numbers. */
export const ConfirmDialog = ({
  open,
  onOpenChange,
  title,
  children,
  confirmLabel,
  cancelLabel,
  onConfirm,
  destructive = false,
  pending = false,
  disabledReason,
}: {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title: ReactNode;
  children?: ReactNode;
  confirmLabel: string;
  cancelLabel: string;
  onConfirm: () => void;
  destructive?: boolean;
  pending?: boolean;
  disabledReason?: string | undefined;
}) => (
  <Dialog
    open={open}
    onOpenChange={onOpenChange}
    title={title}
    size="sm"
    footer={
      <>
        <Button onPress={() => onOpenChange(false)}>{cancelLabel}</Button>
        <Button
          look={destructive ? 'danger' : 'primary'}
          pending={pending}
          disabledReason={disabledReason}
          onPress={onConfirm}
        >
          {confirmLabel}
        </Button>
      </>
    }
  >
    {children && <div className="text-base text-muted">{children}</div>}
  </Dialog>
);
