import type { Plugin, Rolldown } from 'vite';
import { pictureSizes } from './src/lib/picture-sizes.ts';

const LANGUAGES = ['zh-CN', 'en'];
/** The pages that people open from outside, by the beginning of their address, the longest first. */
const PAGES = {
  '/goods/': '_app/goods.$productId',
  '/goods': '_app/goods.index',
  '/sign-in': 'sign-in',
  '/': '_app/index',
};

/**
 * Writes into the page which files each language and each much visited page needs beside the entry, and how wide its first
 * pictures are, so that `first.js` can ask for them at once instead of after the entry has run.
 */
export const firstLoad = (): Plugin => ({
  name: 'first-load',
  apply: 'build',
  transformIndexHtml: {
    order: 'post',
    handler: (_, { bundle }) => {
      const chunks = Object.values(bundle ?? {}).filter((file) => file.type === 'chunk');
      const byName = new Map(chunks.map((chunk) => [chunk.fileName, chunk]));
      const of = (end: string) => chunks.find(({ facadeModuleId }) => facadeModuleId?.endsWith(end));
      const reach = (chunk: Rolldown.OutputChunk | undefined, seen = new Set<string>()): Set<string> => {
        if (!chunk || seen.has(chunk.fileName)) return seen;
        seen.add(chunk.fileName);
        for (const name of chunk.imports) reach(byName.get(name), seen);
        return seen;
      };
      const entry = reach(chunks.find((chunk) => chunk.isEntry));
      const beside = (...ends: string[]) => [
        ...new Set(ends.flatMap((end) => [...reach(of(end))].filter((name) => !entry.has(name)))),
      ];
      const component = (route: string) => `/routes/${route}.tsx?tsr-split=component`;
      const told = {
        pictures: pictureSizes,
        languages: Object.fromEntries(LANGUAGES.map((name) => [name, beside(`/messages/${name}.js`)])),
        pages: Object.entries(PAGES).map(([path, route]) => [
          path,
          beside(...(route.startsWith('_app/') ? [component('_app')] : []), component(route)),
        ]),
      };
      return [
        {
          tag: 'script',
          attrs: { type: 'application/json', id: 'first-load' },
          children: JSON.stringify(told),
          injectTo: 'head-prepend' as const,
        },
      ];
    },
  },
});
