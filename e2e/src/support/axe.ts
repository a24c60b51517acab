import AxeBuilder from '@axe-core/playwright';
import { type App, expect } from './journey.ts';

/** WCAG 2.2 AA as far as a program can judge it; each finding is named with the elements it stands on. The journey goes on, so that one run names them all. */
export const expectAccessible = async ({ page, language }: App, what: string): Promise<void> => {
  // No page holds another, so nothing has to be put together on a second one; and only what is wrong is described.
  const axe = new AxeBuilder({ page })
    .setLegacyMode()
    .options({ resultTypes: ['violations'] })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']);
  // It compares word by word, and Chinese has no spaces between words: 按下单时间排序 does contain 下单时间.
  if (language === 'zh-CN') axe.disableRules('label-content-name-mismatch');
  // A table that is being read again is pale for a moment, which is no colour that anybody has to read.
  await page.waitForFunction(() =>
    [...document.querySelectorAll('table')].every((t) => getComputedStyle(t).opacity === '1'),
  );
  const { violations } = await axe.analyze();
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 200)).join(' | ')}`);
  expect.soft(found, what).toEqual([]);
};
