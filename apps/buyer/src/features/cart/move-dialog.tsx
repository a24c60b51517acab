import { Button, Checkbox, Dialog, SelectField, toast } from '@tradeline/ui';
import { useState } from 'react';
import { optionText } from '../../lib/goods.ts';
import { useBilingual } from '../../lib/i18n.tsx';
import { problemText } from '../../lib/problem-text.ts';
import { trpc } from '../../lib/trpc.ts';
import { useWords } from '../../lib/words.ts';
import type { CartItem } from './use-cart.ts';

/** Chooses lines of this cart that go to another. */
export const MoveDialog = ({
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
    onSuccess: async ({ moved }) => {
      await utils.cart.invalidate();
      toast.success(
        t.ordering_cart_moved({ count: moved, name: targets.find(({ value }) => value === to)?.label ?? '' }),
      );
      onClose();
    },
    onError: (error) => {
      toast.error(problemText(error, words));
      return utils.cart.invalidate();
    },
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
