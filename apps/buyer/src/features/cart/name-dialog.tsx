import { Button, Dialog, TextField, toast } from '@tradeline/ui';
import { type FormEvent, useState } from 'react';
import type { NamedCart } from '../../lib/cart-name.ts';
import { problemText } from '../../lib/problem-text.ts';
import { trpc } from '../../lib/trpc.ts';
import { useWords } from '../../lib/words.ts';

/** Names a new cart, or another name for one. */
export const NameDialog = ({ cart, onClose }: { cart: NamedCart | undefined; onClose: () => void }) => {
  const words = useWords();
  const { t } = words;
  const utils = trpc.useUtils();
  const [name, setName] = useState(cart?.name ?? '');
  const done = {
    onSuccess: onClose,
    onError: (error: unknown) => toast.error(problemText(error, words)),
    onSettled: () => utils.cart.invalidate(),
  };
  const create = trpc.cart.create.useMutation(done);
  const rename = trpc.cart.rename.useMutation(done);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() === '') return;
    if (cart) rename.mutate({ id: cart.id, name: name.trim() });
    else create.mutate({ name: name.trim() });
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      keepOnOutsidePress
      size="sm"
      title={cart ? t.ordering_cart_rename() : t.ordering_cart_create()}
      footer={
        <Button type="submit" form="cart-name" look="primary" pending={create.isPending || rename.isPending}>
          {cart ? t.ordering_cart_rename() : t.ordering_cart_create()}
        </Button>
      }
    >
      <form id="cart-name" onSubmit={submit}>
        <TextField
          label={t.ordering_cart_name()}
          value={name}
          maxLength={40}
          required
          onChange={(event) => setName(event.target.value)}
        />
      </form>
    </Dialog>
  );
};
