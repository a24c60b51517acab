import { keepPreviousData } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { trpc } from '../../lib/trpc.ts';
import { useVisitor } from '../../lib/use-me.tsx';

/** How long typing rests before it is asked about. */
const REST = 120;

/** Suggestions for what is typed, my last searches and popular ones. Forgetting one shows at once. */
export const useSuggestions = (text: string) => {
  const utils = trpc.useUtils();
  const signedIn = useVisitor() !== null;
  const [rested, setRested] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setRested(text), REST);
    return () => clearTimeout(timer);
  }, [text]);
  const found = trpc.catalog.suggest.useQuery(
    { text: rested },
    { enabled: rested !== '', placeholderData: keepPreviousData, staleTime: 60_000 },
  );
  const recent = trpc.catalog.recentSearches.useQuery(undefined, { enabled: signedIn && text === '', staleTime: 0 });
  const popular = trpc.catalog.popularSearches.useQuery(undefined, { enabled: text === '', staleTime: 300_000 });
  const { mutate } = trpc.catalog.forgetSearch.useMutation({
    onSettled: () => void utils.catalog.recentSearches.invalidate(),
  });
  return {
    found: text === '' ? undefined : found.data,
    recent: recent.data ?? [],
    popular: popular.data ?? [],
    /** One search, or all of them. */
    forget: (words?: string) => {
      utils.catalog.recentSearches.setData(undefined, (now) =>
        words === undefined ? [] : now?.filter((each) => each !== words),
      );
      mutate(words === undefined ? {} : { text: words });
    },
  };
};
