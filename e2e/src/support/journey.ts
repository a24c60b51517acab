import { type BrowserContext, test as base, expect, type Page } from '@playwright/test';
import { openShop, type Shop } from './shop.ts';
import { type AppName, type Language, type Words, wordsOf } from './words.ts';

/** One of the two apps as one person has it open. */
export type App = { page: Page; words: Words; language: Language };

type Size = { width: number; height: number };
export type JourneyOptions = { language: Language; size: Size };
export const phone = { width: 390, height: 844 };
export const desk = { width: 1440, height: 900 };

/** With SLOW_CPU=6 every page computes six times slower, as on a cheap phone: what a journey leaves to chance shows then. */
const slower = Number(process.env.SLOW_CPU ?? 1);

type Journey = { portal: App; console: App; shop: Shop; open: (app: AppName, size?: Size) => Promise<App> };

/** A journey has the portal and the console open, and fails when a page of either reports an error of its own. */
export const test = base.extend<JourneyOptions & Journey>({
  language: ['zh-CN', { option: true }],
  size: [desk, { option: true }],
  open: async ({ browser, language, size }, use) => {
    const contexts: BrowserContext[] = [];
    const errors: string[] = [];
    await use(async (app, wanted = size) => {
      const context = await browser.newContext({
        baseURL: (app === 'buyer' ? process.env.PORTAL_URL : process.env.CONSOLE_URL) ?? '',
        locale: language === 'en' ? 'en-GB' : 'zh-CN',
        timezoneId: 'Asia/Shanghai',
        viewport: wanted,
        reducedMotion: 'reduce',
      });
      contexts.push(context);
      const page = await context.newPage();
      if (slower > 1)
        await (await context.newCDPSession(page)).send('Emulation.setCPUThrottlingRate', { rate: slower });
      page.on('pageerror', (error) => errors.push(`${app}: ${error.message}`));
      page.on('console', (message) => {
        if (message.type() === 'error' && !isAnswer(message.text(), message.location().url))
          errors.push(`${app}: ${message.text()} ${message.location().url}`);
      });
      return { page, words: wordsOf(app, language), language };
    });
    for (const context of contexts) await context.close();
    expect(errors, 'errors of the pages').toEqual([]);
  },
  portal: ({ open }, use) => open('buyer').then(use),
  console: ({ open }, use) => open('admin').then(use),
  shop: async ({ browserName: _ }, use) => {
    const shop = openShop();
    await use(shop);
    await shop.close();
  },
});

/** What the browser reports by itself: an answer with a 4xx status from a procedure, or a connection cut by the journey. */
const isAnswer = (text: string, url: string): boolean =>
  (url.includes('/trpc/') && /the server responded with a status of 4\d\d/.test(text)) || text.includes('net::ERR_');

/** What a person of that language reads; a text without English is shown in Chinese. */
export const say = (text: { zh: string; en?: string }, language: Language): string =>
  (language === 'en' ? text.en : undefined) ?? text.zh;

export { expect };
