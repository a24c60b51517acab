import type { Tone } from '@tradeline/ui';
import type { Text } from './i18n.tsx';

const statuses: Record<string, { text: (t: Text) => string; tone: Tone }> = {
  active: { text: (t) => t.customer_active(), tone: 'success' },
  suspended: { text: (t) => t.customer_suspended(), tone: 'danger' },
  closed: { text: (t) => t.customer_closed(), tone: 'neutral' },
};
export const customerStatusText = (status: string, t: Text): string => statuses[status]?.text(t) ?? status;
export const customerStatusTone = (status: string): Tone => statuses[status]?.tone ?? 'neutral';
