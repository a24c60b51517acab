import { useNavigate } from '@tanstack/react-router';
import { Button, Dialog, SelectField, toast } from '@tradeline/ui';
import { useState } from 'react';
import { useBilingual } from '../../lib/i18n.tsx';
import { problemText } from '../../lib/problem-text.ts';
import { productStatusText } from '../../lib/product-words.ts';
import { trpc } from '../../lib/trpc.ts';
import { useWords } from '../../lib/words.ts';
import { sheetText } from './job-words.ts';

const statuses = ['published', 'draft', 'withdrawn'] as const;

/** What to export, of which goods, as which file; the job's page then offers it. */
export const ExportDialog = ({ open, onClose }: { open: boolean; onClose: () => void }) => {
  const words = useWords();
  const { t, language } = words;
  const say = useBilingual();
  const navigate = useNavigate();
  const [sheet, setSheet] = useState<'goods' | 'prices' | 'stock'>('goods');
  const [format, setFormat] = useState<'xlsx' | 'csv'>('xlsx');
  const [category, setCategory] = useState('');
  const [status, setStatus] = useState<(typeof statuses)[number] | ''>('');
  const categories = trpc.catalog.categories.useQuery(undefined, { staleTime: 300_000, enabled: open });
  const start = trpc.imports.export.useMutation({
    onSuccess: ({ jobId }) => void navigate({ to: '/imports/$jobId', params: { jobId } }),
    onError: (error) => toast.error(problemText(error, words)),
  });
  return (
    <Dialog
      open={open}
      onOpenChange={(next) => !next && onClose()}
      title={t.imports_export_title()}
      description={t.imports_export_hint()}
      footer={
        <>
          <Button onPress={onClose}>{t.cancel()}</Button>
          <Button
            look="primary"
            pending={start.isPending}
            onPress={() =>
              start.mutate({
                sheet,
                format,
                language: language === 'en' ? 'en' : 'zh',
                filter: { ...(category && { category }), ...(status && { status }) },
              })
            }
          >
            {t.imports_export_start()}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-3">
        <SelectField
          label={t.imports_export_what()}
          value={sheet}
          onValueChange={setSheet}
          options={(['goods', 'prices', 'stock'] as const).map((value) => ({ value, label: sheetText(value, t) }))}
        />
        <SelectField
          label={t.imports_export_category()}
          value={category}
          onValueChange={setCategory}
          options={[
            { value: '', label: t.imports_export_any_category() },
            ...(categories.data ?? []).map(({ id, name }) => ({ value: id, label: say(name) })),
          ]}
        />
        <SelectField
          label={t.imports_export_status()}
          value={status}
          onValueChange={setStatus}
          options={[
            { value: '' as const, label: t.imports_export_any_status() },
            ...statuses.map((value) => ({ value, label: productStatusText(value, t) })),
          ]}
        />
        <SelectField
          label={t.imports_export_format()}
          value={format}
          onValueChange={setFormat}
          options={[
            { value: 'xlsx', label: 'xlsx' },
            { value: 'csv', label: 'csv' },
          ]}
        />
      </div>
    </Dialog>
  );
};
