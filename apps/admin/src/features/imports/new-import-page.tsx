import { Link, useNavigate } from '@tanstack/react-router';
import { Breadcrumbs, Button, Card, CardHeader, PageHeader, RadioGroup, toast } from '@tradeline/ui';
import { FileSpreadsheet } from 'lucide-react';
import { useState } from 'react';
import { problemText } from '../../lib/problem-text.ts';
import { trpc } from '../../lib/trpc.ts';
import { useMay } from '../../lib/use-me.ts';
import { useWords } from '../../lib/words.ts';
import { ColumnMapping } from './column-mapping.tsx';
import { FileDrop } from './file-drop.tsx';
import { type SheetName, sheetText } from './job-words.ts';
import { saveTemplate } from './save-template.ts';

/** What to import, the file, and which of its columns is what; then it is tried, and nothing is written yet. */
export const NewImportPage = () => {
  const words = useWords();
  const { t } = words;
  const navigate = useNavigate();
  const utils = trpc.useUtils();
  const allowed: Record<SheetName, boolean> = {
    goods: useMay('product.import'),
    pictures: useMay('product.import'),
    prices: useMay('price.edit'),
    stock: useMay('stock.adjust'),
  };
  const about: Record<SheetName, string> = {
    goods: t.imports_about_goods(),
    prices: t.imports_about_prices(),
    stock: t.imports_about_stock(),
    pictures: t.imports_about_pictures(),
  };
  const kinds = ['goods', 'prices', 'stock', 'pictures'] as const;
  const [sheet, setSheet] = useState<SheetName>(kinds.find((kind) => allowed[kind]) ?? 'goods');
  const [uploadId, setUploadId] = useState<string>();
  const pictures = trpc.imports.startPictures.useMutation({
    onSuccess: ({ jobId }) => void navigate({ to: '/imports/$jobId', params: { jobId } }),
    onError: (error) => toast.error(problemText(error, words)),
  });
  const taken = (id: string) =>
    sheet === 'pictures' ? pictures.mutate({ uploadId: id, mode: 'check' }) : setUploadId(id);
  const template = async () => {
    if (sheet !== 'pictures') await saveTemplate(sheet, await utils.imports.names.fetch(), words);
  };
  return (
    <div className="mx-auto w-full max-w-5xl p-4 md:p-5">
      <PageHeader
        breadcrumbs={
          <Breadcrumbs
            steps={[
              { key: 'list', node: <Link to="/imports">{t.imports_title()}</Link> },
              { key: 'here', node: t.imports_new_title() },
            ]}
          />
        }
        title={t.imports_new_title()}
      />
      {uploadId && sheet !== 'pictures' ? (
        <ColumnMapping sheet={sheet} uploadId={uploadId} onBack={() => setUploadId(undefined)} />
      ) : (
        <div className="grid items-start gap-4 md:grid-cols-2">
          <RadioGroup
            label={t.imports_choose_kind()}
            value={sheet}
            onValueChange={setSheet}
            options={kinds.map((value) => ({
              value,
              label: sheetText(value, t),
              description: about[value],
              ...(allowed[value] ? {} : { disabledReason: t.refusal_not_permitted() }),
            }))}
          />
          <Card>
            <CardHeader
              title={t.imports_choose_file()}
              aside={
                sheet !== 'pictures' && (
                  <Button size="sm" onPress={() => void template()}>
                    <FileSpreadsheet aria-hidden />
                    {t.imports_template()}
                  </Button>
                )
              }
            />
            <div className="p-4">
              <FileDrop key={sheet} sheet={sheet} onSent={taken} />
            </div>
          </Card>
        </div>
      )}
    </div>
  );
};
