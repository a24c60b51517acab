import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '@tradeline/tools/product';

export type Language = 'zh-CN' | 'en';
export type AppName = 'buyer' | 'admin';
export type Words = (key: string, facts?: Record<string, string | number>) => string;

/** The texts of an app as its users read them, so that a journey finds a button by its meaning in either language. */
export const wordsOf = (app: AppName, language: Language): Words => {
  const folder = join(root, 'apps', app, 'messages');
  const areas = readdirSync(folder, { withFileTypes: true }).flatMap((each) => (each.isDirectory() ? [each.name] : []));
  const messages: Record<string, unknown> = Object.assign(
    {},
    ...['.', ...areas].map((area) => JSON.parse(readFileSync(join(folder, area, `${language}.json`), 'utf8'))),
  );
  return (key, facts = {}) => {
    const text = messages[key];
    if (typeof text !== 'string') throw new Error(`the ${app} app has no plain message ${key} in ${language}`);
    return text.replace(/\{(\w+)\}/g, (_, name: string) => String(facts[name] ?? ''));
  };
};
