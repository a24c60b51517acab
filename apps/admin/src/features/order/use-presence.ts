import { useEffect, useState } from 'react';
import { isTyping } from '../../lib/list-keys.ts';
import { type Here, hearPresence } from '../../lib/live.tsx';
import { trpc } from '../../lib/trpc.ts';
import { useMe } from '../../lib/use-me.ts';

const BEAT_MS = 15_000;
/** Who has not been heard of for so long has left without a word. */
const FORGET_MS = 40_000;

/**
 * Who else of the staff is at an order now. One says that one has come, what one does (a field or a dialog means editing)
 * and that one leaves; a newcomer is answered, so that he need not wait for the next beat.
 */
export const usePresence = (orderId: string): readonly Here[] => {
  const me = useMe();
  const { client } = trpc.useUtils();
  const [others, setOthers] = useState<ReadonlyMap<string, Here & { until: number }>>(new Map());
  useEffect(() => {
    const tab = crypto.randomUUID();
    let doing: Here['doing'] = 'looking';
    const say = (now: Here['doing']): void => {
      doing = now;
      client.orderDesk.here.mutate({ id: orderId, tab, doing: now }).catch(() => {});
    };
    const seen = new Map<string, Here & { until: number }>();
    const show = (): void => {
      const now = Date.now();
      for (const [key, here] of seen) if (here.until < now) seen.delete(key);
      setOthers(new Map(seen));
    };
    const stopHearing = hearPresence((id, here) => {
      if (id !== orderId || here.tab === tab || here.staffId === me.id) return;
      const isNew = !seen.has(here.tab);
      if (here.doing === 'gone') seen.delete(here.tab);
      else seen.set(here.tab, { ...here, until: Date.now() + FORGET_MS });
      if (isNew && here.doing !== 'gone') say(doing);
      show();
    });
    const look = (): void => {
      const now = isTyping(document.activeElement) ? 'editing' : 'looking';
      if (now !== doing) say(now);
    };
    // Where the focus has gone is known when the event is over.
    const onFocus = (): void => void setTimeout(look, 0);
    const leave = (): void => say('gone');
    const beat = setInterval(() => {
      say(doing);
      show();
    }, BEAT_MS);
    document.addEventListener('focusin', onFocus);
    document.addEventListener('focusout', onFocus);
    window.addEventListener('pagehide', leave);
    say('looking');
    return () => {
      stopHearing();
      clearInterval(beat);
      document.removeEventListener('focusin', onFocus);
      document.removeEventListener('focusout', onFocus);
      window.removeEventListener('pagehide', leave);
      leave();
    };
  }, [orderId, me.id, client]);
  return [...others.values()];
};
