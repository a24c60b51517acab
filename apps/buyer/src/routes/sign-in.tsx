import { createFileRoute } from '@tanstack/react-router';
import * as v from 'valibot';
import { SignInPage } from '../features/session/sign-in-page.tsx';
import { orNothing } from '../lib/search-schema.ts';

const search = v.object({ next: orNothing(v.pipe(v.string(), v.startsWith('/'))) });

export const Route = createFileRoute('/sign-in')({
  validateSearch: search,
  component: () => <SignInPage next={Route.useSearch().next} />,
});
