import { Button, ErrorPanel } from '@tradeline/ui';
import { useText } from './i18n.tsx';
import { problemOf } from './problem.ts';
import { problemText } from './problem-text.ts';
import { useWords } from './words.ts';

/** A page, or a part of it, that did not load: what happened, and another try. */
export const LoadError = ({ error, onRetry }: { error: unknown; onRetry: () => void }) => {
  const t = useText();
  const words = useWords();
  return (
    <ErrorPanel
      title={problemOf(error).kind === 'offline' ? t.error_offline_title() : t.error_title()}
      action={<Button onPress={onRetry}>{t.retry()}</Button>}
    >
      {problemText(error, words)}
    </ErrorPanel>
  );
};
