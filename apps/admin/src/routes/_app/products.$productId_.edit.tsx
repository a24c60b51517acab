import { createFileRoute } from '@tanstack/react-router';
import { EditorPage } from '../../features/product-editor/editor-page.tsx';
import { Permitted } from '../../lib/permitted.tsx';

export const Route = createFileRoute('/_app/products/$productId_/edit')({
  component: () => (
    <Permitted action="product.edit">
      <EditorPage productId={Route.useParams().productId} />
    </Permitted>
  ),
});
