import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launch } from 'chrome-launcher';
import lighthouse from 'lighthouse';
import type { Browser } from '../browser/index.ts';

export type Seen = {
  /** Of 100. */
  performance: number;
  accessibility: number;
  /** Milliseconds. */
  fcp: number;
  lcp: number;
  tbt: number;
  cls: number;
  bytes: number;
  findings: { title: string; detail: string }[];
};

/** The session of the demo company's purchaser, as the browser would send it. */
export const signedIn = async (origin: string): Promise<string> => {
  const answer = await fetch(`${origin}/trpc/session.signIn`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-tradeline': '1', origin },
    body: JSON.stringify({ login: 'buyer', password: 'tradeline' }),
  });
  const cookie = answer.headers.getSetCookie()[0]?.split(';')[0];
  if (!cookie) throw new Error(`could not sign in at ${origin}: ${answer.status}`);
  return cookie;
};

/** One visit of a phone on a slow network, nothing cached. */
export const measure = async (browser: Browser, url: string, cookie: string | undefined): Promise<Seen> => {
  const profile = mkdtempSync(join(tmpdir(), 'tradeline-lighthouse-'));
  const chrome = await launch({
    chromePath: browser.path,
    userDataDir: profile,
    envVars: { ...process.env, ...browser.env },
    chromeFlags: ['--headless=new', '--no-sandbox', '--disable-dev-shm-usage', '--lang=zh-CN'],
  });
  try {
    const result = await lighthouse(url, {
      port: chrome.port,
      logLevel: 'error',
      onlyCategories: ['performance', 'accessibility'],
      extraHeaders: cookie ? { cookie } : {},
    });
    if (!result) throw new Error(`Lighthouse said nothing of ${url}`);
    const { audits, categories } = result.lhr;
    const number = (id: string) => audits[id]?.numericValue ?? Number.NaN;
    const score = (id: string) => Math.round((categories[id]?.score ?? 0) * 100);
    return {
      performance: score('performance'),
      accessibility: score('accessibility'),
      fcp: number('first-contentful-paint'),
      lcp: number('largest-contentful-paint'),
      tbt: number('total-blocking-time'),
      cls: number('cumulative-layout-shift'),
      bytes: number('total-byte-weight'),
      findings: Object.values(audits)
        .filter(({ score, scoreDisplayMode }) => score !== null && score < 0.9 && scoreDisplayMode !== 'informative')
        .map(({ title, displayValue }) => ({ title, detail: displayValue ?? '' })),
    };
  } finally {
    chrome.kill();
    rmSync(profile, { recursive: true, force: true });
  }
};
