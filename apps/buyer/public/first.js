// Before the first paint, so that a page in the dark never flashes white. Same key as the ui package's theme.
const theme = localStorage.getItem('tradeline-theme');
if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;

// Every page begins with who looks and whose shop it is, and the most visited ones go on with what is known here as well.
// `lib/first-answers.ts` hands each answer to the call that asks the same.
const ask = (names, input) => `/trpc/${names}?batch=1&input=${encodeURIComponent(JSON.stringify(input))}`;
const product = /^\/goods\/([0-9a-f-]{36})$/u.exec(location.pathname)?.[1];
const next = {
  '/': () =>
    ask('catalog.categories,home.promotions,catalog.usual,cart.get,home.due,home.news,orders.list,account.credit', {
      6: { size: 5 },
    }),
  '/goods': () => ask('catalog.search,catalog.categories,catalog.brands', { 0: { sort: 'sales', page: 1, size: 24 } }),
};
const calls = [ask('session.me,session.shop', {})];
if (product) calls.push(ask('catalog.product', { 0: { id: product } }));
else if (location.search === '') calls.push(...(next[location.pathname] ? [next[location.pathname]()] : []));
window.firstAnswers = {};
for (const call of calls) {
  const answer = fetch(call, { headers: { 'x-tradeline': '1' } });
  // What nobody takes may fail in silence.
  answer.catch(() => {});
  window.firstAnswers[call] = answer;
}

// What this page and this language will need is asked for now, not when the program has found out. The build wrote the names.
const list = document.getElementById('first-load');
if (list) {
  const { languages, pages } = JSON.parse(list.textContent);
  const spoken = navigator.languages.find((tag) => /^(zh|en)\b/u.test(tag)) ?? 'zh';
  const language = localStorage.getItem('PARAGLIDE_LOCALE') ?? (spoken.startsWith('en') ? 'en' : 'zh-CN');
  const here = location.pathname;
  const [, files = []] = pages.find(([start]) => (start === '/' ? here === '/' : here.startsWith(start))) ?? [];
  for (const file of [...(languages[language] ?? []), ...files]) {
    const link = document.createElement('link');
    link.rel = 'modulepreload';
    link.href = `/${file}`;
    document.head.append(link);
  }
}
