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
  /** How quick this machine was while it measured; a quiet desk has 1,500 and more. */
  machine: number;
  slowdown: number;
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

/**
 * By how much a machine must be slowed down to be a phone of the middle price, from Lighthouse's own benchmark of it: its
 * usual 4 is meant for a quick and quiet desk, and makes a busy small machine slower than any phone that is sold.
 */
export const slowdownFor = (machine: number): number => {
  if (machine >= 1_300) return 3 + (machine - 1_300) / 233;
  if (machine >= 800) return 2 + (machine - 800) / 500;
  return Math.max(1, 1 + (machine - 150) / 650);
};

/** One visit of a phone on a slow network, nothing cached. Without `slowdown` it is Lighthouse's own, 4. */
export const measure = async (
  browser: Browser,
  url: string,
  cookie: string | undefined,
  slowdown = 4,
): Promise<Seen> => {
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
      throttling: { cpuSlowdownMultiplier: slowdown },
    });
    if (!result) throw new Error(`Lighthouse said nothing of ${url}`);
    const { audits, categories, environment } = result.lhr;
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
      machine: Math.round(environment.benchmarkIndex),
      slowdown,
      findings: Object.values(audits)
        .filter(({ score, scoreDisplayMode }) => score !== null && score < 0.9 && scoreDisplayMode !== 'informative')
        .map(({ title, displayValue }) => ({ title, detail: displayValue ?? '' })),
    };
  } finally {
    chrome.kill();
    rmSync(profile, { recursive: true, force: true });
  }
};
