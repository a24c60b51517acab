import { createFileRoute } from '@tanstack/react-router';
import * as z from 'zod/mini';
import { SignInPage } from '../features/session/sign-in-page.tsx';
import { withFallback } from '../lib/search-schema.ts';

const search = z.object({ next: withFallback(z.optional(z.string().check(z.startsWith('/'))), undefined) });

export const Route = createFileRoute('/sign-in')({
  validateSearch: search,
  component: () => <SignInPage next={Route.useSearch().next} />,
});
