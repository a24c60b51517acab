import { createFileRoute, stripSearchParams } from '@tanstack/react-router';
import { queueDefaults, queueSearch } from '../../features/picking/picking-search.ts';
import { QueuePage } from '../../features/picking/queue-page.tsx';
import { Permitted } from '../../lib/permitted.tsx';

export const Route = createFileRoute('/_app/picking/')({
  validateSearch: queueSearch,
  search: { middlewares: [stripSearchParams(queueDefaults)] },
  component: () => (
    <Permitted action="order.pick">
      <QueuePage search={Route.useSearch()} />
    </Permitted>
  ),
});
