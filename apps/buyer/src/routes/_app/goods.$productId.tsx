import { createFileRoute } from '@tanstack/react-router';
import * as v from 'valibot';
import { ProductPage } from '../../features/product/product-page.tsx';
import { orNothing } from '../../lib/search-schema.ts';

export const Route = createFileRoute('/_app/goods/$productId')({
  staticData: { strangers: true },
  /** The variant that is looked at. */
  validateSearch: v.object({ sku: orNothing(v.string()) }),
  loader: ({ context, params }) => {
    void context.queries.catalog.product.prefetch({ id: params.productId });
  },
  component: () => <ProductPage id={Route.useParams().productId} skuId={Route.useSearch().sku} />,
});
