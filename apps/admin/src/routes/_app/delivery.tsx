import { createFileRoute } from '@tanstack/react-router';
import { DeliveryPage } from '../../features/selling/delivery-page.tsx';
import { Permitted } from '../../lib/permitted.tsx';

export const Route = createFileRoute('/_app/delivery')({
  component: () => (
    <Permitted action="settings.read">
      <DeliveryPage />
    </Permitted>
  ),
});
