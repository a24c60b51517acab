// Before the first paint, so that a page in the dark never flashes white. Same key as the ui package's theme.
const theme = localStorage.getItem('tradeline-theme');
if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;

// Every page begins with who looks and whose shop it is, and the most visited ones go on with what is known here as well.
// `lib/first-answers.ts` hands each answer to the call that asks the same.
window.firstAnswers = {};
const ask = (names, input) => {
  const address = `/trpc/${names}?batch=1&input=${encodeURIComponent(JSON.stringify(input))}`;
  const answer = fetch(address, { headers: { 'x-tradeline': '1' } });
  // What nobody takes may fail in silence.
  answer.catch(() => {});
  window.firstAnswers[address] = answer;
  return answer;
};
// What the build wrote into the page; in development there is nothing.
const told = JSON.parse(document.getElementById('first-load')?.textContent ?? 'null');
// The pictures of the first screen are on their way before the program draws them.
const preload = (picture, sizes) => {
  if (!picture || !sizes) return;
  const files = picture.widths.toSorted((a, b) => a - b).map((w) => `/files/pictures/${picture.stem}-${w}.webp ${w}w`);
  const link = document.createElement('link');
  Object.assign(link, { rel: 'preload', as: 'image', imageSrcset: files.join(', '), imageSizes: sizes });
  link.fetchPriority = 'high';
  document.head.append(link);
};
const look = async (answer, draw) => {
  const [first] = await (await answer).clone().json();
  if (first.result) draw(first.result.data);
};
const product = /^\/goods\/([0-9a-f-]{36})$/u.exec(location.pathname)?.[1];
const plain = location.search === '' && location.pathname;
void ask('session.me,session.shop', {});
if (plain === '/')
  void ask('catalog.categories,home.promotions,catalog.usual,cart.get,home.due,home.news,orders.list,account.credit', {
    6: { size: 5 },
  });
if (plain === '/goods') {
  const found = ask('catalog.search,catalog.categories,catalog.brands', { 0: { sort: 'sales', page: 1, size: 24 } });
  const asPictures = ['grid', null].includes(localStorage.getItem('goods-view'));
  const draw = ({ rows }) => {
    for (const row of rows.slice(0, 4)) preload(row.picture, told?.pictures.card);
  };
  if (asPictures) look(found, draw).catch(() => {});
}
if (product) {
  const draw = ({ pictures }) => {
    // Which variant's pictures are shown is the page's to know.
    if (pictures.every(({ skuId }) => skuId === null)) preload(pictures[0], told?.pictures.gallery);
  };
  look(ask('catalog.product', { 0: { id: product } }), draw).catch(() => {});
}

// What this page and this language will need is asked for now, not when the program has found out.
if (told) {
  const { languages, pages } = told;
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
