import { createFileRoute } from '@tanstack/react-router';
import { PutBackPage } from '../../features/picking/put-back-page.tsx';
import { Permitted } from '../../lib/permitted.tsx';

export const Route = createFileRoute('/_app/picking/put-back')({
  component: () => (
    <Permitted action="order.pick">
      <PutBackPage />
    </Permitted>
  ),
});
