/** Colours of one drawing: the goods' own colour and its lights and shadows. */
export type Paint = {
  readonly base: string;
  readonly light: string;
  readonly pale: string;
  readonly dark: string;
  readonly deep: string;
  /** A quiet second colour that goes with every base. */
  readonly accent: string;
};

const channels = (hex: string): [number, number, number] => [
  Number.parseInt(hex.slice(1, 3), 16),
  Number.parseInt(hex.slice(3, 5), 16),
  Number.parseInt(hex.slice(5, 7), 16),
];

/** `share` of the way from one colour to another. */
export const mix = (from: string, to: string, share: number): string => {
  const [a, b] = [channels(from), channels(to)];
  return `#${a
    .map((v, i) =>
      Math.round(v + (b[i]! - v) * share)
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')}`;
};

export const paintOf = (base: string): Paint => ({
  base,
  light: mix(base, '#ffffff', 0.28),
  pale: mix(base, '#ffffff', 0.62),
  dark: mix(base, '#10151c', 0.26),
  deep: mix(base, '#10151c', 0.5),
  accent: mix(base, '#5b6673', 0.7),
});

const gradient = (id: string, vertical: boolean, stops: readonly string[]): string =>
  `<linearGradient id="${id}" x1="0" y1="0" x2="${vertical ? 0 : 1}" y2="${vertical ? 1 : 0.12}">${stops
    .map((colour, i) => `<stop offset="${(i / (stops.length - 1)).toFixed(2)}" stop-color="${colour}"/>`)
    .join('')}</linearGradient>`;

/** Surfaces the drawings are made of: c colour, m metal, k rubber, w wood, p paper, y brass, t transparent; `v` lit from above. */
export const surfaces = (p: Paint): string =>
  [
    gradient('c', false, [p.light, p.base, p.base, p.dark]),
    gradient('cv', true, [p.light, p.base, p.dark]),
    gradient('cr', false, [p.dark, p.base, p.light, p.base, p.dark]),
    gradient('m', false, ['#f4f6f8', '#c9d0d7', '#eef1f4', '#97a1ab']),
    gradient('mv', true, ['#f7f9fa', '#c3cbd3', '#8f99a4']),
    gradient('mr', false, ['#8b96a1', '#dfe4e9', '#fbfcfd', '#c2cad2', '#7e8994']),
    gradient('k', false, ['#555c65', '#33383f', '#1f2328']),
    gradient('kv', true, ['#4a5159', '#2a2e34']),
    gradient('w', false, ['#dcb283', '#c4935f', '#a3713f']),
    gradient('wv', true, ['#e3bd90', '#c0905c']),
    gradient('p', true, ['#ffffff', '#e9ecf0']),
    gradient('y', false, ['#f6df9d', '#d6ad4f', '#a87f2c']),
    '<linearGradient id="t" x1="0" y1="0" x2="1" y2="1"><stop offset="0" stop-color="#fff" stop-opacity=".85"/><stop offset=".5" stop-color="#dfe9f1" stop-opacity=".55"/><stop offset="1" stop-color="#b9c9d6" stop-opacity=".7"/></linearGradient>',
  ].join('');
