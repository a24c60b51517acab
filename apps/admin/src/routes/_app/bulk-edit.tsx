import { createFileRoute } from '@tanstack/react-router';
import { BulkEditPage } from '../../features/bulk-edit/bulk-edit-page.tsx';
import { bulkSearch } from '../../features/bulk-edit/bulk-search.ts';
import { Permitted } from '../../lib/permitted.tsx';

export const Route = createFileRoute('/_app/bulk-edit')({
  validateSearch: bulkSearch,
  component: () => (
    <Permitted action="product.edit">
      <BulkEditPage search={Route.useSearch()} />
    </Permitted>
  ),
});
