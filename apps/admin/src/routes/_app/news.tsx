import { createFileRoute } from '@tanstack/react-router';
import { NewsPage } from '../../features/news/news-page.tsx';
import { Permitted } from '../../lib/permitted.tsx';

export const Route = createFileRoute('/_app/news')({
  component: () => (
    <Permitted action="content.edit">
      <NewsPage />
    </Permitted>
  ),
});
