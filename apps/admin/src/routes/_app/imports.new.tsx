import { createFileRoute } from '@tanstack/react-router';
import { NewImportPage } from '../../features/imports/new-import-page.tsx';
import { Permitted } from '../../lib/permitted.tsx';

export const Route = createFileRoute('/_app/imports/new')({
  component: () => (
    <Permitted action="product.read">
      <NewImportPage />
    </Permitted>
  ),
});
