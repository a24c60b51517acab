import { createFileRoute } from '@tanstack/react-router';
import { ListPage } from '../../features/picking/list-page.tsx';
import { Permitted } from '../../lib/permitted.tsx';

export const Route = createFileRoute('/_app/picking/$listId')({
  component: () => (
    <Permitted action="order.pick">
      <ListPage listId={Route.useParams().listId} />
    </Permitted>
  ),
});
