import { createFileRoute } from '@tanstack/react-router';
import { PreferencesPage } from '../../features/preferences/preferences-page.tsx';

export const Route = createFileRoute('/_app/preferences')({
  loader: ({ context }) => {
    void context.queries.notices.preferences.prefetch();
  },
  component: PreferencesPage,
});
