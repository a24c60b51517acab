import { expect, test } from 'vitest';
import { meantVariants } from './index.ts';

const axes = [
  {
    code: 'colour',
    values: [
      { code: 'red', name: { zh: '红色', en: 'Red' } },
      { code: 'dark-red', name: { zh: '深红', en: 'Dark red' } },
      { code: 'blue', name: { zh: '蓝色', en: 'Blue' } },
    ],
  },
  {
    code: 'size',
    values: [
      { code: 's', name: { zh: 'S' } },
      { code: 'm', name: { zh: 'M' } },
      { code: 'xl', name: { zh: 'XL' } },
    ],
  },
];
const shirts = axes[0]!.values.flatMap((colour) =>
  axes[1]!.values.map((size) => ({
    name: `${colour.code}/${size.code}`,
    options: { colour: colour.code, size: size.code },
  })),
);
const meant = (words: string) => meantVariants(words, axes, shirts).map(({ name }) => name);

test.each([
  ['红色 M码', ['red/m']],
  ['红 M', ['red/m']],
  ['M 蓝色', ['blue/m']],
  ['blue xl', ['blue/xl']],
  ['T恤红色M', ['red/m']],
  ['纯棉T恤 蓝色', ['blue/s', 'blue/m', 'blue/xl']],
  ['XL', ['red/xl', 'dark-red/xl', 'blue/xl']],
])('%s', (words, variants) => {
  expect(meant(words)).toEqual(variants);
});

test('words that name no value leave every variant, and a letter inside another word is no size', () => {
  expect(meant('纯棉')).toHaveLength(shirts.length);
  expect(meant('small shirts')).toHaveLength(shirts.length);
});
