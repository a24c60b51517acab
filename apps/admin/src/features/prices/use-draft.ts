import { useNavigate } from '@tanstack/react-router';
import { toast } from '@tradeline/ui';
import { useEffect, useRef, useState } from 'react';
import { problemText } from '../../lib/problem-text.ts';
import { trpc } from '../../lib/trpc.ts';
import { useWords } from '../../lib/words.ts';

export type Place = { skuId: string; minQuantity: number };
export type Wanted = Place & { afterE4: number | null };
export type SaveState = 'idle' | 'saving' | 'saved' | 'failed';

/**
 * Writes edits into the draft, one call after another: the first one begins a draft where there is none, and the next
 * ones must know it. What could not be saved is told, and the grid shows again what the server has.
 */
export const useDraft = (listId: string, draftId: string | undefined) => {
  const words = useWords();
  const utils = trpc.useUtils();
  const navigate = useNavigate({ from: '/prices/$listId/' });
  const queue = useRef<Promise<unknown>>(Promise.resolve());
  const current = useRef(draftId);
  const [state, setState] = useState<SaveState>('idle');
  useEffect(() => {
    if (draftId) current.current = draftId;
  }, [draftId]);
  const edit = (wanted: Wanted[], forgotten: Place[] = []): Promise<void> => {
    setState('saving');
    const next = queue.current.then(async () => {
      try {
        const versionId = current.current;
        const saved = await utils.client.prices.edit.mutate({
          listId,
          ...(versionId ? { versionId } : {}),
          wanted,
          forgotten,
        });
        current.current = saved.versionId;
        setState('saved');
        if (saved.versionId !== draftId)
          await navigate({ search: (old) => ({ ...old, draft: saved.versionId }), replace: true });
      } catch (error) {
        setState('failed');
        toast.error(problemText(error, words));
      }
      await Promise.all([
        utils.prices.grid.invalidate(),
        utils.prices.versions.invalidate(),
        utils.prices.draft.invalidate(),
      ]);
    });
    queue.current = next;
    return next;
  };
  const leave = () => {
    current.current = undefined;
    setState('idle');
  };
  return { edit, state, leave };
};
