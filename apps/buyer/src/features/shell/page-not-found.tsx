import { Link } from '@tanstack/react-router';
import { buttonClass, EmptyState, usePageTitle } from '@tradeline/ui';
import { SearchX } from 'lucide-react';
import { useText } from '../../lib/i18n.tsx';

export const PageNotFound = () => {
  const t = useText();
  usePageTitle(t.not_found_title());
  return (
    <main>
      <EmptyState
        heading
        icon={<SearchX aria-hidden />}
        title={t.not_found_title()}
        action={
          <Link to="/" className={buttonClass({ look: 'primary' })}>
            {t.not_found_home()}
          </Link>
        }
      >
        {t.not_found_body()}
      </EmptyState>
    </main>
  );
};
