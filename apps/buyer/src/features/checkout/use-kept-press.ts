import { toast } from '@tradeline/ui';
import { useEffect, useRef, useState } from 'react';
import type { Words } from '../../lib/words.ts';
import type { Preview } from './checkout-wish.ts';

type Looked = {
  /** What the figures on the page are of; undefined while there are none. */
  preview: Preview | undefined;
  /** Whether they are of what is chosen now. */
  settled: boolean;
  /** Something that stands against the order, whatever is pressed. */
  stands: boolean;
};

/**
 * A press that comes while the figures are on their way is kept and carried out when they are there. The total that was
 * seen when it came is the one he agreed to: with another it is told, and nothing is placed.
 */
export const useKeptPress = ({ preview, settled, stands }: Looked, place: (preview: Preview) => void, words: Words) => {
  const [pressed, setPressed] = useState<{ total: number }>();
  const carriedOut = useRef<{ total: number }>(undefined);
  useEffect(() => {
    if (!pressed || carriedOut.current === pressed || !settled || !preview) return;
    carriedOut.current = pressed;
    if (stands) return;
    const { t, money } = words;
    const actual = preview.priced.totals.payable;
    if (actual === pressed.total) place(preview);
    else toast(t.refusal_total_changed({ expected: money(pressed.total), actual: money(actual) }));
  }, [pressed, settled, preview, stands, place, words]);
  return {
    waiting: pressed !== undefined && !settled,
    press: (total: number): void => setPressed({ total }),
    /** Something else was chosen since. */
    drop: (): void => setPressed(undefined),
  };
};
