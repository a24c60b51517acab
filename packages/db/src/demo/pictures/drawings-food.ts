import type { Paint } from './paint.ts';

const bag = (p: Paint, art: string): string =>
  `<path d="M112 84c30 8 146 8 176 0l8 30c-8 60-8 124 0 186l-8 30c-30-8-146-8-176 0l-8-30c8-62 8-126 0-186z" fill="url(#c)"/><path d="M112 84c30 8 146 8 176 0l4 18c-30 8-154 8-184 0zM112 330c30-8 146-8 176 0l4-18c-30-8-154-8-184 0z" fill="${p.dark}"/><path d="M132 120c-6 60-6 120 0 176" stroke="#fff" stroke-width="13" opacity=".28" fill="none" stroke-linecap="round"/>${art}`;

export const foodDrawings = {
  waterbottle: () => {
    const one = (x: number) =>
      `<g transform="translate(${x} 0)"><path d="M-16 78h32v26c0 18 26 28 26 62v148c0 10-6 16-16 16h-52c-10 0-16-6-16-16V166c0-34 26-44 26-62z" fill="#d8eaf6"/><path d="M-16 78h32v26c0 18 26 28 26 62v148c0 10-6 16-16 16h-14V78z" fill="#a9cde6" opacity=".7"/><rect x="-42" y="188" width="84" height="78" fill="#2f7fc1"/><path d="M-42 250l26-28 18 16 22-30 18 22v36h-84z" fill="#fff" opacity=".85"/><rect x="-19" y="54" width="38" height="26" rx="5" fill="#2f6fc1"/><path d="M-30 160v150" stroke="#fff" stroke-width="6" opacity=".7" stroke-linecap="round"/></g>`;
    return `${one(122)}${one(278)}${one(200)}`;
  },
  can: (p: Paint) => {
    const one = (x: number, y: number) =>
      `<g transform="translate(${x} ${y})"><path d="M-46 20l-10 18v190l12 18h88l12-18V38L46 20z" fill="url(#cr)"/><ellipse cy="20" rx="46" ry="12" fill="#dfe4e9"/><ellipse cy="20" rx="38" ry="8" fill="#aeb7c0"/><ellipse cx="4" cy="19" rx="13" ry="4" fill="#e9edf0"/><path d="M-44 246h88l-6 8h-76z" fill="#9aa4ae"/><circle cy="126" r="34" fill="#fff" opacity=".9"/><circle cy="126" r="22" fill="${p.light}"/><path d="M0 108c12-14 22-12 26-8-2 10-14 14-26 8z" fill="#3c8f5a"/><path d="M-30 186h60M-20 202h40" stroke="#fff" stroke-width="7" opacity=".8" stroke-linecap="round"/></g>`;
    return `${one(140, 62)}${one(256, 78)}`;
  },
  tea: (p: Paint) =>
    `<path d="M84 152l150-24v176L84 320z" fill="url(#c)"/><path d="M234 128l64 24v160l-64-8z" fill="${p.dark}"/><path d="M84 152l58-22 156 22-64-24z" fill="${p.light}"/><circle cx="158" cy="222" r="46" fill="#fff" opacity=".92"/><path d="M132 236c6-34 30-40 54-38-2 30-22 48-54 38zM136 236l32-24" fill="#5b9a5f" stroke="#3a6f43" stroke-width="3"/><path d="M276 330l40-72 44 72z" fill="#f4efe0"/><path d="M288 324l28-48 30 48z" fill="#b88a4a" opacity=".7"/><path d="M316 258c-6-30 10-40 20-60" stroke="#8d98a3" stroke-width="3" fill="none"/><rect x="322" y="172" width="30" height="28" rx="3" fill="${p.base}"/>`,
  coffee: (p: Paint) =>
    bag(
      p,
      `<rect x="142" y="146" width="116" height="136" rx="8" fill="#f6efe3"/><ellipse cx="200" cy="196" rx="24" ry="32" fill="#5a3a24" transform="rotate(24 200 196)"/><path d="M190 168c20 14-2 36 18 54" stroke="#f6efe3" stroke-width="5" fill="none"/><path d="M164 252h72M176 266h48" stroke="${p.deep}" stroke-width="6" stroke-linecap="round"/>`,
    ),
  snack: (p: Paint) =>
    bag(
      p,
      `<circle cx="200" cy="186" r="56" fill="#fff" opacity=".94"/><path d="M170 206c-10-40 16-56 34-40 6-14 38-8 32 22-6 26-36 40-66 18z" fill="#e2b35c"/><path d="M180 190c10-10 30-14 46-8" stroke="#b8863a" stroke-width="5" fill="none"/><rect x="146" y="258" width="108" height="16" rx="8" fill="#fff" opacity=".9"/><rect x="164" y="282" width="72" height="11" rx="5" fill="#fff" opacity=".6"/>`,
    ),
  biscuit: (p: Paint) =>
    `<path d="M70 190l210-52 54 34v110l-210 48-54-40z" fill="url(#c)"/><path d="M70 190l210-52 54 34-212 54z" fill="${p.light}"/><path d="M122 226l212-54v110l-210 48z" fill="url(#cv)"/><path d="M150 246l150-36v52l-150 36z" fill="#fff" opacity=".92"/><g transform="translate(184 262) rotate(-13)"><rect x="-22" y="-22" width="44" height="44" rx="6" fill="#e8c07a" stroke="#b98c48" stroke-width="3"/><g fill="#b98c48"><circle cx="-9" cy="-9" r="3"/><circle cx="9" cy="-9" r="3"/><circle cy="2" r="3"/><circle cx="-9" cy="11" r="3"/><circle cx="9" cy="11" r="3"/></g></g><path d="M222 246l60-15M222 262l40-10" stroke="${p.dark}" stroke-width="7" stroke-linecap="round"/><g transform="translate(280 318)"><rect x="-34" y="-26" width="60" height="44" rx="8" fill="#e8c07a" stroke="#b98c48" stroke-width="3"/><g fill="#b98c48"><circle cx="-20" cy="-12" r="3"/><circle cx="-4" cy="-12" r="3"/><circle cx="12" cy="-12" r="3"/><circle cx="-20" cy="4" r="3"/><circle cx="-4" cy="4" r="3"/><circle cx="12" cy="4" r="3"/></g></g>`,
  ricebag: (p: Paint) =>
    `<path d="M104 92c30 14 162 14 192 0l14 40c-14 50-14 120 4 182-50 22-178 22-228 0 18-62 18-132 4-182z" fill="#f5f0e2"/><path d="M104 92c30 14 162 14 192 0l6 22c-40 14-164 14-204 0z" fill="#ddd3b8"/><path d="M94 180c50 14 162 14 212 0v88c-50 14-162 14-212 0z" fill="url(#c)"/><path d="M200 258c-2-40 6-62 26-80 6 24-4 54-26 80zM198 262c-20-16-30-36-28-62 18 12 28 34 28 62z" fill="#f6e6a8"/><path d="M118 130c-6 60-8 120-16 176" stroke="#fff" stroke-width="10" opacity=".6" fill="none"/><path d="M150 300h100" stroke="${p.dark}" stroke-width="8" stroke-linecap="round"/>`,
  oil: (p: Paint) =>
    `<path d="M136 118c0-16 16-18 22-36h76c8 18 46 34 46 76v152c0 12-8 20-20 20H140c-12 0-20-8-20-20V170c0-24 16-30 16-52z" fill="#f0c445"/><path d="M136 118c0-16 16-18 22-36h30v248h-48c-12 0-20-8-20-20V170c0-24 16-30 16-52z" fill="#f9dc79"/><path d="M240 112c26 14 26 60 6 72-14-18-18-50-6-72z" fill="#fff" opacity=".65"/><rect x="160" y="52" width="68" height="32" rx="7" fill="url(#c)"/><rect x="120" y="196" width="160" height="96" fill="#fff" opacity=".95"/><path d="M120 196h160v26c-50 18-110-14-160 8z" fill="${p.base}"/><circle cx="162" cy="258" r="17" fill="#f0c445"/><path d="M192 252h66M192 268h44" stroke="${p.dark}" stroke-width="7" stroke-linecap="round"/>`,
  sauce: (p: Paint) => {
    const one = (x: number) =>
      `<g transform="translate(${x} 0)"><path d="M-17 96h34v44c0 22 27 30 27 64v108c0 10-6 18-16 18h-56c-10 0-16-8-16-18V204c0-34 27-42 27-64z" fill="#3b2218"/><path d="M-17 96h12v234h-23c-10 0-16-8-16-18V204c0-34 27-42 27-64z" fill="#6a4330"/><rect x="-20" y="66" width="40" height="32" rx="5" fill="url(#c)"/><rect x="-44" y="212" width="88" height="84" fill="#f7efdd"/><rect x="-44" y="212" width="88" height="24" fill="${p.base}"/><path d="M-26 256h52M-16 272h32" stroke="#3b2218" stroke-width="6" stroke-linecap="round"/></g>`;
    return `${one(146)}${one(254)}`;
  },
  noodle: (p: Paint) =>
    `<g transform="rotate(-14 200 200)">${[0, 1, 2].map((i) => `<g transform="translate(0 ${i * 62 - 70})"><rect x="62" y="168" width="276" height="54" rx="12" fill="#f6e8bf"/><path d="M70 178h260M70 188h260M70 198h260M70 208h260" stroke="#dfc78a" stroke-width="3"/><rect x="140" y="164" width="120" height="62" rx="6" fill="url(#cv)"/><rect x="160" y="180" width="80" height="14" rx="5" fill="#fff" opacity=".9"/><rect x="172" y="202" width="56" height="8" rx="4" fill="${p.pale}"/></g>`).join('')}</g>`,
} as const;
