import { createFileRoute } from '@tanstack/react-router';
import { DisplayPage } from '../../features/assortments/display-page.tsx';
import { Permitted } from '../../lib/permitted.tsx';

export const Route = createFileRoute('/_app/assortments/display')({
  component: () => (
    <Permitted action="assortment.read">
      <DisplayPage />
    </Permitted>
  ),
});
