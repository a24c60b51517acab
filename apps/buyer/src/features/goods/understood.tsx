import { Notice } from '@tradeline/ui';
import { useWords } from '../../lib/words.ts';
import type { Found } from './found.ts';

/** How the words were taken, where that is not what was typed: nothing is corrected silently. */
export const Understood = ({ text, understood }: { text: string | undefined; understood: Found['understood'] }) => {
  const words = useWords();
  const { t } = words;
  if (!text || !understood) return null;
  const { corrected, synonyms = [] } = understood;
  if (corrected)
    return (
      <Notice tone="info" className="mb-3">
        {t.search_corrected({ text, corrected })}
      </Notice>
    );
  if (synonyms.length === 0) return null;
  return <p className="pb-3 text-sm text-muted">{t.search_synonyms({ words: words.list(synonyms) })}</p>;
};
