import { Notice } from '@tradeline/ui';
import { keptText } from '../../lib/auto-confirm-words.ts';
import { useWords } from '../../lib/words.ts';
import type { Order } from './order-page.tsx';

/** Why an order that people have still to decide on was not confirmed by rule. */
export const KeptNotice = ({ order }: { order: Order }) => {
  const words = useWords();
  const { kept, approval } = order;
  if (!kept || kept.length === 0 || (approval !== 'submitted' && approval !== 'in-review')) return null;
  return <Notice title={words.t.desk_auto_kept()}>{words.list(kept.map((reason) => keptText(reason, words)))}</Notice>;
};
