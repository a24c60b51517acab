import { createFileRoute } from '@tanstack/react-router';
import { DraftPage } from '../../features/prices/draft-page.tsx';
import { Permitted } from '../../lib/permitted.tsx';

export const Route = createFileRoute('/_app/prices/$listId/drafts/$versionId')({
  component: () => (
    <Permitted action="price.read">
      <DraftPage key={Route.useParams().versionId} {...Route.useParams()} />
    </Permitted>
  ),
});
