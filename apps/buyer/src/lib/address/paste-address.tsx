import { Button, Notice, TextAreaField } from '@tradeline/ui';
import { useState } from 'react';
import { problemText } from '../problem-text.ts';
import { type Outputs, trpc } from '../trpc.ts';
import { useWords } from '../words.ts';
import type { AddressForm, Part } from './address-form.ts';

const parts = ['contactName', 'phone', 'province', 'city', 'district', 'street'] as const;

type Found = Pick<Outputs['account']['recogniseAddress'], 'province' | 'phone'>;
const isNothing = ({ province, phone }: Found): boolean => province === '' && phone === '';

/** A whole address from a chat, read into the fields; what is in doubt is told to be looked at. */
export const PasteAddress = ({
  form,
  onDoubts,
}: {
  form: AddressForm;
  onDoubts: (doubts: readonly Part[]) => void;
}) => {
  const words = useWords();
  const { t } = words;
  const [text, setText] = useState('');
  const recognise = trpc.account.recogniseAddress.useMutation({
    onSuccess: ({ doubts, ...found }) => {
      if (isNothing(found)) return onDoubts([]);
      if (found.province !== '') form.setValue('abroad', false);
      for (const part of parts.filter((one) => found[one] !== ''))
        form.setValue(part, found[part], { shouldDirty: true });
      // What was not found leaves what was typed, but the district of another place does not stay behind.
      if (found.city !== '') form.setValue('district', found.district);
      onDoubts(doubts);
    },
  });
  const read = (whole: string) => {
    if (whole.trim() !== '') recognise.mutate({ text: whole.trim() });
  };
  const { data, error } = recognise;
  const told = error
    ? problemText(error, words)
    : data &&
      (isNothing(data) ? t.checkout_paste_nothing() : data.doubts.length > 0 ? t.checkout_paste_done() : undefined);
  return (
    <div className="flex flex-col gap-2 sm:col-span-2">
      <TextAreaField
        label={t.checkout_paste()}
        optional
        rows={2}
        maxLength={400}
        value={text}
        placeholder={t.checkout_paste_hint()}
        onChange={(event) => setText(event.target.value)}
        onPaste={(event) => {
          if (text.trim() === '') read(event.clipboardData.getData('text').slice(0, 400));
        }}
      />
      {text.trim() !== '' && (
        <Button size="sm" className="self-start" pending={recognise.isPending} onPress={() => read(text)}>
          {t.checkout_paste_read()}
        </Button>
      )}
      {told && (
        <Notice tone="info" live>
          {told}
        </Notice>
      )}
    </div>
  );
};
