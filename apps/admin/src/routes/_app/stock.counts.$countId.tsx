import { createFileRoute } from '@tanstack/react-router';
import { CountPage } from '../../features/stock/count-page.tsx';
import { Permitted } from '../../lib/permitted.tsx';

export const Route = createFileRoute('/_app/stock/counts/$countId')({
  component: () => (
    <Permitted action="stock.read">
      <CountPage countId={Route.useParams().countId} />
    </Permitted>
  ),
});
