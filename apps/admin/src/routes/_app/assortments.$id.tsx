import { createFileRoute } from '@tanstack/react-router';
import { AssortmentPage } from '../../features/assortments/assortment-page.tsx';
import { Permitted } from '../../lib/permitted.tsx';

export const Route = createFileRoute('/_app/assortments/$id')({
  component: () => (
    <Permitted action="assortment.read">
      <AssortmentPage id={Route.useParams().id} />
    </Permitted>
  ),
});
