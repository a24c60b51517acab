import { createFileRoute } from '@tanstack/react-router';
import * as z from 'zod/mini';
import { ProductPage } from '../../features/product/product-page.tsx';
import { withFallback } from '../../lib/search-schema.ts';

export const Route = createFileRoute('/_app/goods/$productId')({
  staticData: { strangers: true },
  /** The variant that is looked at. */
  validateSearch: z.object({ sku: withFallback(z.optional(z.string()), undefined) }),
  loader: ({ context, params }) => {
    void context.queries.catalog.product.prefetch({ id: params.productId });
  },
  component: () => <ProductPage id={Route.useParams().productId} skuId={Route.useSearch().sku} />,
});
