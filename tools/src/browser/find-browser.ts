import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { err, ok, type Result } from '@tradeline/domain/kernel';
import { packagedBrowser } from './packaged-browser.ts';

export type Browser = { path: string; source: 'CHROMIUM' | 'machine' | 'package'; env: NodeJS.ProcessEnv };
export type NoBrowser = { kind: 'no-browser'; advice: string };

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome', 'microsoft-edge'];
const elsewhere = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

/** A Chromium for the browser journeys: the one named by CHROMIUM, else one of this machine, else the one that npm brought. */
export const findBrowser = async (env: NodeJS.ProcessEnv = process.env): Promise<Result<Browser, NoBrowser>> => {
  if (env.CHROMIUM)
    return existsSync(env.CHROMIUM)
      ? ok({ path: env.CHROMIUM, source: 'CHROMIUM', env: {} })
      : err({ kind: 'no-browser', advice: `CHROMIUM=${env.CHROMIUM} does not exist.` });
  const onPath = (env.PATH ?? '').split(delimiter).flatMap((folder) => names.map((name) => join(folder, name)));
  const path = [...onPath, ...elsewhere].find((candidate) => existsSync(candidate));
  if (path) return ok({ path, source: 'machine', env: {} });
  const packaged = await packagedBrowser();
  return packaged
    ? ok({ ...packaged, source: 'package' })
    : err({
        kind: 'no-browser',
        advice:
          'No Chrome or Chromium here: install one (Debian: apt-get install chromium), or set CHROMIUM to its path.',
      });
};
