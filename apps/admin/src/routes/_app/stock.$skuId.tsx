import { createFileRoute } from '@tanstack/react-router';
import { SkuPage } from '../../features/stock/sku-page.tsx';
import { Permitted } from '../../lib/permitted.tsx';

export const Route = createFileRoute('/_app/stock/$skuId')({
  component: () => (
    <Permitted action="stock.read">
      <SkuPage skuId={Route.useParams().skuId} />
    </Permitted>
  ),
});
