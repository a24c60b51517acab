import { createFileRoute } from '@tanstack/react-router';
import { HomePage } from '../../features/home/home-page.tsx';

export const Route = createFileRoute('/_app/')({
  loader: ({ context }) => {
    void context.queries.catalog.usual.prefetch();
    void context.queries.catalog.categories.prefetch();
  },
  component: HomePage,
});
