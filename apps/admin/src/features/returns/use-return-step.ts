import { useMutation } from '@tanstack/react-query';
import { toast } from '@tradeline/ui';
import { problemText } from '../../lib/problem-text.ts';
import { trpc } from '../../lib/trpc.ts';
import { useWords } from '../../lib/words.ts';

type Asked = { call: () => Promise<unknown>; did: string | ((answer: unknown) => string) };

/** Takes a step of a return, says what was done or what stands against it, and reads everything anew either way. */
export const useReturnStep = () => {
  const words = useWords();
  const utils = trpc.useUtils();
  const step = useMutation({
    mutationFn: ({ call }: Asked) => call(),
    onSuccess: (answer, { did }) => {
      toast.success(typeof did === 'string' ? did : did(answer));
    },
    onError: (error) => toast.error(problemText(error, words)),
    onSettled: () => {
      void utils.orders.invalidate();
      return utils.returns.invalidate();
    },
  });
  return {
    pending: step.isPending,
    /** True when it was taken. */
    take: <Answer>(call: () => Promise<Answer>, did: string | ((answer: Answer) => string)): Promise<boolean> =>
      step.mutateAsync({ call, did: did as Asked['did'] }).then(
        () => true,
        () => false,
      ),
  };
};
