import { Button, Dialog } from '@tradeline/ui';
import { useState } from 'react';
import { useLanguage, useText } from '../../lib/i18n.tsx';
import type { Preview } from './checkout-wish.ts';

/** What placing the order agrees to, and the text itself at a press. */
export const TermsOfSale = ({ terms }: { terms: Preview['termsOfSale'] }) => {
  const t = useText();
  const { language } = useLanguage();
  const [open, setOpen] = useState(false);
  if (!terms) return <p className="text-sm text-muted">{t.checkout_terms_agree()}</p>;
  return (
    <>
      <p className="text-sm text-muted">
        {t.checkout_consent()}{' '}
        <Button look="link" size="inline" onPress={() => setOpen(true)}>
          {t.checkout_consent_terms()}
        </Button>
      </p>
      <Dialog open={open} onOpenChange={setOpen} title={t.checkout_consent_title()} size="lg">
        <p className="pb-3 text-sm text-muted">{t.checkout_consent_version({ version: terms.version })}</p>
        <div className="pb-4 whitespace-pre-wrap">{(language === 'en' && terms.en) || terms.zh}</div>
      </Dialog>
    </>
  );
};
