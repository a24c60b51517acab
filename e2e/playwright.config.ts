import { defineConfig } from '@playwright/test';
import { findBrowser } from '@tradeline/tools/browser';

const browser = await findBrowser();
if (!browser.ok) throw new Error(browser.error.advice);

/**
 * A journey that fails is run once more, and if it passes then it is told of at the end: it is a defect of the product or of
 * the journey (decision 323). With full counts, at night, nothing is tried again.
 */
export default defineConfig({
  testDir: 'src',
  testMatch: '**/*.spec.ts',
  outputDir: '../test-results',
  globalSetup: './src/start-product.ts',
  workers: 2,
  fullyParallel: true,
  retries: process.env.NIGHTLY === '1' ? 0 : 1,
  forbidOnly: true,
  timeout: 240_000,
  // What is waited for comes by an event or an answer; how soon is measured by `bench`, not here, where two browsers share the machine.
  expect: { timeout: 20_000 },
  reporter: 'list',
  use: {
    browserName: 'chromium',
    // A trace takes pictures of every step, a good part of a journey's time; asked for when one is wanted.
    trace: process.env.TRACE === '1' ? 'retain-on-failure' : 'off',
    screenshot: 'only-on-failure',
    contextOptions: { reducedMotion: 'reduce' },
    launchOptions: {
      executablePath: browser.value.path,
      args: [
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
      env: { ...process.env, ...browser.value.env } as Record<string, string>,
    },
  },
});
