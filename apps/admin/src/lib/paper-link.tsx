import { buttonClass } from '@tradeline/ui';
import { Printer } from 'lucide-react';
import type { ReactNode } from 'react';
import { useLanguage } from './i18n.tsx';

/** Saves a paper that is printed for the house, in the language of the screen. */
export const PaperLink = ({ path, children }: { path: string; children: ReactNode }) => {
  const { language } = useLanguage();
  return (
    <a className={buttonClass({ look: 'quiet', size: 'sm' })} href={`/documents/${path}?language=${language}`} download>
      <Printer aria-hidden />
      {children}
    </a>
  );
};
