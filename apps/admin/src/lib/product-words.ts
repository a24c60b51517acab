import type { Tone } from '@tradeline/ui';
import type { Text } from './i18n.tsx';

const statuses: Record<string, { text: (t: Text) => string; tone: Tone }> = {
  published: { text: (t) => t.product_published(), tone: 'success' },
  draft: { text: (t) => t.product_draft(), tone: 'neutral' },
  withdrawn: { text: (t) => t.product_withdrawn(), tone: 'warning' },
};
export const productStatusText = (status: string, t: Text): string => statuses[status]?.text(t) ?? status;
export const productStatusTone = (status: string): Tone => statuses[status]?.tone ?? 'neutral';
