import { createFileRoute } from '@tanstack/react-router';
import { FlowPage } from '../../features/order-flow/flow-page.tsx';
import { Permitted } from '../../lib/permitted.tsx';

export const Route = createFileRoute('/_app/order-flow')({
  component: () => (
    <Permitted action="settings.read">
      <FlowPage />
    </Permitted>
  ),
});
