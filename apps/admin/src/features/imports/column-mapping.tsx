import { useNavigate } from '@tanstack/react-router';
import { type SheetKind, sheetFields } from '@tradeline/domain/sheet';
import { Button, Card, CardHeader, Notice, SelectField, SkeletonText, toast } from '@tradeline/ui';
import { useState } from 'react';
import { fieldTitle } from '../../lib/field-name.ts';
import { LoadError } from '../../lib/load-error.tsx';
import { problemText } from '../../lib/problem-text.ts';
import { trpc } from '../../lib/trpc.ts';
import { useWords } from '../../lib/words.ts';

/** Which column of the file is what: guessed, or as chosen last time, with the first cells beside it. */
export const ColumnMapping = ({
  sheet,
  uploadId,
  onBack,
}: {
  sheet: SheetKind;
  uploadId: string;
  onBack: () => void;
}) => {
  const words = useWords();
  const { t, language, quantity } = words;
  const navigate = useNavigate();
  const [chosen, setChosen] = useState<Record<string, string>>({});
  const preview = trpc.imports.preview.useQuery({ uploadId, sheet }, { staleTime: Number.POSITIVE_INFINITY });
  const start = trpc.imports.start.useMutation({
    onSuccess: ({ jobId }) => void navigate({ to: '/imports/$jobId', params: { jobId } }),
    onError: (error) => toast.error(problemText(error, words)),
  });
  const another = <Button onPress={onBack}>{t.imports_another_file()}</Button>;
  if (preview.error)
    return (
      <div className="flex flex-col items-start gap-3">
        <LoadError error={preview.error} onRetry={() => void preview.refetch()} />
        {another}
      </div>
    );
  if (!preview.data) return <SkeletonText lines={8} />;
  const { header, sample, rows, fileName, remembered, formulas } = preview.data;
  const fields = sheetFields[sheet];
  const mapping = Object.fromEntries(
    header.filter(Boolean).map((title) => [title, chosen[title] ?? preview.data.mapping[title] ?? '']),
  );
  const used = Object.values(mapping).filter(Boolean);
  const missing = fields.find(({ key, needed }) => needed === 'always' && !used.includes(key));
  const twice = fields.find(({ key }) => used.filter((each) => each === key).length > 1);
  const wrong = missing
    ? t.imports_map_missing({ field: fieldTitle(missing, language) })
    : twice && t.imports_map_twice({ field: fieldTitle(twice, language) });
  const columns = header.flatMap((title, at) => (title ? [{ title, at }] : []));
  return (
    <Card>
      <CardHeader
        title={t.imports_map_title()}
        aside={
          <>
            {another}
            <Button
              look="primary"
              pending={start.isPending}
              disabledReason={wrong}
              onPress={() => start.mutate({ uploadId, sheet, mode: 'check', mapping })}
            >
              {t.imports_check()}
            </Button>
          </>
        }
      />
      <div className="flex flex-col gap-2 p-4">
        <p className="text-sm text-muted">
          {t.imports_map_body({ file: fileName, rows: quantity(rows) })} {remembered && t.imports_map_remembered()}
        </p>
        {formulas > 0 && <Notice tone="info">{t.imports_map_formulas({ count: quantity(formulas) })}</Notice>}
        {wrong && <Notice tone="warning">{wrong}</Notice>}
      </div>
      <table className="w-full border-t border-line text-left text-base">
        <thead className="text-sm text-muted">
          <tr>
            <th className="px-4 py-2 font-medium">{t.imports_map_column()}</th>
            <th className="hidden px-2 py-2 font-medium md:table-cell">{t.imports_map_sample()}</th>
            <th className="px-4 py-2 font-medium">{t.imports_map_field()}</th>
          </tr>
        </thead>
        <tbody>
          {columns.map(({ title, at }) => (
            <tr key={`${at}:${title}`} className="border-t border-line align-middle">
              <td className="px-4 py-2 font-medium">{title}</td>
              <td className="hidden max-w-72 truncate px-2 py-2 text-sm text-muted md:table-cell">
                {sample
                  .map(({ cells }) => cells[at] ?? '')
                  .filter(Boolean)
                  .slice(0, 3)
                  .join(' · ')}
              </td>
              <td className="w-56 px-4 py-1.5">
                <SelectField
                  hiddenLabel
                  label={`${t.imports_map_field()}: ${title}`}
                  value={mapping[title] ?? ''}
                  onValueChange={(key) => setChosen((old) => ({ ...old, [title]: key }))}
                  options={[
                    { value: '', label: t.imports_map_ignore() },
                    ...fields.map((field) => ({ value: field.key, label: fieldTitle(field, language) })),
                  ]}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Card>
  );
};
