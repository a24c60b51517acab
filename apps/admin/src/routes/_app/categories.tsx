import { createFileRoute } from '@tanstack/react-router';
import { CategoriesPage } from '../../features/categories/categories-page.tsx';
import { Permitted } from '../../lib/permitted.tsx';

export const Route = createFileRoute('/_app/categories')({
  component: () => (
    <Permitted action="product.read">
      <CategoriesPage />
    </Permitted>
  ),
});
