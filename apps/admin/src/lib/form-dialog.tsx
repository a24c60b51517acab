import { Button, Dialog, Notice } from '@tradeline/ui';
import { type ComponentProps, type FormEvent, type ReactNode, useId } from 'react';
import { problemText } from './problem-text.ts';
import { useWords } from './words.ts';

/**
 * A form apart from the page: what the server refuses stands above its fields, and a press beside it loses nothing that was
 * typed.
 */
export const FormDialog = ({
  error,
  save,
  cancel,
  pending,
  disabledReason,
  aside,
  after,
  onSubmit,
  onClose,
  children,
  ...dialog
}: Pick<ComponentProps<typeof Dialog>, 'title' | 'description' | 'size'> & {
  error: object | null;
  /** What the button says that sends it. */
  save: string;
  cancel?: string;
  pending: boolean;
  disabledReason?: string | undefined;
  /** A button for something else than saving, such as removing. */
  aside?: ReactNode;
  /** Below the form, and no part of it. */
  after?: ReactNode;
  onSubmit: () => void;
  onClose: () => void;
  children: ReactNode;
}) => {
  const words = useWords();
  const form = useId();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onSubmit();
  };
  return (
    <Dialog
      open
      keepOnOutsidePress
      onOpenChange={(open) => !open && onClose()}
      {...dialog}
      footer={
        <>
          {aside}
          <Button onPress={onClose}>{cancel ?? words.t.cancel()}</Button>
          <Button type="submit" form={form} look="primary" pending={pending} disabledReason={disabledReason}>
            {save}
          </Button>
        </>
      }
    >
      <form id={form} noValidate className="flex flex-col gap-4" onSubmit={submit}>
        {error && (
          <Notice tone="danger" live>
            {problemText(error, words)}
          </Notice>
        )}
        {children}
      </form>
      {after}
    </Dialog>
  );
};
