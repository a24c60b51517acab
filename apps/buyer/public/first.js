// Before the first paint, so that a page in the dark never flashes white. Same key as the ui package's theme.
const theme = localStorage.getItem('tradeline-theme');
if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;

// Every page begins with who looks and whose shop it is. `lib/first-answers.ts` hands the answer to the first call that asks the same.
const opening = '/trpc/session.me,session.shop?batch=1&input=%7B%7D';
window.firstAnswers = { [opening]: fetch(opening, { headers: { 'x-tradeline': '1' } }) };

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
