import { keepPreviousData } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { trpc } from '../../lib/trpc.ts';
import type { CheckoutDraft } from './checkout-fields.ts';
import { type Preview, wishOf } from './checkout-wish.ts';

const WAIT_MS = 250;

/**
 * The order as the server would place it now, asked again whenever the draft changes; while an answer is on its way the last
 * one stays, and `settled` says whether it is about the draft as it stands.
 */
export const usePreview = (draft: CheckoutDraft) => {
  const [seen, setSeen] = useState<Preview>();
  const wished = JSON.stringify(wishOf(draft, seen));
  const [asked, setAsked] = useState(wished);
  useEffect(() => {
    const timer = setTimeout(() => setAsked(wished), WAIT_MS);
    return () => clearTimeout(timer);
  }, [wished]);
  const query = trpc.checkout.preview.useQuery(JSON.parse(asked) as ReturnType<typeof wishOf>, {
    placeholderData: keepPreviousData,
    staleTime: 5_000,
  });
  if (query.data && !query.isPlaceholderData && query.data !== seen) setSeen(query.data);
  // Without a way to the server the last answer is what there is: a press goes on, and placing judges everything anew.
  const asking = query.isFetching && query.failureCount === 0;
  const answered = query.data !== undefined && !query.isPlaceholderData && !asking;
  // What the answer allows may change the wish ("all of the balance"): it is settled once both agree.
  const settled = answered && asked === JSON.stringify(wishOf(draft, seen));
  return { preview: query.data, settled, error: query.error, refetch: query.refetch };
};
