import type { Reason } from '@tradeline/api/router';
import { Notice } from '@tradeline/ui';
import { useEffect, useRef } from 'react';
import { problemOf } from '../../lib/problem.ts';
import { problemText } from '../../lib/problem-text.ts';
import type { Outputs } from '../../lib/trpc.ts';
import { useWords } from '../../lib/words.ts';
import { type Mend, Reasons } from './reasons.tsx';

const reasonsOf = (error: unknown): readonly Reason[] => {
  const problem = problemOf(error);
  if (problem.kind !== 'refusal') return [];
  return problem.refusal.kind === 'order-refused' ? problem.refusal.reasons : [problem.refusal];
};

/** Why the order was not placed, or could not be placed now, and the nearest things that work. */
export const PlaceProblem = ({
  error,
  foreseen,
  cart,
  mend,
}: {
  error: unknown;
  /** What the preview says against it, before anything was pressed. */
  foreseen: readonly Reason[];
  cart: Outputs['cart']['get'];
  mend: Mend;
}) => {
  const words = useWords();
  const { t } = words;
  const problem = error ? problemOf(error) : undefined;
  const placed = error ? reasonsOf(error) : [];
  const reasons = placed.length > 0 ? placed : foreseen;
  const notice = useRef<HTMLDivElement>(null);
  // On a phone the button is always in sight, what stands against it is not.
  useEffect(() => {
    if (error) notice.current?.scrollIntoView?.({ block: 'center' });
  }, [error]);
  if (!error && reasons.length === 0) return null;
  const unanswered = problem?.kind === 'offline';
  return (
    <div ref={notice}>
      <Notice tone={error && !unanswered ? 'danger' : 'warning'} live>
        {unanswered ? (
          t.checkout_unanswered()
        ) : reasons.length > 0 ? (
          <Reasons reasons={reasons} cart={cart} mend={mend} />
        ) : (
          problemText(error, words)
        )}
      </Notice>
    </div>
  );
};
