import { createFileRoute } from '@tanstack/react-router';
import { OwedPage } from '../../features/picking/owed-page.tsx';
import { Permitted } from '../../lib/permitted.tsx';

export const Route = createFileRoute('/_app/picking/owed')({
  component: () => (
    <Permitted action="order.pick">
      <OwedPage />
    </Permitted>
  ),
});
