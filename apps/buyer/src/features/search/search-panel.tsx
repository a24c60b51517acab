import { Link } from '@tanstack/react-router';
import { cx, UnitPriceText } from '@tradeline/ui';
import { Building2, Clock, FolderTree, Search, TrendingUp, X } from 'lucide-react';
import type { ReactNode } from 'react';
import { Highlight, rangesOf } from '../../lib/highlight.tsx';
import { useBilingual } from '../../lib/i18n.tsx';
import { Picture } from '../../lib/picture.tsx';
import { useWords } from '../../lib/words.ts';
import { type Cell, cellId } from './move-active.ts';
import { useSuggestions } from './use-suggestions.ts';

type Row = { key: string; main: ReactNode; aside?: ReactNode };
type Group = { key: string; title: string; rows: Row[] };

const line = 'flex min-h-11 w-full min-w-0 items-center gap-3 px-4 text-left md:min-h-9 md:px-3';
const icon = 'size-4 shrink-0 text-faint';

/** A field that suggests opens a grid where rows hold more than one thing to do (ARIA's combobox with a grid popup). */
const grid = { role: 'grid' } as const;

/** What might be meant: goods with my price, categories, brands and past searches; before anything is typed, what was searched lately. */
const SearchPanel = ({
  id,
  text,
  active,
  onSearchAgain,
}: {
  id: string;
  text: string;
  active: Cell | undefined;
  onSearchAgain: () => void;
}) => {
  const { t, quantity } = useWords();
  const say = useBilingual();
  const { found, recent, popular, forget } = useSuggestions(text);
  const marked = (words: string) => <Highlight text={words} ranges={rangesOf(words, text)} />;
  const query = (words: string, sign: ReactNode): ReactNode => (
    <Link to="/goods" search={{ q: words }} tabIndex={-1} className={line}>
      {sign}
      <span className="truncate">{text ? marked(words) : words}</span>
    </Link>
  );
  const forgetOne = (words: string): ReactNode => (
    <button
      type="button"
      tabIndex={-1}
      aria-label={t.search_forget({ text: words })}
      onClick={() => {
        forget(words);
        onSearchAgain();
      }}
      className="grid size-11 place-items-center text-faint hover:text-ink md:size-9"
    >
      <X aria-hidden className="size-4" />
    </button>
  );
  const groups: Group[] = text
    ? [
        {
          key: 'queries',
          title: t.search_past(),
          rows: (found?.queries ?? []).map((words) => ({
            key: words,
            main: query(words, <Search aria-hidden className={icon} />),
          })),
        },
        {
          key: 'products',
          title: t.goods_title(),
          rows: (found?.products ?? []).map((product) => ({
            key: product.id,
            main: (
              <Link
                to="/goods/$productId"
                params={{ productId: product.id }}
                tabIndex={-1}
                className={cx(line, 'py-1.5')}
              >
                <Picture picture={product.picture} sizes="40px" className="size-10 shrink-0" />
                <span className="min-w-0 flex-1">
                  <span className="block truncate">{marked(say(product.name))}</span>
                  <span className="block truncate text-sm text-faint">{marked(product.number)}</span>
                </span>
                {product.price && <UnitPriceText price={product.price.from} className="font-semibold" />}
              </Link>
            ),
          })),
        },
        {
          key: 'categories',
          title: t.goods_category(),
          rows: (found?.categories ?? []).map((category) => ({
            key: category.id,
            main: (
              <Link to="/goods" search={{ category: category.id }} tabIndex={-1} className={line}>
                <FolderTree aria-hidden className={icon} />
                <span className="min-w-0 flex-1 truncate">{marked(say(category.name))}</span>
                <span className="tabular text-sm text-faint">{quantity(category.count)}</span>
              </Link>
            ),
          })),
        },
        {
          key: 'brands',
          title: t.goods_brand(),
          rows: (found?.brands ?? []).map((brand) => ({
            key: brand.id,
            main: (
              <Link to="/brands/$brandId" params={{ brandId: brand.id }} tabIndex={-1} className={line}>
                <Building2 aria-hidden className={icon} />
                <span className="min-w-0 flex-1 truncate">{marked(say(brand.name))}</span>
                <span className="tabular text-sm text-faint">{quantity(brand.count)}</span>
              </Link>
            ),
          })),
        },
      ]
    : [
        {
          key: 'recent',
          title: t.search_recent(),
          rows: [
            ...recent.map((words) => ({
              key: words,
              main: query(words, <Clock aria-hidden className={icon} />),
              aside: forgetOne(words),
            })),
            ...(recent.length > 1
              ? [
                  {
                    key: '',
                    main: (
                      <button
                        type="button"
                        tabIndex={-1}
                        onClick={() => {
                          forget();
                          onSearchAgain();
                        }}
                        className={cx(line, 'text-sm text-muted')}
                      >
                        <X aria-hidden className={icon} />
                        {t.search_forget_all()}
                      </button>
                    ),
                  },
                ]
              : []),
          ],
        },
        {
          key: 'popular',
          title: t.search_popular(),
          rows: popular.map((words) => ({
            key: words,
            main: query(words, <TrendingUp aria-hidden className={icon} />),
          })),
        },
      ];
  const shown = groups.filter((group) => group.rows.length > 0);
  let row = -1;
  return (
    <>
      <table
        id={`${id}panel`}
        {...grid}
        aria-label={t.search_suggestions()}
        className="w-full table-fixed border-collapse"
      >
        <colgroup>
          <col />
          <col className="w-11 md:w-9" />
        </colgroup>
        {shown.map((group) => (
          <tbody key={group.key} aria-label={group.title}>
            <tr aria-hidden>
              <td colSpan={2} className="px-4 pt-3 pb-1 text-xs font-medium text-muted md:px-3">
                {group.title}
              </td>
            </tr>
            {group.rows.map(({ key, main, aside }) => {
              row += 1;
              const at = row;
              const cell = (column: number) => ({
                id: cellId(id, { row: at, column }),
                'aria-selected': active?.row === at && active.column === column,
                className: 'p-0 hover:bg-hover aria-selected:bg-hover',
              });
              return (
                <tr key={key} data-row>
                  <td {...cell(0)} colSpan={aside ? 1 : 2}>
                    {main}
                  </td>
                  {aside && <td {...cell(1)}>{aside}</td>}
                </tr>
              );
            })}
          </tbody>
        ))}
      </table>
      {text && found && shown.length === 0 && (
        <p className="px-4 py-4 text-base text-muted">{t.search_no_suggestions({ text })}</p>
      )}
      {!text && shown.length === 0 && <p className="px-4 py-4 text-base text-muted">{t.search_hint()}</p>}
      <p role="status" className="sr-only">
        {text && found ? t.search_suggestion_count({ count: row + 1 }) : ''}
      </p>
    </>
  );
};

export default SearchPanel;
