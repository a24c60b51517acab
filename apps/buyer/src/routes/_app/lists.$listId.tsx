import { createFileRoute } from '@tanstack/react-router';
import { ListPage } from '../../features/lists/list-page.tsx';

export const Route = createFileRoute('/_app/lists/$listId')({
  component: () => {
    const { listId } = Route.useParams();
    return <ListPage key={listId} id={listId} />;
  },
});
