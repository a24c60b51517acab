import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, type Page, test } from '@playwright/test';
import { type QuoteInput, quote } from '@tradeline/domain/order';
import { quoteInputs } from '@tradeline/domain/testing';
import { type PromotionVector, quoteInput } from '@tradeline/tools/vectors';
import fc from 'fast-check';
import { rolldown } from 'rolldown';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** `quote` as a browser gets it: bundled and minified. */
const bundled = async (): Promise<string> => {
  const bundle = await rolldown({ input: `${root}packages/domain/src/order/index.ts`, logLevel: 'silent' });
  const { output } = await bundle.generate({ format: 'iife', name: 'domain', minify: true });
  await bundle.close();
  return output[0].code;
};

const inNode = (inputs: readonly QuoteInput[]): string[] => inputs.map((input) => JSON.stringify(quote(input)));

const inBrowser = (page: Page, inputs: readonly QuoteInput[]): Promise<string[]> =>
  page.evaluate(
    (all: string[]) => {
      const { domain } = globalThis as unknown as { domain: { quote: (input: unknown) => unknown } };
      return all.map((input) => JSON.stringify(domain.quote(JSON.parse(input))));
    },
    inputs.map((input) => JSON.stringify(input)),
  );

test.beforeEach(async ({ page }) => {
  await page.addScriptTag({ content: await bundled() });
});

test('every published case has the same bytes in the browser as on the server', async ({ page }) => {
  const { vectors } = JSON.parse(readFileSync(`${root}packages/domain/cases/promotions.json`, 'utf8')) as {
    vectors: PromotionVector[];
  };
  const inputs = vectors.map(quoteInput);
  expect(await inBrowser(page, inputs)).toEqual(inNode(inputs));
});

test('10,000 random orders have the same bytes in the browser as on the server', async ({ page }) => {
  const inputs = fc.sample(quoteInputs, { numRuns: 10_000, seed: 20_260_306 });
  for (let from = 0; from < inputs.length; from += 500) {
    const some = inputs.slice(from, from + 500);
    expect(await inBrowser(page, some)).toEqual(inNode(some));
  }
});
