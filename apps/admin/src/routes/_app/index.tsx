import { createFileRoute } from '@tanstack/react-router';
import { OverviewPage } from '../../features/overview/overview-page.tsx';
import { Permitted } from '../../lib/permitted.tsx';

export const Route = createFileRoute('/_app/')({
  component: () => (
    <Permitted action="dashboard.read">
      <OverviewPage />
    </Permitted>
  ),
});
