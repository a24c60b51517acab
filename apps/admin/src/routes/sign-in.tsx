import { createFileRoute } from '@tanstack/react-router';
import * as z from 'zod';
import { SignInPage } from '../features/session/sign-in-page.tsx';

const search = z.object({ next: z.string().startsWith('/').optional().catch(undefined) });

export const Route = createFileRoute('/sign-in')({
  validateSearch: search,
  component: () => <SignInPage next={Route.useSearch().next} />,
});
