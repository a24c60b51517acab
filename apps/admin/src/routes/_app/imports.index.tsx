import { createFileRoute } from '@tanstack/react-router';
import { ImportsPage } from '../../features/imports/imports-page.tsx';
import { Permitted } from '../../lib/permitted.tsx';

export const Route = createFileRoute('/_app/imports/')({
  component: () => (
    <Permitted action="product.read">
      <ImportsPage />
    </Permitted>
  ),
});
