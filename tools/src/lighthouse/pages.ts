/** The pages that a customer sees most. */
export const pages = (product: string): { name: string; path: string }[] => [
  { name: 'home', path: '/' },
  { name: 'list', path: '/goods' },
  { name: 'product', path: `/goods/${product}` },
];

/** The product that stands first in the list of goods. */
export const firstProduct = async (origin: string, cookie: string): Promise<string> => {
  const input = encodeURIComponent(JSON.stringify({ sort: 'sales', page: 1, size: 1 }));
  const answer = await fetch(`${origin}/trpc/catalog.search?input=${input}`, { headers: { cookie } });
  const found: { result?: { data?: { rows?: { id: string }[] } } } = JSON.parse(await answer.text());
  const id = found.result?.data?.rows?.[0]?.id;
  if (!id) throw new Error(`no goods at ${origin}: is the demo company there?`);
  return id;
};
