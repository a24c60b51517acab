type Named = { readonly zh: string; readonly en?: string | undefined };
type Axis = { readonly code: string; readonly values: readonly { readonly code: string; readonly name: Named }[] };
type Variant = { readonly options: Readonly<Record<string, string>> };

/** 红色 is also written 红, M 码 also M. */
const shortForms = (word: string): string[] => [word, word.replace(/[色码号]$/u, '')].filter(Boolean);

/** Words as people separate them; Latin and digits apart from Chinese, so that "红色M码" is two. */
const tokensOf = (words: string): string[] =>
  [
    ...words
      .normalize('NFKC')
      .toLowerCase()
      .matchAll(/\p{Script=Han}+|(?:(?!\p{Script=Han})[\p{L}\p{N}.])+/gu),
  ].map(([token]) => token);

const isNamed = (value: Axis['values'][number], tokens: readonly string[]): boolean =>
  [value.name.zh, value.name.en ?? '', value.code].some((name) => {
    const wanted = tokensOf(name);
    if (wanted.length === 0) return false;
    return wanted.every((part) =>
      shortForms(part).some((form) =>
        tokens.some(
          (token) => shortForms(token).includes(form) || (/^\p{Script=Han}{2,}$/u.test(part) && token.includes(part)),
        ),
      ),
    );
  });

/**
 * The variants that some words mean: "红色 M" of a shirt in three colours and four sizes is one, "红色" four. An axis that
 * the words do not speak of narrows nothing; words that name no value at all leave every variant.
 */
export const meantVariants = <V extends Variant>(words: string, axes: readonly Axis[], variants: readonly V[]): V[] => {
  const tokens = tokensOf(words);
  let left = [...variants];
  for (const axis of axes) {
    const named = new Set(axis.values.filter((value) => isNamed(value, tokens)).map(({ code }) => code));
    if (named.size === 0) continue;
    const kept = left.filter(({ options }) => named.has(options[axis.code] ?? ''));
    if (kept.length > 0) left = kept;
  }
  return left;
};
