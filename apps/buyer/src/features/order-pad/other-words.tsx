import { Button, TextField } from '@tradeline/ui';
import { useState } from 'react';
import { useWords } from '../../lib/words.ts';

/** A line that means nothing we have: said so, and looked for again in other words. */
export const OtherWords = ({
  problem,
  text,
  pending,
  onAgain,
}: {
  problem: string;
  text: string;
  pending: boolean;
  onAgain: (text: string) => void;
}) => {
  const { t } = useWords();
  const [words, setWords] = useState(text);
  return (
    <form
      className="mt-1 flex max-w-md flex-col gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        if (words.trim() !== '') onAgain(words);
      }}
    >
      <p role="status" className="text-sm text-danger-ink">
        {problem}
      </p>
      <div className="flex items-end gap-2">
        <TextField
          className="flex-1"
          label={t.pad_other_words()}
          hiddenLabel
          value={words}
          onChange={(event) => setWords(event.target.value)}
        />
        <Button type="submit" look="secondary" pending={pending}>
          {t.pad_again()}
        </Button>
      </div>
    </form>
  );
};
