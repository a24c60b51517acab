import { createFileRoute, useNavigate } from '@tanstack/react-router';
import * as v from 'valibot';
import { CodesPage } from '../../features/codes/codes-page.tsx';
import { orNothing, shortText } from '../../lib/search-schema.ts';

export const Route = createFileRoute('/_app/codes')({
  validateSearch: v.object({
    q: orNothing(shortText(200)),
    page: orNothing(v.pipe(v.number(), v.safeInteger(), v.minValue(1))),
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
