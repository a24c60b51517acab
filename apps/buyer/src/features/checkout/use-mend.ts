import { toast } from '@tradeline/ui';
import { problemText } from '../../lib/problem-text.ts';
import { trpc } from '../../lib/trpc.ts';
import { useWords } from '../../lib/words.ts';
import type { CheckoutDraft } from './checkout-fields.ts';
import { balanceOf, codesOf, type Preview } from './checkout-wish.ts';
import type { Mend } from './reasons.tsx';

/** What a way out does when it is pressed: to the draft here, to the cart on the server. */
export const useMend = (
  draft: CheckoutDraft,
  preview: Preview | undefined,
  choose: (name: keyof CheckoutDraft, value: string) => void,
  done: () => void,
): Mend => {
  const utils = trpc.useUtils();
  const words = useWords();
  const change = trpc.cart.change.useMutation({
    onSuccess: async (cart) => {
      utils.cart.get.setData(undefined, cart);
      await utils.checkout.preview.invalidate();
      done();
    },
    onError: (error) => toast.error(problemText(error, words)),
  });
  return {
    pending: change.isPending,
    setQuantities: (lines) => change.mutate({ mode: 'set', lines }),
    payFromBalance: (more) => {
      choose('pay', 'terms');
      choose('balance', String(balanceOf(draft, preview) + more));
    },
    dropCodes: (codes) => {
      const gone = codes.map((code) => code.toUpperCase());
      choose(
        'coupons',
        codesOf(draft)
          .filter((code) => !gone.includes(code.toUpperCase()))
          .join('\n'),
      );
    },
  };
};
