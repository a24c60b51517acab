import { type CategoryMove, moveCategory } from '@tradeline/domain/catalog';
import { toast } from '@tradeline/ui';
import { problemText } from '../../lib/problem-text.ts';
import { type Outputs, trpc } from '../../lib/trpc.ts';
import { useWords } from '../../lib/words.ts';

export type Category = Outputs['categories']['tree'][number];

/** Moves a category on the screen at once, by the rule the server applies; it goes back when refused, and by undo. */
export const useCategoryMoves = () => {
  const words = useWords();
  const { t } = words;
  const utils = trpc.useUtils();
  const place = trpc.categories.place.useMutation();
  const run = (move: CategoryMove, isUndo = false): void => {
    const rows = utils.categories.tree.getData() ?? [];
    const moved = moveCategory(rows, move);
    if (!moved.ok) {
      toast.error(
        moved.error.kind === 'category-cycle'
          ? t.categories_refusal_cycle()
          : moved.error.kind === 'category-too-deep'
            ? t.categories_refusal_deep({ deepest: moved.error.deepest })
            : t.categories_refusal_gone(),
      );
      return;
    }
    if (moved.value.length === 0) return;
    utils.categories.tree.setData(undefined, (old) =>
      old
        ?.map((row) => ({ ...row, ...moved.value.find((one) => one.id === row.id) }))
        .toSorted((a, b) => a.position - b.position),
    );
    place.mutate(move, {
      onSuccess: (back) => {
        if (!isUndo)
          toast(t.categories_moved(), {
            duration: 20_000,
            action: { label: t.assortments_undo(), onClick: () => run(back, true) },
          });
      },
      onError: (error) => toast.error(problemText(error, words)),
      onSettled: () => void utils.categories.invalidate(),
    });
  };
  return run;
};
