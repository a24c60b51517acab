import { createFileRoute } from '@tanstack/react-router';
import { SearchWordsPage } from '../../features/search-words/search-words-page.tsx';
import { Permitted } from '../../lib/permitted.tsx';

export const Route = createFileRoute('/_app/search-words')({
  component: () => (
    <Permitted action="content.edit">
      <SearchWordsPage />
    </Permitted>
  ),
});
