import { buttonClass } from '@tradeline/ui';
import { FileDown } from 'lucide-react';
import { useLanguage, useText } from './i18n.tsx';

/** Saves a paper of an order as PDF, in the language of the screen: the order itself, or one parcel of it. */
export const DocumentLink = ({ orderId, parcelId }: { orderId: string; parcelId?: string }) => {
  const t = useText();
  const { language } = useLanguage();
  const path = parcelId === undefined ? 'confirmation.pdf' : `parcels/${parcelId}/delivery-note.pdf`;
  return (
    <a
      className={buttonClass({ look: 'quiet', size: 'sm' })}
      href={`/documents/orders/${orderId}/${path}?language=${language}`}
      download
    >
      <FileDown aria-hidden />
      {parcelId === undefined ? t.after_confirmation() : t.after_delivery_note()}
    </a>
  );
};
