import { createFileRoute } from '@tanstack/react-router';
import { WarehousesPage } from '../../features/stock/warehouses-page.tsx';
import { Permitted } from '../../lib/permitted.tsx';

export const Route = createFileRoute('/_app/stock/warehouses')({
  component: () => (
    <Permitted action="stock.read">
      <WarehousesPage />
    </Permitted>
  ),
});
