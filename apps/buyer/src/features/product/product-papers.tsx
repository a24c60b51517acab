import { Card, CardHeader } from '@tradeline/ui';
import { FileText } from 'lucide-react';
import { useBilingual } from '../../lib/i18n.tsx';
import { useWords } from '../../lib/words.ts';
import type { Product } from './product-page.tsx';

const size = (bytes: number): string =>
  bytes >= 1_000_000 ? `${(bytes / 1_000_000).toFixed(1)} MB` : `${Math.max(1, Math.round(bytes / 1_000))} kB`;

/** Data sheets, certificates, manuals. */
export const ProductPapers = ({ documents }: { documents: Product['documents'] }) => {
  const { t } = useWords();
  const say = useBilingual();
  if (documents.length === 0) return null;
  return (
    <Card>
      <CardHeader title={t.product_documents()} />
      <ul className="divide-y divide-line">
        {documents.map((document) => (
          <li key={document.id}>
            <a
              href={`/files/documents/${document.file}`}
              target="_blank"
              rel="noreferrer"
              className="flex min-h-12 items-center gap-3 px-4 py-2 hover:bg-hover focus-visible:outline-offset-[-2px]"
            >
              <FileText aria-hidden className="size-5 shrink-0 text-faint" />
              <span className="min-w-0 flex-1 truncate font-medium">{say(document.name)}</span>
              <span className="tabular shrink-0 text-sm text-muted">
                {t.product_document_size({ size: size(document.bytes) })}
              </span>
            </a>
          </li>
        ))}
      </ul>
    </Card>
  );
};
