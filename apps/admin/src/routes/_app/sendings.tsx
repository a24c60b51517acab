import { createFileRoute } from '@tanstack/react-router';
import { SendingsPage } from '../../features/sendings/sendings-page.tsx';
import { Permitted } from '../../lib/permitted.tsx';

export const Route = createFileRoute('/_app/sendings')({
  component: () => (
    <Permitted action="job.read">
      <SendingsPage />
    </Permitted>
  ),
});
