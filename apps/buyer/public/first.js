// Before the first paint, so that a page in the dark never flashes white. Same key as the ui package's theme.
const theme = localStorage.getItem('tradeline-theme');
if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;

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
