// @vitest-environment node
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { loadText } from './lib/load-text.ts';

type Message = string | { match: Record<string, string> }[];
const settings = JSON.parse(readFileSync(new URL('../project.inlang/settings.json', import.meta.url), 'utf8'));
const patterns: string[] = settings['plugin.inlang.messageFormat'].pathPattern;
const files = (language: string): Record<string, Message>[] =>
  patterns.map((pattern) => {
    const url = new URL(`../${pattern.replace('{locale}', language)}`, import.meta.url);
    const { $schema: _, ...messages } = JSON.parse(readFileSync(url, 'utf8'));
    return messages;
  });
const read = (language: string): Record<string, Message> => Object.assign({}, ...files(language));
const sentences = (message: Message): string[] =>
  typeof message === 'string' ? [message] : message.flatMap(({ match }) => Object.values(match));

const [chinese, english] = [read('zh-CN'), read('en')];

test('both languages say the same things', () => {
  expect(Object.keys(english).toSorted()).toEqual(Object.keys(chinese).toSorted());
});

test('a key is worded in one file only', () => {
  const keys = files('en').flatMap((messages) => Object.keys(messages));
  expect(keys.filter((key, at) => keys.indexOf(key) !== at)).toEqual([]);
});

test('every sentence is said somewhere: all of them are on their way to a phone before its first page', () => {
  const folder = new URL('.', import.meta.url);
  const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.tsx?$/u.test(path) && !/\.test\.|paraglide/u.test(path))
    .map((path) => readFileSync(new URL(path, folder), 'utf8'))
    .join('\n');
  const named = new Set(sources.match(/\w+/gu));
  expect(named.size).toBeGreaterThan(1_000);
  expect(Object.keys(english).filter((key) => !named.has(key))).toEqual([]);
});

test('nothing is left empty', () => {
  const empty = Object.entries({ ...chinese, ...english }).filter(([, message]) =>
    sentences(message).some((text) => text.trim() === ''),
  );
  expect(empty).toEqual([]);
});

test('English is English: no Chinese character slipped in', () => {
  const mixed = Object.entries(english).filter(([, message]) =>
    sentences(message).some((text) => /\p{Script=Han}/u.test(text)),
  );
  expect(mixed).toEqual([]);
});

test('every message was compiled: a compiler that finds its plugin missing reports success with none', async () => {
  const keys = Object.keys(chinese);
  expect(keys.length).toBeGreaterThan(400);
  for (const text of await Promise.all([loadText('zh-CN'), loadText('en')]))
    expect(keys.filter((key) => !(key in text))).toEqual([]);
});
