import { createFileRoute } from '@tanstack/react-router';
import * as z from 'zod/mini';
import { SignInPage } from '../features/session/sign-in-page.tsx';

const search = z.object({ next: z.catch(z.optional(z.string().check(z.startsWith('/'))), undefined) });

export const Route = createFileRoute('/sign-in')({
  validateSearch: search,
  component: () => <SignInPage next={Route.useSearch().next} />,
});
