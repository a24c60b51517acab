import { createFileRoute } from '@tanstack/react-router';
import { SettingsPage } from '../../features/selling/settings-page.tsx';
import { Permitted } from '../../lib/permitted.tsx';

export const Route = createFileRoute('/_app/payment-settings')({
  component: () => (
    <Permitted action="settings.read">
      <SettingsPage />
    </Permitted>
  ),
});
