import { createFileRoute } from '@tanstack/react-router';
import { BrandsPage } from '../../features/goods/brands-page.tsx';

export const Route = createFileRoute('/_app/brands/')({
  staticData: { strangers: true },
  loader: ({ context }) => {
    void context.queries.catalog.brands.prefetch();
  },
  component: BrandsPage,
});
