import { createFileRoute } from '@tanstack/react-router';
import * as z from 'zod';
import { AttributesPage } from '../../features/attributes/attributes-page.tsx';
import { Permitted } from '../../lib/permitted.tsx';

const Page = () => {
  const navigate = Route.useNavigate();
  return (
    <AttributesPage
      category={Route.useSearch().category}
      onCategory={(category) => void navigate({ search: { category }, replace: true })}
    />
  );
};

export const Route = createFileRoute('/_app/attributes')({
  validateSearch: z.object({ category: z.uuid().optional().catch(undefined) }),
  component: () => (
    <Permitted action="product.read">
      <Page />
    </Permitted>
  ),
});
