import { Button, Checkbox, Dialog, Menu, type MenuEntry, SelectField, TextField, toast } from '@tradeline/ui';
import { ChevronDown, FolderInput, Pencil, Plus, ShoppingCart, Trash2 } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { optionText } from '../../lib/goods.ts';
import { useBilingual } from '../../lib/i18n.tsx';
import { problemText } from '../../lib/problem-text.ts';
import { type Outputs, trpc } from '../../lib/trpc.ts';
import { useWords } from '../../lib/words.ts';
import type { CartItem } from './use-cart.ts';

type Named = Outputs['cart']['list'][number];
type Asking = 'create' | 'rename' | 'move' | undefined;

/** Several carts by name: which one takes what is added, and what becomes of the others. */
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
  const discard = trpc.cart.discard.useMutation({
    ...after,
    onSuccess: (_, { id }) =>
      toast(t.ordering_cart_discarded({ name: nameOf(carts.data?.find((cart) => cart.id === id)) }), {
        duration: 20_000,
        action: { label: t.undo(), onClick: () => restore.mutate({ id }) },
      }),
  });
  const nameOf = (cart: Pick<Named, 'name'> | undefined): string => cart?.name || t.ordering_cart_first();
  const current = carts.data?.find((cart) => cart.current);
  const others = (carts.data ?? []).filter((cart) => !cart.current);
  const waits = saved ? undefined : t.ordering_cart_saving();
  const entries: MenuEntry[] = [
    ...others.map((cart) => ({
      key: cart.id,
      label: `${nameOf(cart)} · ${t.cart_count({ count: cart.lines })}`,
      icon: <ShoppingCart aria-hidden />,
      onPress: () => choose.mutate({ id: cart.id }),
      disabledReason: waits,
    })),
    ...(others.length > 0 ? [{ key: 'line', separator: true as const }] : []),
    {
      key: 'create',
      label: t.ordering_cart_create(),
      icon: <Plus aria-hidden />,
      onPress: () => setAsking('create'),
      disabledReason: waits,
    },
    ...(current
      ? [
          {
            key: 'rename',
            label: t.ordering_cart_rename(),
            icon: <Pencil aria-hidden />,
            onPress: () => setAsking('rename'),
          },
          {
            key: 'move',
            label: t.ordering_cart_move(),
            icon: <FolderInput aria-hidden />,
            onPress: () => setAsking('move'),
            disabledReason:
              waits ??
              (others.length === 0
                ? t.ordering_cart_move_none()
                : items.length === 0
                  ? t.cart_empty_title()
                  : undefined),
          },
          {
            key: 'discard',
            label: t.ordering_cart_discard(),
            icon: <Trash2 aria-hidden />,
            destructive: true,
            onPress: () => discard.mutate({ id: current.id }),
            disabledReason: waits,
          },
        ]
      : []),
  ];
  return (
    <>
      <Menu
        align="start"
        trigger={
          <Button size="sm" look="secondary" aria-label={t.ordering_cart_which({ name: nameOf(current) })}>
            {nameOf(current)}
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
          targets={others.map((cart) => ({ value: cart.id, label: nameOf(cart) }))}
          onClose={() => setAsking(undefined)}
        />
      )}
    </>
  );
};

const NameDialog = ({ cart, onClose }: { cart: Named | undefined; onClose: () => void }) => {
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

const MoveDialog = ({
  items,
  targets,
  onClose,
}: {
  items: readonly CartItem[];
  targets: readonly { value: string; label: string }[];
  onClose: () => void;
}) => {
  const words = useWords();
  const { t, quantity } = words;
  const say = useBilingual();
  const utils = trpc.useUtils();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [to, setTo] = useState(targets[0]?.value ?? '');
  const move = trpc.cart.move.useMutation({
    onSuccess: ({ moved }) => {
      toast.success(
        t.ordering_cart_moved({ count: moved, name: targets.find(({ value }) => value === to)?.label ?? '' }),
      );
      onClose();
    },
    onError: (error) => toast.error(problemText(error, words)),
    onSettled: () => utils.cart.invalidate(),
  });
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      keepOnOutsidePress
      title={t.ordering_cart_move()}
      footer={
        <Button
          look="primary"
          pending={move.isPending}
          disabledReason={chosen.size === 0 ? t.ordering_cart_move() : undefined}
          onPress={() => move.mutate({ to, skuIds: [...chosen] })}
        >
          {t.ordering_cart_move_do({ count: chosen.size })}
        </Button>
      }
    >
      <div className="flex flex-col gap-4">
        <SelectField label={t.ordering_cart_move_to()} value={to} options={[...targets]} onValueChange={setTo} />
        <ul className="flex max-h-80 flex-col overflow-y-auto">
          {items.map(({ skuId, sku, quantity: units }) => (
            <li key={skuId}>
              <Checkbox
                checked={chosen.has(skuId)}
                label={[say(sku.productName), optionText(sku.axes, sku.options, say)].filter(Boolean).join(' ')}
                aside={<span className="text-sm text-muted">{quantity(units, say(sku.unit))}</span>}
                onCheckedChange={(on) =>
                  setChosen((old) => new Set(on ? [...old, skuId] : [...old].filter((id) => id !== skuId)))
                }
              />
            </li>
          ))}
        </ul>
      </div>
    </Dialog>
  );
};
