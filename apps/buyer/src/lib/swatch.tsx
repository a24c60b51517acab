/** Colours as goods are told apart by them, by the code of their value. */
const paints: Record<string, string> = {
  black: '#2b2f36',
  graphite: '#4d5560',
  grey: '#9aa3ae',
  gray: '#9aa3ae',
  white: '#f3f4f2',
  red: '#cf3b3b',
  burgundy: '#7d2a3c',
  orange: '#ef7d22',
  yellow: '#f2c230',
  lime: '#b9d72c',
  green: '#3c8f5a',
  forest: '#2e5a48',
  mint: '#8fcfb9',
  teal: '#2b8d99',
  sky: '#6fb1e0',
  blue: '#2f6fc1',
  navy: '#263f6b',
  purple: '#7c5aa6',
  pink: '#eba4b4',
  beige: '#dcccb0',
  khaki: '#a89467',
  brown: '#83573a',
  silver: '#c3cad1',
  gold: '#d9bd92',
  champagne: '#d9bd92',
};

export const isColour = (code: string): boolean => code in paints;

/** A dot of the colour beside its name, which always stands too; nothing for what is no colour. */
export const Swatch = ({ code }: { code: string }) =>
  isColour(code) ? (
    <span
      aria-hidden
      className="size-3.5 shrink-0 rounded-full border border-control/60"
      style={{ backgroundColor: paints[code] }}
    />
  ) : null;
