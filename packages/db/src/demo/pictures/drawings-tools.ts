import type { Paint } from './paint.ts';

const tilt = (degrees: number, inner: string): string => `<g transform="rotate(${degrees} 200 200)">${inner}</g>`;

/** Each fills a box of 400 × 400 and stands or lies at about y = 325. */
export const toolDrawings = {
  hammer: () =>
    tilt(
      32,
      '<rect x="187" y="118" width="26" height="220" rx="11" fill="url(#w)"/><path d="M183 212h34v118a12 12 0 0 1-12 12h-10a12 12 0 0 1-12-12z" fill="url(#k)"/><path d="M189 232h22M189 252h22M189 272h22M189 292h22" stroke="#6b7480" stroke-width="3" stroke-linecap="round"/><path d="M126 72h34v52h-34a9 9 0 0 1-9-9V81a9 9 0 0 1 9-9z" fill="url(#mv)"/><path d="M160 80h84v40h-84z" fill="url(#mv)"/><path d="M244 80c42 0 66 16 78 46 2 5-4 8-8 5-20-17-42-15-70-11z" fill="url(#mv)"/><path d="M184 74h32v56h-32z" fill="url(#m)"/>',
    ),
  wrench: () =>
    tilt(
      38,
      '<path d="M180 150h40l-6 176a14 14 0 0 1-28 0z" fill="url(#m)"/><path d="M190 178h20l-4 116a6 6 0 0 1-12 0z" fill="#aab3bd"/><path d="M166 152c-26-16-34-46-22-74l30-8 4 46 46-4 26-34c24 20 22 56-6 74-22 14-54 16-78 0z" fill="url(#mv)"/><path d="M174 70l4 46 40-3 4-40-18 12-16-2z" fill="#e9eef2"/><rect x="186" y="122" width="46" height="18" rx="8" fill="url(#kv)"/><path d="M196 122v18M205 122v18M214 122v18M223 122v18" stroke="#79828c" stroke-width="2"/>',
    ),
  screwdriver: () =>
    tilt(
      40,
      '<rect x="192" y="56" width="16" height="150" rx="3" fill="url(#mr)"/><path d="M192 58l4-18h8l4 18z" fill="#7b858f"/><rect x="186" y="196" width="28" height="22" rx="5" fill="url(#mv)"/><path d="M172 214c0-6 6-8 12-8h32c6 0 12 2 12 8l-6 26 8 26-2 62c-1 16-12 24-28 24s-27-8-28-24l-2-62 8-26z" fill="url(#c)"/><path d="M186 250v76M200 246v92M214 250v76" stroke="#1c2127" stroke-opacity=".55" stroke-width="8" stroke-linecap="round"/>',
    ),
  pliers: () =>
    tilt(
      24,
      '<path d="M196 186c-18 34-52 70-56 128-1 18 18 26 28 10 14-40 30-82 48-116z" fill="url(#c)"/><path d="M204 186c18 34 52 70 56 128 1 18-18 26-28 10-14-40-30-82-48-116z" fill="url(#cv)"/><path d="M158 82c8-26 24-40 38-44l2 84-26 60c-22-24-26-64-14-100z" fill="url(#m)"/><path d="M242 82c-8-26-24-40-38-44l-2 84 26 60c22-24 26-64 14-100z" fill="url(#mv)"/><circle cx="200" cy="172" r="24" fill="url(#mv)"/><circle cx="200" cy="172" r="10" fill="#87919b"/><path d="M186 70l12 3M184 84l14 3M183 98l15 3M216 70l-12 3M218 84l-16 3" stroke="#7d8791" stroke-width="3"/>',
    ),
  drill: (p: Paint) =>
    `<rect x="40" y="137" width="60" height="10" rx="2" fill="url(#mv)"/><path d="M92 120l40-8v60l-40-8z" fill="url(#kv)"/><path d="M128 100h150c28 0 46 18 46 44s-18 42-46 42H128z" fill="url(#cv)"/><path d="M290 106c20 4 32 18 32 38s-12 34-32 38z" fill="${p.deep}"/><path d="M206 180h70l22 110h-66z" fill="url(#c)"/><path d="M214 204h44l14 74h-42z" fill="#2c3138" opacity=".85"/><path d="M206 190c-16 4-20 22-14 38l16-4z" fill="url(#kv)"/><rect x="204" y="286" width="120" height="46" rx="9" fill="url(#kv)"/><rect x="204" y="286" width="120" height="14" rx="7" fill="url(#cv)"/><path d="M146 122h96M146 136h96" stroke="#fff" stroke-opacity=".5" stroke-width="5" stroke-linecap="round"/><rect x="150" y="152" width="66" height="18" rx="4" fill="#fff" opacity=".85"/>`,
  grinder: (p: Paint) =>
    `<path d="M166 150h150c22 0 34 14 34 34s-12 34-34 34H166z" fill="url(#cv)"/><path d="M262 150h54c22 0 34 14 34 34s-12 34-34 34h-54z" fill="url(#kv)"/><path d="M278 160v48M292 160v48M306 160v48" stroke="#6c7580" stroke-width="5" stroke-linecap="round"/><path d="M104 138h70v92h-70c-16 0-24-10-24-24v-44c0-14 8-24 24-24z" fill="url(#mv)"/><path d="M60 222a72 72 0 0 1 144 0z" fill="${p.deep}"/><ellipse cx="132" cy="232" rx="86" ry="20" fill="url(#m)"/><ellipse cx="132" cy="229" rx="70" ry="14" fill="#5d666f"/><ellipse cx="132" cy="227" rx="24" ry="6" fill="#cfd6dc"/><rect x="110" y="86" width="26" height="58" rx="10" fill="url(#k)"/><rect x="190" y="164" width="60" height="16" rx="4" fill="#fff" opacity=".85"/><path d="M344 196c30 10 24 60 6 94" fill="none" stroke="#2a2e34" stroke-width="9" stroke-linecap="round"/>`,
  bolt: () => {
    const one = (x: number, y: number, r: number) =>
      `<g transform="translate(${x} ${y}) rotate(${r})"><rect x="-15" y="0" width="30" height="150" rx="3" fill="url(#mr)"/>${[...Array(9)].map((_, i) => `<path d="M-17 ${50 + i * 11}l34 -6" stroke="#6f7a85" stroke-width="4"/>`).join('')}<path d="M-34-34h68l8 18-8 18h-68l-8-18z" fill="url(#mv)"/><path d="M-14-34h28v36h-28z" fill="#fff" opacity=".4"/><rect x="-30" y="0" width="60" height="9" rx="3" fill="#8f9aa5"/></g>`;
    return `${one(132, 150, 18)}${one(262, 138, -16)}${one(198, 118, 2)}<g transform="translate(290 300)"><path d="M-36-20h72l12 20-12 20h-72l-12-20z" fill="url(#m)"/><circle r="17" fill="#6f7a85"/><circle r="13" fill="#eceff2"/></g><g transform="translate(112 310)"><ellipse rx="38" ry="14" fill="url(#mv)"/><ellipse rx="17" ry="6" fill="#7c8791"/></g>`;
  },
  tape: (p: Paint) =>
    `<path d="M92 140c0-34 26-60 60-60h92c34 0 60 26 60 60v110c0 26-20 44-46 44H92z" fill="url(#c)"/><path d="M112 150c0-28 18-48 46-48h76c28 0 46 20 46 48v86c0 20-14 36-36 36H112z" fill="${p.dark}" opacity=".5"/><circle cx="196" cy="186" r="62" fill="#fff" opacity=".92"/><circle cx="196" cy="186" r="46" fill="${p.base}"/><circle cx="196" cy="186" r="46" fill="none" stroke="${p.deep}" stroke-width="4"/><rect x="172" y="176" width="48" height="20" rx="4" fill="#fff" opacity=".9"/><rect x="250" y="272" width="110" height="18" fill="#f6d64b"/><path d="M262 272v10M276 272v7M290 272v10M304 272v7M318 272v10M332 272v7" stroke="#4a4030" stroke-width="3"/><path d="M356 262h10v40h-10z" fill="url(#mv)"/><rect x="150" y="70" width="56" height="20" rx="8" fill="url(#kv)"/>`,
  level: () =>
    `<g transform="rotate(-14 200 210)"><rect x="40" y="172" width="320" height="74" rx="6" fill="url(#mv)"/><rect x="40" y="186" width="320" height="46" fill="#e8b93a"/><rect x="40" y="172" width="14" height="74" rx="4" fill="url(#k)"/><rect x="346" y="172" width="14" height="74" rx="4" fill="url(#k)"/><rect x="160" y="180" width="80" height="30" rx="6" fill="#2c3138"/><rect x="166" y="184" width="68" height="22" rx="11" fill="#cdea6a"/><ellipse cx="200" cy="194" rx="14" ry="7" fill="#f7ffdc"/><path d="M184 184v22M216 184v22" stroke="#4b5a1e" stroke-width="3"/><circle cx="92" cy="209" r="22" fill="#2c3138"/><circle cx="92" cy="209" r="15" fill="#cdea6a"/><circle cx="308" cy="209" r="22" fill="#2c3138"/><circle cx="308" cy="209" r="15" fill="#cdea6a"/></g>`,
  glove: (p: Paint) =>
    `<g transform="rotate(-8 200 210)"><path d="M130 324V202l-2-98c0-16 24-16 25 0l5 80 4-112c1-16 25-16 25 1l2 108 8-100c2-15 25-14 24 2l-3 104 16-78c4-14 25-10 23 5l-12 104c18-20 34-34 48-28 12 6 6 20-4 32l-48 62-14 40z" fill="#e8eaec"/><path d="M134 262v-58l-5-98c0-16 23-16 24 0l5 80 4-112c1-16 25-16 25 1l2 108 8-100c2-15 25-14 24 2l-3 104 16-78c4-14 25-10 23 5l-12 104c18-20 34-34 48-28 12 6 6 20-4 32l-40 50c-30 14-80 16-115-12z" fill="url(#c)"/><path d="M150 200c10 20 40 26 66 20M166 228c20 10 42 10 60 2" stroke="${p.deep}" stroke-opacity=".4" stroke-width="4" fill="none" stroke-linecap="round"/><path d="M128 306c32 10 72 10 100 0v26c-30 8-70 8-100 0z" fill="${p.deep}"/></g>`,
  helmet: (p: Paint) =>
    `<path d="M92 240c0-88 46-144 112-144s110 56 110 144z" fill="url(#c)"/><path d="M184 98c8-6 32-6 40 0l10 142h-58z" fill="${p.light}" opacity=".75"/><path d="M140 126c-14 24-20 60-20 112M266 126c14 24 20 60 20 112" stroke="${p.dark}" stroke-width="6" fill="none" opacity=".6"/><path d="M60 238c0-8 6-14 16-14h254c10 0 18 6 18 14 0 18-60 32-144 32S60 256 60 238z" fill="url(#cv)"/><path d="M96 262c8 34 24 56 40 62M312 262c-8 34-30 56-52 62" stroke="#30363d" stroke-width="7" fill="none"/><path d="M136 324c28 10 96 10 124 0" stroke="#30363d" stroke-width="9" fill="none" stroke-linecap="round"/><path d="M128 156c6-18 16-32 30-40" stroke="#fff" stroke-width="9" opacity=".55" stroke-linecap="round" fill="none"/>`,
  goggles: () =>
    `<path d="M62 176c40-18 100-22 138-10 38-12 98-8 138 10l12 26c-4 46-30 76-78 76-36 0-58-22-66-54-2-10-10-10-12 0-8 32-30 54-66 54-48 0-74-30-78-76z" fill="url(#t)" stroke="#4a525b" stroke-width="7"/><path d="M62 172c44-20 100-22 138-10 38-12 94-10 138 10" fill="none" stroke="#2c3138" stroke-width="14" stroke-linecap="round"/><path d="M56 174l-14 60c-2 14 8 18 14 8l14-40zM344 174l14 60c2 14-8 18-14 8l-14-40z" fill="url(#kv)"/><path d="M92 204l38-10M256 204l38-10" stroke="#fff" stroke-width="8" opacity=".8" stroke-linecap="round"/>`,
  mask: () =>
    `<path d="M112 180C84 150 60 158 58 200s26 62 62 52M288 180c28-30 52-22 54 20s-26 62-62 52" fill="none" stroke="#dfe4e9" stroke-width="9"/><path d="M200 108c42 8 82 34 92 64 10 36-14 92-92 130-78-38-102-94-92-130 10-30 50-56 92-64z" fill="url(#p)"/><path d="M200 108c42 8 82 34 92 64 10 36-14 92-92 130z" fill="#d5dde4" opacity=".75"/><path d="M200 108v194" stroke="#b4bec7" stroke-width="4"/><path d="M172 126c18-8 38-8 56 0" stroke="#8d98a3" stroke-width="9" stroke-linecap="round" fill="none"/><rect x="222" y="196" width="52" height="22" rx="5" fill="#9fb0bf" opacity=".6"/>`,
  vest: (p: Paint) =>
    `<path d="M132 84l34-12c10 40 58 40 68 0l34 12 32 40-26 34 14 160c-56 16-120 16-176 0l14-160-26-34z" fill="url(#c)"/><path d="M166 72c10 40 58 40 68 0l14 5c-6 58-90 58-96 0z" fill="${p.dark}"/><path d="M152 104l-8 210h26l2-190zM248 104l8 210h-26l-2-190z" fill="#eef1f4"/><path d="M118 222c54 12 110 12 164 0l2 26c-56 12-112 12-168 0z" fill="#eef1f4"/><path d="M115 274c56 12 114 12 170 0l2 26c-58 12-116 12-174 0z" fill="#d9dfe5"/><path d="M200 122v204" stroke="${p.deep}" stroke-width="5"/>`,
  boots: (p: Paint) => {
    const one = `<path d="M120 118h70c6 34 12 66 34 84 34 16 84 18 92 50 3 14 2 26 0 34H116z" fill="url(#c)"/><path d="M248 214c34 8 62 16 68 40l-1 16h-70c-8-20-8-40 3-56z" fill="${p.dark}"/><path d="M106 284h214v22c0 8-6 12-12 12H118c-8 0-12-6-12-12z" fill="url(#kv)"/><path d="M124 318v8M150 318v8M176 318v8M230 318v8M256 318v8M282 318v8" stroke="#1f2328" stroke-width="12"/><path d="M170 148l34-8M180 170l32-12M192 190l30-14" stroke="#e3c26a" stroke-width="6" stroke-linecap="round"/><path d="M116 112h78v18h-78z" fill="${p.deep}"/>`;
    return `<g transform="translate(34 -22) scale(.94)" opacity=".92">${one}</g><g transform="translate(-16 4)">${one}</g>`;
  },
} as const;
