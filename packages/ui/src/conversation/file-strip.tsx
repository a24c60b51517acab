import { FileText } from 'lucide-react';

/** A picture is shown small and leads to itself in large; anything else is saved. */
export type StripFile = { id: string; name: string; isPicture: boolean; href: string };

/** Files that hang on something: pictures beside each other, documents by name. */
export const FileStrip = ({
  files,
  openLabel,
  saveLabel,
}: {
  files: readonly StripFile[];
  openLabel: (name: string) => string;
  saveLabel: (name: string) => string;
}) => (
  <ul className="flex flex-wrap gap-2">
    {files.map(({ id, name, isPicture, href }) => (
      <li key={id} className="min-w-0">
        {isPicture ? (
          <a
            href={`${href}?size=large`}
            target="_blank"
            rel="noreferrer"
            aria-label={openLabel(name)}
            className="block overflow-hidden rounded-md border border-line bg-surface"
          >
            <img src={`${href}?size=small`} alt={name} loading="lazy" className="h-28 max-w-52 object-cover" />
          </a>
        ) : (
          <a
            href={href}
            download={name}
            aria-label={saveLabel(name)}
            className="flex min-h-9 items-center gap-2 rounded-md border border-line bg-surface px-2.5 py-1.5 text-sm text-accent-ink hover:underline"
          >
            <FileText aria-hidden className="size-4 shrink-0" />
            <span className="max-w-52 truncate">{name}</span>
          </a>
        )}
      </li>
    ))}
  </ul>
);
