import { createFileRoute } from '@tanstack/react-router';
import { ReturnPage } from '../../features/returns/return-page.tsx';

export const Route = createFileRoute('/_app/returns/$returnId')({
  loader: ({ context, params }) => {
    void context.queries.returns.get.prefetch({ id: params.returnId });
  },
  component: () => <ReturnPage id={Route.useParams().returnId} />,
});
