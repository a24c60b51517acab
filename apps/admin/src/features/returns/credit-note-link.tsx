import { buttonClass } from '@tradeline/ui';
import { FileDown } from 'lucide-react';
import { useLanguage, useText } from '../../lib/i18n.tsx';

/** Saves the credit note of a return as PDF, in the language of the screen. */
export const CreditNoteLink = ({ orderId, returnId }: { orderId: string; returnId: string }) => {
  const t = useText();
  const { language } = useLanguage();
  return (
    <a
      className={buttonClass({ look: 'quiet', size: 'sm' })}
      href={`/documents/orders/${orderId}/returns/${returnId}/credit-note.pdf?language=${language}`}
      download
    >
      <FileDown aria-hidden />
      {t.returns_print()}
    </a>
  );
};
