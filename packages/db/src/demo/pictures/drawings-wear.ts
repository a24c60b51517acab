import type { Paint } from './paint.ts';

const torso = 'M132 96l44-20c10 22 38 22 48 0l44 20 62 54-34 44-26-16v142c-46 10-94 10-140 0V178l-26 16-34-44z';
const longSleeves =
  'M134 92l42-18c10 18 38 18 48 0l42 18c24 20 48 96 58 190l-42 10-18-104v128c-42 10-86 10-128 0V188l-18 104-42-10c10-94 34-170 58-190z';

export const wearDrawings = {
  tshirt: (p: Paint) =>
    `<path d="${torso}" fill="url(#c)"/><path d="M176 76c10 22 38 22 48 0l10 5c-8 36-60 36-68 0z" fill="${p.dark}"/><path d="M132 180c4 40 4 90 2 134M268 180c-4 40-4 90-2 134" stroke="${p.deep}" stroke-opacity=".3" stroke-width="4" fill="none"/><path d="M160 130c-4 60-6 120-4 170" stroke="#fff" stroke-width="14" opacity=".14" fill="none"/><path d="M72 152l30 38M328 152l-30 38" stroke="${p.deep}" stroke-opacity=".3" stroke-width="4"/>`,
  polo: (p: Paint) =>
    `<path d="${torso}" fill="url(#c)"/><path d="M160 82l40 40-22 22-30-56zM240 82l-40 40 22 22 30-56z" fill="${p.light}"/><path d="M190 122h20v64h-20z" fill="${p.dark}"/><circle cx="200" cy="142" r="4" fill="#fff"/><circle cx="200" cy="166" r="4" fill="#fff"/><rect x="232" y="150" width="24" height="14" rx="3" fill="#fff" opacity=".75"/><path d="M72 152l30 38M328 152l-30 38M132 300c46 10 90 10 136 0" stroke="${p.deep}" stroke-opacity=".35" stroke-width="5" fill="none"/>`,
  hoodie: (p: Paint) =>
    `<path d="${longSleeves}" fill="url(#c)"/><path d="M150 96c0-40 100-40 100 0-6 40-94 40-100 0z" fill="${p.dark}"/><path d="M166 92c4-22 64-22 68 0-4 20-64 20-68 0z" fill="${p.deep}"/><path d="M184 122v52M216 122v52" stroke="#f3f4f2" stroke-width="5" stroke-linecap="round"/><path d="M158 226h84l16 60h-116z" fill="${p.dark}" opacity=".55"/><path d="M136 304c42 10 86 10 128 0v14c-42 10-86 10-128 0z" fill="${p.deep}" opacity=".7"/><path d="M77 268l42 10M323 268l-42 10" stroke="${p.deep}" stroke-width="8" opacity=".6"/>`,
  jacket: (p: Paint) =>
    `<path d="${longSleeves}" fill="url(#c)"/><path d="M170 72c10-12 50-12 60 0l4 32c-20 12-48 12-68 0z" fill="${p.dark}"/><path d="M200 100v222" stroke="#e3e7eb" stroke-width="5"/><path d="M138 150c40 8 84 8 124 0M137 200c42 8 84 8 126 0M137 250c42 8 84 8 126 0" stroke="${p.deep}" stroke-opacity=".45" stroke-width="5" fill="none"/><path d="M104 160l34 8M92 210l36 8M262 168l34-8M272 218l36-8" stroke="${p.deep}" stroke-opacity=".35" stroke-width="5"/><path d="M150 236l26 6M250 236l-26 6" stroke="#e3e7eb" stroke-width="5" stroke-linecap="round"/><path d="M158 110c-6 60-8 140-6 200" stroke="#fff" stroke-width="10" opacity=".15" fill="none"/>`,
  socks: (p: Paint) => {
    const one =
      '<path d="M0 0h62v120c0 14 6 22 18 32l34 28c14 14 8 40-12 44-14 3-26 0-40-10l-46-36c-12-10-16-20-16-40z" fill="url(#c)"/>';
    const trim = `<path d="M-1-6h64v34H-1z" fill="${p.dark}"/><path d="M4 0v22M14 0v22M24 0v22M34 0v22M44 0v22M54 0v22" stroke="${p.light}" stroke-width="3" opacity=".6"/><path d="M90 172c14 10 24 18 26 28-4 16-12 24-26 24" fill="${p.dark}" opacity=".5"/><path d="M2 128c10 6 14 20 12 38" stroke="${p.deep}" stroke-opacity=".4" stroke-width="4" fill="none"/>`;
    return `<g transform="translate(196 84)">${one}${trim}</g><g transform="translate(106 98)">${one}${trim}</g>`;
  },
  cap: (p: Paint) =>
    `<path d="M92 236c-4-90 44-138 112-138s112 48 108 138c-60-18-160-18-220 0z" fill="url(#c)"/><path d="M204 98c-18 36-24 84-22 124M204 98c34 30 52 76 58 128M204 98c-46 30-72 78-78 130" stroke="${p.deep}" stroke-opacity=".4" stroke-width="4" fill="none"/><circle cx="204" cy="98" r="9" fill="${p.dark}"/><path d="M92 236c60-18 160-18 220 0 32 22 52 48 50 70-70-36-200-46-270-36-12-6-8-26 0-34z" fill="${p.dark}"/><path d="M112 250c70-10 170 0 236 40" stroke="${p.light}" stroke-width="3" stroke-dasharray="8 6" opacity=".6" fill="none"/><rect x="206" y="166" width="56" height="34" rx="5" fill="#fff" opacity=".85" transform="rotate(8 234 183)"/>`,
  scarf: (p: Paint) =>
    `<path d="M112 118c20-34 156-34 176 0 10 30-10 58-88 58s-98-28-88-58z" fill="url(#c)"/><path d="M150 124c20 18 80 18 100 0" fill="none" stroke="${p.deep}" stroke-width="12" opacity=".35"/><path d="M172 164l64 8-14 148h-62z" fill="url(#c)"/><path d="M214 168l52 0 26 120-56 14z" fill="${p.dark}"/>${[0, 1, 2, 3, 4].map((i) => `<path d="M${164 + i * 13} 320v24" stroke="${p.base}" stroke-width="6" stroke-linecap="round"/><path d="M${242 + i * 12} ${301 - i * 3}l6 24" stroke="${p.dark}" stroke-width="6" stroke-linecap="round"/>`).join('')}<path d="M166 278h58M168 258h58" stroke="#fff" stroke-width="6" opacity=".6"/>`,
  sneaker: (p: Paint) =>
    `<path d="M62 172c16 14 44 8 62-16l20-14c28 40 76 66 140 78 36 6 62 18 60 54H60c-8-40-10-76 2-102z" fill="url(#c)"/><path d="M62 172c16 14 44 8 62-16l14-10 10 14c-22 40-56 52-88 46z" fill="${p.dark}"/><path d="M150 174l36-26M172 194l36-24M196 210l34-22M220 222l32-18" stroke="#fff" stroke-width="8" stroke-linecap="round"/><path d="M280 220c36 6 66 18 64 54h-74c-6-20-2-40 10-54z" fill="${p.light}" opacity=".7"/><path d="M54 272h292c6 0 8 6 8 12 0 24-16 34-40 34H84c-22 0-32-16-30-46z" fill="#fbfbf9"/><path d="M56 292h294" stroke="#d3d8dd" stroke-width="5"/><path d="M96 262c26-22 52-36 80-40" stroke="#fff" stroke-width="9" opacity=".7" fill="none" stroke-linecap="round"/>`,
  slippers: (p: Paint) => {
    const one = `<ellipse cx="0" cy="6" rx="54" ry="118" fill="${p.deep}"/><ellipse rx="54" ry="118" fill="${p.light}"/><ellipse rx="44" ry="106" fill="${p.pale}"/><path d="M-56-20c4-62 26-90 56-90s52 28 56 90c-34 22-78 22-112 0z" fill="url(#c)"/><path d="M-56-20c34 22 78 22 112 0v12c-34 22-78 22-112 0z" fill="${p.dark}"/>`;
    return `<g transform="translate(138 206) rotate(-9)">${one}</g><g transform="translate(262 206) rotate(9)">${one}</g>`;
  },
  backpack: (p: Paint) =>
    `<path d="M160 82c0-44 80-44 80 0" fill="none" stroke="${p.deep}" stroke-width="13"/><path d="M84 190c-18 20-18 80-6 116h22V180zM316 190c18 20 18 80 6 116h-22V180z" fill="${p.deep}"/><path d="M98 150c0-48 36-76 102-76s102 28 102 76v154c0 20-12 28-30 28H128c-18 0-30-8-30-28z" fill="url(#c)"/><path d="M112 160c0-38 30-62 88-62s88 24 88 62" fill="none" stroke="${p.deep}" stroke-width="5" opacity=".6"/><path d="M122 214h156v84c0 14-8 20-20 20H142c-12 0-20-6-20-20z" fill="${p.dark}"/><path d="M122 236h156" stroke="#cfd5db" stroke-width="4"/><rect x="192" y="232" width="14" height="24" rx="4" fill="#d8dde2"/><rect x="170" y="158" width="60" height="22" rx="4" fill="${p.light}" opacity=".8"/>`,
  suitcase: (p: Paint) =>
    `<path d="M158 96V46h84v50" fill="none" stroke="#7f8994" stroke-width="11"/><rect x="148" y="36" width="104" height="20" rx="8" fill="url(#kv)"/><rect x="104" y="90" width="192" height="232" rx="28" fill="url(#c)"/><path d="M136 94v224M168 92v228M200 92v228M232 92v228M264 94v224" stroke="${p.deep}" stroke-opacity=".38" stroke-width="7"/><path d="M146 96v220" stroke="#fff" stroke-width="6" opacity=".3"/><rect x="104" y="196" width="192" height="12" fill="${p.deep}" opacity=".6"/><rect x="180" y="186" width="40" height="32" rx="6" fill="url(#mv)"/><rect x="120" y="318" width="36" height="22" rx="9" fill="#30363d"/><rect x="244" y="318" width="36" height="22" rx="9" fill="#30363d"/>`,
  tote: (p: Paint) =>
    `<path d="M142 158c0-110 36-116 46-112M258 158c0-110-36-116-46-112" fill="none" stroke="${p.dark}" stroke-width="14" stroke-linecap="round"/><path d="M150 60c20-22 80-22 100 0" fill="none" stroke="${p.dark}" stroke-width="14"/><path d="M92 146h216l16 166c1 12-6 18-16 18H92c-10 0-17-6-16-18z" fill="url(#c)"/><path d="M92 146h216l2 22H90z" fill="${p.dark}" opacity=".6"/><rect x="150" y="206" width="100" height="72" rx="6" fill="#fff" opacity=".82"/><path d="M170 252c10-30 20-30 30-8s20 12 30-12" fill="none" stroke="${p.dark}" stroke-width="6" stroke-linecap="round"/>`,
  pouch: (p: Paint) => {
    const one = (x: number, y: number, w: number, h: number) =>
      `<rect x="${x}" y="${y}" width="${w}" height="${h}" rx="16" fill="url(#c)"/><rect x="${x + 16}" y="${y + 20}" width="${w - 32}" height="${h - 40}" rx="10" fill="${p.deep}" opacity=".45"/><path d="M${x + 20} ${y + 30}h${w - 40}M${x + 20} ${y + 42}h${w - 40}M${x + 20} ${y + 54}h${w - 40}" stroke="#fff" stroke-opacity=".22" stroke-width="3"/><path d="M${x + 12} ${y + 10}h${w - 24}" stroke="#e3e7eb" stroke-width="4"/><rect x="${x + w - 40}" y="${y + 5}" width="22" height="10" rx="4" fill="#cfd5db"/>`;
    return `${one(70, 190, 190, 130)}${one(182, 130, 152, 112)}${one(96, 92, 118, 84)}`;
  },
} as const;
