import { createFileRoute } from '@tanstack/react-router';
import { JobPage } from '../../features/imports/job-page.tsx';
import { Permitted } from '../../lib/permitted.tsx';

export const Route = createFileRoute('/_app/imports/$jobId')({
  component: () => (
    <Permitted action="product.read">
      <JobPage jobId={Route.useParams().jobId} />
    </Permitted>
  ),
});
