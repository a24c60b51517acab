import { createFileRoute } from '@tanstack/react-router';
import { CategoriesPage } from '../../features/goods/categories-page.tsx';

export const Route = createFileRoute('/_app/categories')({
  staticData: { strangers: true },
  loader: ({ context }) => {
    void context.queries.catalog.categories.prefetch();
    void context.queries.catalog.search.prefetch({ size: 1 });
  },
  component: CategoriesPage,
});
