import { createFileRoute, stripSearchParams } from '@tanstack/react-router';
import { productSearch, productSearchDefaults } from '../../features/products/product-search.ts';
import { ProductsPage } from '../../features/products/products-page.tsx';
import { Permitted } from '../../lib/permitted.tsx';

export const Route = createFileRoute('/_app/products/')({
  validateSearch: productSearch,
  search: { middlewares: [stripSearchParams(productSearchDefaults)] },
  component: () => (
    <Permitted action="product.read">
      <ProductsPage search={Route.useSearch()} />
    </Permitted>
  ),
});
