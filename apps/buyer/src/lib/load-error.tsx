import { Link } from '@tanstack/react-router';
import { Button, buttonClass, EmptyState, ErrorPanel } from '@tradeline/ui';
import { SearchX } from 'lucide-react';
import { problemOf } from './problem.ts';
import { problemText } from './problem-text.ts';
import { useWords } from './words.ts';

/** A page, or a part of it, that did not load: what happened, and another try; what is not there at all leads home. */
export const LoadError = ({ error, onRetry }: { error: unknown; onRetry: () => void }) => {
  const words = useWords();
  const { t } = words;
  const problem = problemOf(error);
  if (problem.kind === 'refusal' && problem.refusal.kind.endsWith('-not-found'))
    return (
      <div role="alert">
        <EmptyState
          icon={<SearchX aria-hidden />}
          title={t.refusal_not_found_title()}
          action={
            <Link to="/" className={buttonClass({ look: 'primary' })}>
              {t.not_found_home()}
            </Link>
          }
        >
          {problemText(error, words)}
        </EmptyState>
      </div>
    );
  return (
    <ErrorPanel
      title={problem.kind === 'offline' ? t.error_offline_title() : t.error_title()}
      action={<Button onPress={onRetry}>{t.retry()}</Button>}
    >
      {problemText(error, words)}
    </ErrorPanel>
  );
};
