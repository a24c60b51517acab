import { createFileRoute } from '@tanstack/react-router';
import { PackPage } from '../../features/picking/pack-page.tsx';
import { Permitted } from '../../lib/permitted.tsx';

export const Route = createFileRoute('/_app/picking/pack/$orderId')({
  component: () => (
    <Permitted action="order.pick">
      <PackPage orderId={Route.useParams().orderId} />
    </Permitted>
  ),
});
