import { toast } from '@tradeline/ui';
import { useEffect, useRef, useState } from 'react';
import { problemText } from '../../lib/problem-text.ts';
import { trpc } from '../../lib/trpc.ts';
import { useWords } from '../../lib/words.ts';

export type Subject = { kind: 'draft'; versionId: string } | { kind: 'switch'; listId: string };

const isOver = (job: { state: string } | null | undefined): boolean =>
  job !== null && job !== undefined && !['queued', 'running'].includes(job.state);

/** The answer to "what if", reckoned as soon as there is none or it is out of date; large ones with progress and a stop. */
export const useWhatIf = (subject: Subject) => {
  const words = useWords();
  const utils = trpc.useUtils();
  const [jobId, setJobId] = useState<string>();
  const asked = useRef(false);
  const answer = trpc.prices.whatIf.useQuery(subject);
  const job = trpc.prices.whatIfProgress.useQuery(
    { id: jobId ?? '' },
    { enabled: jobId !== undefined, refetchInterval: ({ state }) => (isOver(state.data) ? false : 700) },
  );
  const run = trpc.prices.runWhatIf.useMutation({
    onSuccess: async ({ jobId: id }) => {
      setJobId(id ?? undefined);
      if (!id) await utils.prices.invalidate();
    },
    onError: (error) => toast.error(problemText(error, words)),
  });
  const stop = trpc.prices.cancelWhatIf.useMutation();
  const needed = answer.data === null || answer.data?.stale === true;
  const { mutate } = run;
  useEffect(() => {
    if (!needed) asked.current = false;
    else if (!asked.current) {
      asked.current = true;
      mutate(subject);
    }
  }, [needed, mutate, subject]);
  const ended = isOver(job.data);
  const going = jobId !== undefined && !ended;
  useEffect(() => {
    if (ended) void utils.prices.invalidate();
  }, [ended, utils]);
  return {
    answer,
    summary: answer.data ?? undefined,
    running: run.isPending || going,
    progress: going ? { done: job.data?.done ?? 0, total: job.data?.total ?? 0 } : undefined,
    again: () => mutate(subject),
    stop: () => going && stop.mutate({ id: jobId }),
  };
};
