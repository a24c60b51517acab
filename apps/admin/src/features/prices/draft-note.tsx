import { TextField, toast } from '@tradeline/ui';
import { useState } from 'react';
import { problemText } from '../../lib/problem-text.ts';
import { type Outputs, trpc } from '../../lib/trpc.ts';
import { useMay } from '../../lib/use-me.ts';
import { useWords } from '../../lib/words.ts';

/** What a draft is for, as it will stand in the list of versions. Saved when the field is left. */
export const DraftNote = ({ version }: { version: Outputs['prices']['draft'] }) => {
  const words = useWords();
  const utils = trpc.useUtils();
  const mayEdit = useMay('price.edit');
  const [note, setNote] = useState(version.note ?? '');
  const save = trpc.prices.note.useMutation({
    onSuccess: () => utils.prices.versions.invalidate(),
    onError: (error) => toast.error(problemText(error, words)),
  });
  return (
    <TextField
      className="max-w-xl"
      label={words.t.prices_draft_note()}
      optional
      maxLength={500}
      readOnly={!mayEdit}
      value={note}
      onChange={(event) => setNote(event.target.value)}
      onBlur={() => note.trim() !== (version.note ?? '') && save.mutate({ id: version.id, note: note.trim() || null })}
    />
  );
};
