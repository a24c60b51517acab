import { createFileRoute } from '@tanstack/react-router';
import { NewProductPage } from '../../features/product-editor/new-product-page.tsx';
import { Permitted } from '../../lib/permitted.tsx';

export const Route = createFileRoute('/_app/products/new')({
  component: () => (
    <Permitted action="product.edit">
      <NewProductPage />
    </Permitted>
  ),
});
