import { useNavigate } from '@tanstack/react-router';
import { toast } from '@tradeline/ui';
import { useRef } from 'react';
import { problemOf } from './problem.ts';
import { problemText } from './problem-text.ts';
import { quantityProblemText } from './quantity-words.ts';
import { type Outputs, trpc } from './trpc.ts';
import type { Wanted } from './use-add-to-cart.ts';
import { useWords, type Words } from './words.ts';

type Report = Outputs['cart']['addMany']['report'];
type Line = Report['lines'][number];

/** Why a line stayed out, with the quantities that would go in. */
export const refusedText = (line: Exclude<Line, { outcome: 'added' }>, words: Words): string => {
  if (line.outcome === 'unknown') return words.t.refusal_sku_not_found();
  if (line.outcome === 'held-back') return words.t.search_held_back();
  if (line.refusal.kind === 'withdrawn') return words.t.cart_withdrawn();
  const would = line.refusal.nearest.map((near) => words.quantity(near));
  const why = quantityProblemText(line.refusal, words);
  return would.length === 0 ? why : words.t.search_refused_would({ why, quantities: would.join(' / ') });
};

/**
 * Adds many lines to the cart in one request and says what became of them; what went in can be taken out again. Without
 * an answer the same request is sent again under the same key, so nothing goes in twice.
 */
export const useAddMany = () => {
  const words = useWords();
  const { t } = words;
  const utils = trpc.useUtils();
  const navigate = useNavigate();
  const add = trpc.cart.addMany.useMutation();
  const undo = trpc.cart.undoAdd.useMutation();
  const unanswered = useRef<{ lines: string; key: string }>(undefined);

  const takeBack = (idempotencyKey: string, onUndone: () => void) =>
    undo.mutate(
      { idempotencyKey },
      {
        onSuccess: (cart) => {
          utils.cart.get.setData(undefined, cart);
          onUndone();
          toast(t.search_undone());
        },
        onError: (error) => toast.error(problemText(error, words)),
      },
    );

  const report = ({ lines }: Report, nameOf: (skuId: string) => string, key: string, onUndone: () => void) => {
    const added = lines.filter((line) => line.outcome === 'added').length;
    const refused = lines.flatMap((line) =>
      line.outcome === 'added' ? [] : [`${nameOf(line.skuId)} ${refusedText(line, words)}`],
    );
    if (added === 0) toast.error(t.search_added_none(), { description: words.list(refused) });
    else
      (refused.length > 0 ? toast : toast.success)(t.search_added_lines({ count: added }), {
        description: refused.length > 0 ? words.list(refused) : undefined,
        duration: 9_000,
        action: { label: t.undo(), onClick: () => takeBack(key, onUndone) },
      });
  };

  return {
    pending: add.isPending,
    openCart: () => void navigate({ to: '/cart' }),
    addMany: (
      lines: readonly Wanted[],
      {
        nameOf,
        onAdded,
        onUndone,
      }: { nameOf: (skuId: string) => string; onAdded: (skuIds: string[]) => void; onUndone: () => void },
    ) => {
      const wish = JSON.stringify(lines);
      const key = unanswered.current?.lines === wish ? unanswered.current.key : crypto.randomUUID();
      unanswered.current = { lines: wish, key };
      add.mutate(
        { idempotencyKey: key, lines: [...lines] },
        {
          onSuccess: (answer) => {
            unanswered.current = undefined;
            utils.cart.get.setData(undefined, answer.cart);
            report(answer.report, nameOf, key, onUndone);
            onAdded(answer.report.lines.flatMap((line) => (line.outcome === 'added' ? [line.skuId] : [])));
          },
          onError: (error) => {
            if (problemOf(error).kind !== 'offline') unanswered.current = undefined;
            toast.error(problemText(error, words));
          },
        },
      );
    },
  };
};
