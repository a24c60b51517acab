import { Picture } from '../../lib/picture.tsx';
import { useWords } from '../../lib/words.ts';
import type { Return } from './return-page.tsx';

/** The pictures of the request; each opens whole in a tab of its own. */
export const ReturnPictures = ({ pictures }: Pick<Return, 'pictures'>) => {
  const { t } = useWords();
  if (pictures.length === 0) return null;
  return (
    <ul aria-label={t.returns_pictures()} className="grid grid-cols-4 gap-2 sm:grid-cols-6 md:grid-cols-3">
      {pictures.map((picture, at) => {
        const label = t.returns_picture({ n: at + 1 });
        return (
          <li key={picture.stem}>
            <a
              href={`/files/pictures/${picture.stem}-${Math.max(...picture.widths)}.webp`}
              target="_blank"
              rel="noreferrer"
              aria-label={label}
              className="block rounded-md border border-line hover:border-control"
            >
              <Picture picture={{ ...picture, alt: { zh: label, en: label } }} sizes="120px" />
            </a>
          </li>
        );
      })}
    </ul>
  );
};
