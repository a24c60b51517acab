import { TextAreaField, TextField, useWide } from '@tradeline/ui';
import { formatDay, shopDay } from '@tradeline/ui/format';
import { useState } from 'react';
import { useWords } from '../../lib/words.ts';
import { Attachments } from './attachments.tsx';
import { filesOf } from './checkout-wish.ts';
import { Section } from './section.tsx';
import type { Checkout } from './use-checkout-form.ts';

/** What goes with the order and changes no figure: when, under which number of theirs, what to mind, which papers. */
export const DetailsSection = ({ checkout: { form, draft, choose, setSending } }: { checkout: Checkout }) => {
  const { t, language } = useWords();
  const wide = useWide();
  const [today] = useState(() => shopDay(Date.now()));
  const { errors } = form.formState;
  const files = filesOf(draft);
  const summary = [
    draft.wishedDate && formatDay(draft.wishedDate, language),
    draft.purchaseOrderNumber,
    files.length > 0 && t.checkout_files_count({ count: files.length }),
  ];
  return (
    <Section
      title={t.checkout_details()}
      summary={summary.filter(Boolean).join(' · ')}
      open={wide || Boolean(draft.wishedDate || draft.purchaseOrderNumber || draft.note)}
    >
      <div className="grid gap-4 sm:grid-cols-2">
        <TextField
          label={t.checkout_wished_date()}
          error={errors.wishedDate?.message}
          optional
          type="date"
          min={today}
          {...form.register('wishedDate')}
        />
        <TextField
          label={t.checkout_po_number()}
          error={errors.purchaseOrderNumber?.message}
          optional
          autoComplete="off"
          {...form.register('purchaseOrderNumber')}
        />
        <TextAreaField
          className="sm:col-span-2"
          label={t.checkout_note()}
          error={errors.note?.message}
          hint={t.checkout_note_hint()}
          optional
          rows={2}
          {...form.register('note')}
        />
        <div className="sm:col-span-2">
          <Attachments
            files={files}
            onSending={setSending}
            onChange={(chosen) => choose('attachments', JSON.stringify(chosen))}
          />
        </div>
      </div>
    </Section>
  );
};
