import { createFileRoute } from '@tanstack/react-router';
import { SharingPage } from '../../features/stock/sharing-page.tsx';
import { Permitted } from '../../lib/permitted.tsx';

export const Route = createFileRoute('/_app/stock/sharing')({
  component: () => (
    <Permitted action="stock.read">
      <SharingPage />
    </Permitted>
  ),
});
