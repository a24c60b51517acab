import { type Drawing, draw } from './drawing.ts';
import { mix, paintOf, surfaces } from './paint.ts';

/** `single` shows the goods; `range` three of its colours; `carton` a shipping case with the goods before it. */
export type Scene = {
  readonly drawing: Drawing;
  readonly colours: readonly string[];
  readonly tint: string;
  readonly view: 'single' | 'range' | 'carton';
};

const SIZE = 1200;

/** Names of surfaces and gradients differ per figure, so that several colours can stand in one picture. */
const figure = (drawing: Drawing, colour: string, mark: string, transform: string): string => {
  const paint = paintOf(colour);
  const own = (svg: string): string =>
    svg.replace(/id="(\w+)"/g, `id="$1${mark}"`).replace(/url\(#(\w+)\)/g, `url(#$1${mark})`);
  return `<defs>${own(surfaces(paint))}</defs><g transform="${transform}">${own(draw(drawing, paint))}</g>`;
};

const shadow = (x: number, y: number, rx: number): string =>
  `<ellipse cx="${x}" cy="${y}" rx="${rx}" ry="${rx * 0.13}" fill="url(#ground)"/>`;

const carton = `<path d="M60 150l120-40 130 34-122 46z" fill="#d9b485"/><path d="M60 150l128 40v142L60 280z" fill="#c79d6b"/><path d="M188 190l122-46v128l-122 60z" fill="#b08653"/><path d="M112 132l128 36-20 9-130-37z" fill="#ead3ae"/><path d="M90 140l130 37v30l-14 6v-29L76 145z" fill="#e2c79c" opacity=".8"/><path d="M212 268l34-15v30l-34 16zM256 248l34-15v30l-34 16z" fill="none" stroke="#7d5c35" stroke-width="4"/>`;

const figures = ({ drawing, colours, view }: Scene): string => {
  const first = colours[0]!;
  if (view === 'range') {
    const [a, b, c] = [colours[1] ?? first, colours[2] ?? first, first];
    return [
      shadow(112, 262, 74),
      figure(drawing, a, 'a', 'translate(6 56) scale(.54)'),
      shadow(292, 262, 74),
      figure(drawing, b, 'b', 'translate(182 56) scale(.54)'),
      shadow(200, 352, 108),
      figure(drawing, c, 'c', 'translate(56 92) scale(.72)'),
    ].join('');
  }
  if (view === 'carton') {
    return [
      shadow(176, 332, 150),
      `<g transform="translate(-14 4) scale(.98)">${carton}</g>`,
      shadow(292, 350, 84),
      figure(drawing, first, 'a', 'translate(184 146) scale(.56)'),
    ].join('');
  }
  return shadow(200, 338, 138) + figure(drawing, first, 'a', 'translate(0 0)');
};

/** A studio sweep, lit from above. Straight bands of colour are drawn twice as fast as round ones. */
const ground = (scene: Scene): string => {
  const [top, middle, bottom] = isPale(scene)
    ? [scene.tint, mix(scene.tint, '#ffffff', 0.2), mix(scene.tint, '#1c2630', 0.16)]
    : [mix(scene.tint, '#ffffff', 0.5), '#ffffff', scene.tint];
  return `<linearGradient id="back" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="${top}"/><stop offset=".55" stop-color="${middle}"/><stop offset="1" stop-color="${bottom}"/></linearGradient>`;
};

/** White goods need a darker ground to stand out from. */
const isPale = ({ colours, drawing }: Scene): boolean =>
  colours[0] === '#f3f4f2' || colours[0] === '#dcccb0' || drawing === 'mask' || drawing === 'paper';

/** One square catalogue picture as an SVG document: soft ground, light from above, the goods in the middle. */
export const sceneSvg = (scene: Scene): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 400" width="${SIZE}" height="${SIZE}"><defs>${ground(scene)}<radialGradient id="ground"><stop offset="0" stop-color="#1c2630" stop-opacity=".38"/><stop offset=".6" stop-color="#1c2630" stop-opacity=".14"/><stop offset="1" stop-color="#1c2630" stop-opacity="0"/></radialGradient></defs><rect width="400" height="400" fill="url(#back)"/><g transform="translate(20 16) scale(.9)">${figures(scene)}</g></svg>`;
