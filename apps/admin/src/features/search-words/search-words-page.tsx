import {
  Button,
  Card,
  CardHeader,
  DateText,
  EmptyState,
  IconButton,
  PageHeader,
  Segmented,
  SelectField,
  TextField,
  toast,
} from '@tradeline/ui';
import { SearchCheck, X } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { LoadError } from '../../lib/load-error.tsx';
import { problemText } from '../../lib/problem-text.ts';
import { SectionTabs } from '../../lib/section-tabs.tsx';
import { trpc } from '../../lib/trpc.ts';
import { useWords } from '../../lib/words.ts';

const split = (text: string): string[] =>
  text
    .split(/[\n,，、;；]+/u)
    .map((word) => word.trim())
    .filter(Boolean);

/** What search knows beyond the catalogue: synonyms, words of the trade; and what customers looked for in vain. */
export const SearchWordsPage = () => {
  const words = useWords();
  const { t } = words;
  const utils = trpc.useUtils();
  const [terms, setTerms] = useState('');
  const [mode, setMode] = useState<'both' | 'one-way'>('both');
  const [word, setWord] = useState('');
  const [nothing, setNothing] = useState<'nothing' | 'popular'>('nothing');
  const synonyms = trpc.searchWords.synonyms.useQuery();
  const dictionary = trpc.searchWords.words.useQuery();
  const searched = trpc.searchWords.searchedFor.useQuery({ nothing: nothing === 'nothing' });
  const onError = (problem: unknown) => {
    toast.error(problemText(problem, words));
  };
  const onSuccess = () => utils.searchWords.invalidate();
  const saveSynonym = trpc.searchWords.saveSynonym.useMutation({ onSuccess, onError });
  const removeSynonym = trpc.searchWords.removeSynonym.useMutation({
    onError,
    onSuccess: async (gone) => {
      await onSuccess();
      toast(t.search_words_removed(), {
        duration: 20_000,
        action: { label: t.assortments_undo(), onClick: () => saveSynonym.mutate(gone) },
      });
    },
  });
  const addWords = trpc.searchWords.addWords.useMutation({
    onError,
    onSuccess: async ({ added }) => {
      await onSuccess();
      toast.success(t.search_words_added({ count: added.length }));
    },
  });
  const removeWord = trpc.searchWords.removeWord.useMutation({ onError, onSuccess });
  const submitSynonym = (event: FormEvent) => {
    event.preventDefault();
    const list = split(terms);
    if (list.length < 2) {
      toast.error(t.search_words_refusal_two());
      return;
    }
    saveSynonym.mutate({ terms: list, mode }, { onSuccess: () => setTerms('') });
  };
  const submitWords = (event: FormEvent) => {
    event.preventDefault();
    const list = split(word);
    if (list.length > 0) addWords.mutate({ words: list }, { onSuccess: () => setWord('') });
  };
  const error = synonyms.error ?? dictionary.error ?? searched.error;
  if (error && !synonyms.data) return <LoadError error={error} onRetry={() => void synonyms.refetch()} />;
  return (
    <div className="mx-auto w-full max-w-5xl p-4 md:p-5">
      <PageHeader title={t.search_words_title()} meta={t.search_words_lead()} />
      <SectionTabs section="structure" />
      <div className="grid items-start gap-4 lg:grid-cols-2">
        <Card>
          <CardHeader
            title={t.search_words_searches()}
            aside={
              <Segmented
                label={t.search_words_searches()}
                value={nothing}
                onValueChange={setNothing}
                segments={[
                  { value: 'nothing', label: t.search_words_nothing() },
                  { value: 'popular', label: t.search_words_popular() },
                ]}
              />
            }
          />
          {searched.data?.length === 0 ? (
            <EmptyState icon={<SearchCheck aria-hidden />} title={t.search_words_none()} className="py-8" />
          ) : (
            <ul aria-label={t.search_words_searches()} className="max-h-[36rem] divide-y divide-line overflow-y-auto">
              {searched.data?.map((row) => (
                <li key={row.text} className="flex flex-wrap items-center gap-x-3 gap-y-1 px-4 py-2">
                  <span className="min-w-28 flex-1 font-medium">{row.text}</span>
                  <span className="tabular text-sm text-muted">
                    {t.search_words_times({ times: row.times, customers: row.customers })} ·{' '}
                    <DateText at={row.lastAt} style="date" />
                  </span>
                  <Button size="sm" onPress={() => setTerms(`${row.text}，`)}>
                    {t.search_words_make_synonym()}
                  </Button>
                  <Button size="sm" pending={addWords.isPending} onPress={() => addWords.mutate({ words: [row.text] })}>
                    {t.search_words_make_word()}
                  </Button>
                </li>
              ))}
            </ul>
          )}
        </Card>
        <div className="flex flex-col gap-4">
          <Card>
            <CardHeader title={t.search_words_synonyms()} />
            <form className="flex flex-wrap items-start gap-2 p-4" onSubmit={submitSynonym}>
              <TextField
                className="min-w-40 flex-1"
                label={t.search_words_terms()}
                hint={t.search_words_terms_hint()}
                value={terms}
                onChange={(event) => setTerms(event.target.value)}
              />
              <SelectField
                className="w-36"
                label={t.search_words_mode()}
                value={mode}
                onValueChange={setMode}
                options={[
                  { value: 'both', label: t.search_words_both() },
                  { value: 'one-way', label: t.search_words_one_way() },
                ]}
              />
              <Button type="submit" look="primary" className="mt-6" pending={saveSynonym.isPending}>
                {t.assortments_add()}
              </Button>
            </form>
            <ul
              aria-label={t.search_words_synonyms()}
              className="divide-y divide-line border-t border-line empty:hidden"
            >
              {synonyms.data?.map((row) => (
                <li key={row.id} className="flex items-center gap-2 px-4 py-1">
                  <span className="flex-1">
                    {row.mode === 'both'
                      ? row.terms.join(' = ')
                      : `${row.terms[0] ?? ''} → ${row.terms.slice(1).join('、')}`}
                  </span>
                  <IconButton
                    size="sm"
                    label={t.assortments_take_out({ name: row.terms.join(' ') })}
                    icon={<X aria-hidden />}
                    onPress={() => removeSynonym.mutate({ id: row.id })}
                  />
                </li>
              ))}
            </ul>
          </Card>
          <Card>
            <CardHeader title={t.search_words_dictionary()} />
            <form className="flex flex-wrap items-start gap-2 p-4" onSubmit={submitWords}>
              <TextField
                className="min-w-56 flex-1"
                label={t.search_words_word()}
                hint={t.search_words_word_hint()}
                value={word}
                onChange={(event) => setWord(event.target.value)}
              />
              <Button type="submit" look="primary" className="mt-6" pending={addWords.isPending}>
                {t.assortments_add()}
              </Button>
            </form>
            <ul
              aria-label={t.search_words_dictionary()}
              className="flex max-h-80 flex-wrap gap-2 overflow-y-auto px-4 pb-4"
            >
              {dictionary.data?.map((row) => (
                <li key={row.id} className="flex items-center rounded-md bg-sunken pl-2.5 text-sm">
                  {row.word}
                  <IconButton
                    plain
                    size="sm"
                    label={t.assortments_take_out({ name: row.word })}
                    icon={<X aria-hidden />}
                    onPress={() => removeWord.mutate({ id: row.id })}
                  />
                </li>
              ))}
            </ul>
          </Card>
        </div>
      </div>
    </div>
  );
};
