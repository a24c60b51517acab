import { useMutation } from '@tanstack/react-query';
import { toast } from '@tradeline/ui';
import { useState } from 'react';
import { refusalOf } from '../../lib/problem.ts';
import { problemText } from '../../lib/problem-text.ts';
import { trpc } from '../../lib/trpc.ts';
import { useWords } from '../../lib/words.ts';

type Asked = {
  call: () => Promise<unknown>;
  /** What is told when it is done. */
  did: string;
  /** The version that was on the screen when it was asked. */
  seen: number;
};

/** What the rules here had allowed and the server refuses: somebody acted in between. */
const raced: readonly string[] = ['order-moved-on', 'wrong-status', 'already-shipped', 'no-such-part', 'no-units'];

/** Takes a step of an order. When somebody was faster the order is read anew and `overtaken` says from which version on. */
export const useStep = () => {
  const words = useWords();
  const utils = trpc.useUtils();
  const [overtaken, setOvertaken] = useState<number>();
  const step = useMutation({
    mutationFn: ({ call }: Asked) => call(),
    onMutate: () => setOvertaken(undefined),
    onSuccess: (_, { did }) => {
      toast.success(did);
    },
    onError: (error, { seen }) => {
      const kind = refusalOf(error)?.kind;
      if (kind && raced.includes(kind)) setOvertaken(seen);
      else toast.error(problemText(error, words));
    },
    onSettled: () => {
      void utils.orders.list.invalidate();
      void utils.orders.desk.invalidate();
      void utils.orderDesk.invalidate();
      // A parcel may be refused for a lot that has ended since the page was opened.
      void utils.picking.ended.invalidate();
      // Until the order itself is read anew nothing else can be pressed: the buttons still speak of the old one.
      return utils.orders.get.invalidate();
    },
  });
  return {
    pending: step.isPending,
    /** True when it was taken. */
    take: (asked: Asked): Promise<boolean> =>
      step.mutateAsync(asked).then(
        () => true,
        () => false,
      ),
    overtaken,
    dismiss: () => setOvertaken(undefined),
  };
};
export type StepRunner = ReturnType<typeof useStep>;
