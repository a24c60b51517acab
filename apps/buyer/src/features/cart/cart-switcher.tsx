import { Button, Menu, type MenuEntry, toast } from '@tradeline/ui';
import { ChevronDown, FolderInput, Pencil, Plus, ShoppingCart, Trash2, UserRoundCheck, Users } from 'lucide-react';
import { useState } from 'react';
import { cartName, type NamedCart } from '../../lib/cart-name.ts';
import { problemText } from '../../lib/problem-text.ts';
import { trpc } from '../../lib/trpc.ts';
import { useWords } from '../../lib/words.ts';
import { MoveDialog } from './move-dialog.tsx';
import { NameDialog } from './name-dialog.tsx';
import type { CartItem } from './use-cart.ts';

type Asking = 'create' | 'rename' | 'move' | undefined;

/** Several carts by name, his own and those colleagues share: which one takes what is added, and what becomes of the others. */
export const CartSwitcher = ({ items, saved }: { items: readonly CartItem[]; saved: boolean }) => {
  const words = useWords();
  const { t } = words;
  const utils = trpc.useUtils();
  const [asking, setAsking] = useState<Asking>();
  const carts = trpc.cart.list.useQuery();
  const after = {
    onError: (error: unknown) => toast.error(problemText(error, words)),
    onSettled: () => utils.cart.invalidate(),
  };
  const choose = trpc.cart.choose.useMutation(after);
  const restore = trpc.cart.restore.useMutation(after);
  const takeOver = trpc.cart.takeOver.useMutation(after);
  const share = trpc.cart.share.useMutation({
    ...after,
    onSuccess: (_, { shared }) => toast(shared ? t.ordering_cart_shared() : t.ordering_cart_unshared()),
  });
  const discard = trpc.cart.discard.useMutation({
    ...after,
    onSuccess: (_, { id }) =>
      toast(t.ordering_cart_discarded({ name: nameOf(carts.data?.find((cart) => cart.id === id)) }), {
        duration: 20_000,
        action: { label: t.undo(), onClick: () => restore.mutate({ id }) },
      }),
  });
  const nameOf = (cart: NamedCart | undefined): string => cartName(cart, t);
  const current = carts.data?.find((cart) => cart.current);
  const others = (carts.data ?? []).filter((cart) => !cart.current);
  // Those that somebody left behind unshared are filled by nobody until they are taken over.
  const fillable = others.filter((cart) => cart.own || cart.shared);
  const waits = saved ? undefined : t.ordering_cart_saving();
  const taking = (cart: NamedCart): MenuEntry => ({
    key: `take ${cart.id}`,
    label: t.ordering_cart_take_over({ name: nameOf(cart), owner: cart.ownerName }),
    icon: <UserRoundCheck aria-hidden />,
    onPress: () => takeOver.mutate({ id: cart.id }),
    disabledReason: waits,
  });
  const ofCurrent = (cart: NamedCart): MenuEntry[] => [
    ...(cart.own
      ? [
          {
            key: 'share',
            label: cart.shared ? t.ordering_cart_unshare() : t.ordering_cart_share(),
            icon: <Users aria-hidden />,
            onPress: () => share.mutate({ id: cart.id, shared: !cart.shared }),
            disabledReason: waits,
          },
          {
            key: 'rename',
            label: t.ordering_cart_rename(),
            icon: <Pencil aria-hidden />,
            onPress: () => setAsking('rename'),
          },
        ]
      : []),
    {
      key: 'move',
      label: t.ordering_cart_move(),
      icon: <FolderInput aria-hidden />,
      onPress: () => setAsking('move'),
      disabledReason:
        waits ??
        (fillable.length === 0 ? t.ordering_cart_move_none() : items.length === 0 ? t.cart_empty_title() : undefined),
    },
    ...(cart.own
      ? [
          {
            key: 'discard',
            label: t.ordering_cart_discard(),
            icon: <Trash2 aria-hidden />,
            destructive: true,
            onPress: () => discard.mutate({ id: cart.id }),
            disabledReason: waits,
          },
        ]
      : []),
  ];
  const entries: MenuEntry[] = [
    ...fillable.map((cart) => ({
      key: cart.id,
      label: `${nameOf(cart)} · ${t.cart_count({ count: cart.lines })}`,
      icon: cart.shared ? <Users aria-hidden /> : <ShoppingCart aria-hidden />,
      onPress: () => choose.mutate({ id: cart.id }),
      disabledReason: waits,
    })),
    ...(carts.data ?? []).filter((cart) => !cart.own && cart.ownerGone).map(taking),
    ...(others.length > 0 ? [{ key: 'line', separator: true as const }] : []),
    {
      key: 'create',
      label: t.ordering_cart_create(),
      icon: <Plus aria-hidden />,
      onPress: () => setAsking('create'),
      disabledReason: waits,
    },
    ...(current ? ofCurrent(current) : []),
  ];
  return (
    <>
      <Menu
        align="start"
        trigger={
          <Button size="sm" look="secondary" aria-label={t.ordering_cart_which({ name: nameOf(current) })}>
            {current?.shared && <Users aria-hidden />}
            <span className="max-w-40 truncate">{nameOf(current)}</span>
            <ChevronDown aria-hidden />
          </Button>
        }
        entries={entries}
      />
      {(asking === 'create' || asking === 'rename') && (
        <NameDialog cart={asking === 'rename' ? current : undefined} onClose={() => setAsking(undefined)} />
      )}
      {asking === 'move' && (
        <MoveDialog
          items={items}
          targets={fillable.map((cart) => ({ value: cart.id, label: nameOf(cart) }))}
          onClose={() => setAsking(undefined)}
        />
      )}
    </>
  );
};
