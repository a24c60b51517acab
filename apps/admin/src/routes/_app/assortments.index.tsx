import { createFileRoute } from '@tanstack/react-router';
import { AssortmentsPage } from '../../features/assortments/assortments-page.tsx';
import { Permitted } from '../../lib/permitted.tsx';

export const Route = createFileRoute('/_app/assortments/')({
  component: () => (
    <Permitted action="assortment.read">
      <AssortmentsPage />
    </Permitted>
  ),
});
