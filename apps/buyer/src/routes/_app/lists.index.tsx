import { createFileRoute } from '@tanstack/react-router';
import { ListsPage } from '../../features/lists/lists-page.tsx';

export const Route = createFileRoute('/_app/lists/')({ component: ListsPage });
