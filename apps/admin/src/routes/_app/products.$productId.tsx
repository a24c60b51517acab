import { createFileRoute } from '@tanstack/react-router';
import { ProductPage } from '../../features/product/product-page.tsx';
import { Permitted } from '../../lib/permitted.tsx';

export const Route = createFileRoute('/_app/products/$productId')({
  component: () => (
    <Permitted action="product.read">
      <ProductPage productId={Route.useParams().productId} />
    </Permitted>
  ),
});
