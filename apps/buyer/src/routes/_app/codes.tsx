import { createFileRoute, useNavigate } from '@tanstack/react-router';
import * as z from 'zod/mini';
import { CodesPage } from '../../features/codes/codes-page.tsx';
import { withFallback } from '../../lib/search-schema.ts';

export const Route = createFileRoute('/_app/codes')({
  validateSearch: z.object({
    q: withFallback(z.optional(z.string()), undefined),
    page: withFallback(z.optional(z.int().check(z.minimum(1))), undefined),
  }),
  component: () => {
    const search = Route.useSearch();
    const navigate = useNavigate({ from: '/codes' });
    return (
      <CodesPage
        search={search}
        onSearch={(next) => void navigate({ search: (old) => ({ ...old, ...next }), replace: true })}
      />
    );
  },
});
