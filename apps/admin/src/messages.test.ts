// @vitest-environment node
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import * as compiled from './paraglide/messages.js';

type Message = string | { match: Record<string, string> }[];
const read = (language: string): Record<string, Message> => {
  const { $schema: _, ...messages } = JSON.parse(
    readFileSync(new URL(`../messages/${language}.json`, import.meta.url), 'utf8'),
  );
  return messages;
};
const sentences = (message: Message): string[] =>
  typeof message === 'string' ? [message] : message.flatMap(({ match }) => Object.values(match));

const [chinese, english] = [read('zh-CN'), read('en')];

test('both languages say the same things', () => {
  expect(Object.keys(english).toSorted()).toEqual(Object.keys(chinese).toSorted());
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

test('every message was compiled: a compiler that finds its plugin missing reports success with none', () => {
  const keys = Object.keys(chinese);
  expect(keys.length).toBeGreaterThan(400);
  expect(keys.filter((key) => !(key in compiled))).toEqual([]);
});
