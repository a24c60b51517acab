import { createFileRoute } from '@tanstack/react-router';
import { BrandsPage } from '../../features/brands/brands-page.tsx';
import { Permitted } from '../../lib/permitted.tsx';

export const Route = createFileRoute('/_app/brands')({
  component: () => (
    <Permitted action="product.read">
      <BrandsPage />
    </Permitted>
  ),
});
