import { ConfirmDialog, Notice, SelectField, toast } from '@tradeline/ui';
import { useState } from 'react';
import { inTreeOrder } from '../../lib/category-order.ts';
import { useBilingual } from '../../lib/i18n.tsx';
import { problemText } from '../../lib/problem-text.ts';
import { trpc } from '../../lib/trpc.ts';
import { useWords } from '../../lib/words.ts';
import type { Category } from './use-category-moves.ts';

/** Removes a category: what it holds, in numbers, and where that goes. */
export const RemoveDialog = ({
  row,
  rows,
  onClose,
}: {
  row: Category;
  rows: readonly Category[];
  onClose: () => void;
}) => {
  const words = useWords();
  const { t, list } = words;
  const say = useBilingual();
  const utils = trpc.useUtils();
  const uses = trpc.categories.uses.useQuery({ id: row.id }, { staleTime: 0 }).data;
  const [into, setInto] = useState('');
  const add = trpc.categories.add.useMutation({ onSuccess: () => utils.categories.invalidate() });
  const remove = trpc.categories.remove.useMutation({
    onSuccess: async () => {
      await utils.categories.invalidate();
      await utils.catalog.categories.invalidate();
      onClose();
      toast(t.categories_removed({ name: say(row.name) }), {
        duration: 20_000,
        action:
          into === ''
            ? { label: t.assortments_undo(), onClick: () => add.mutate({ name: row.name, parentId: row.parentId }) }
            : undefined,
      });
    },
  });
  const full = uses !== undefined && uses.products + uses.children + uses.attributes > 0;
  const named = uses ? [...uses.assortments, ...uses.promotions].map(say) : [];
  return (
    <ConfirmDialog
      open
      destructive
      onOpenChange={(open) => !open && onClose()}
      title={t.categories_remove({ name: say(row.name) })}
      confirmLabel={t.categories_do_remove()}
      cancelLabel={t.assortments_cancel()}
      pending={remove.isPending}
      disabledReason={
        !uses
          ? t.categories_reading()
          : named.length > 0
            ? t.categories_refusal_used({ names: list(named) })
            : full && into === ''
              ? t.categories_choose_into()
              : undefined
      }
      onConfirm={() => remove.mutate({ id: row.id, into: into || undefined })}
    >
      <div className="flex flex-col gap-3">
        {remove.error && (
          <Notice tone="danger" live>
            {problemText(remove.error, words)}
          </Notice>
        )}
        {named.length > 0 && <p>{t.categories_refusal_used({ names: list(named) })}</p>}
        {uses && !full && named.length === 0 && <p>{t.categories_is_empty()}</p>}
        {full && (
          <>
            <p>
              {t.categories_refusal_full({
                products: uses.products,
                children: uses.children,
                attributes: uses.attributes,
              })}
            </p>
            <SelectField
              label={t.categories_into()}
              value={into}
              onValueChange={setInto}
              options={[
                { value: '', label: t.assortments_choose() },
                ...inTreeOrder(rows)
                  .filter((one) => one.row.id !== row.id)
                  .map((one) => ({ value: one.row.id, label: `${'\u2003'.repeat(one.depth)}${say(one.row.name)}` })),
              ]}
            />
          </>
        )}
      </div>
    </ConfirmDialog>
  );
};
