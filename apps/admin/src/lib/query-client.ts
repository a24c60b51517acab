import { MutationCache, QueryCache, type QueryClient } from '@tanstack/react-query';
import { FreshQueryClient } from '@tradeline/ui/query';
import { problemOf, refusalOf } from './problem.ts';

/**
 * What every screen reads from. A refusal is an answer and is never asked again; silence of the network is tried twice
 * more. `onSignedOut` runs when any call says that nobody is signed in.
 */
export const makeQueryClient = (onSignedOut: () => void): QueryClient => {
  const watch = (error: unknown) => {
    if (refusalOf(error)?.kind === 'not-signed-in') onSignedOut();
  };
  return new FreshQueryClient({
    queryCache: new QueryCache({ onError: watch }),
    mutationCache: new MutationCache({ onError: watch }),
    defaultOptions: {
      queries: {
        staleTime: 20_000,
        retry: (failures, error) => problemOf(error).kind === 'offline' && failures < 2,
        retryDelay: (attempt) => 500 * 2 ** attempt,
      },
      mutations: { retry: false, networkMode: 'always' },
    },
  });
};
