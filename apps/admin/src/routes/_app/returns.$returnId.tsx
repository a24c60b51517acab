import { createFileRoute } from '@tanstack/react-router';
import { ReturnPage } from '../../features/returns/return-page.tsx';
import { Permitted } from '../../lib/permitted.tsx';

export const Route = createFileRoute('/_app/returns/$returnId')({
  loader: ({ context, params }) => {
    void context.queries.returns.get.prefetch({ id: params.returnId });
  },
  component: () => (
    <Permitted action="return.read">
      <ReturnPage returnId={Route.useParams().returnId} />
    </Permitted>
  ),
});
