/** Every picture of the pump room's atlas, drawn by us as SVG. Width and height come from atlas.json. */
import { font, svg } from '../../pipeline/svg.ts';

const ink = '#17181a', white = '#f7f4ee', red = '#b3120e', yellow = '#f4c400', blue = '#1c4fa0', green = '#067a46';

export const decals: Record<string, (w: number, h: number) => string> = {
  sheet, poster, guard: (w, h) => svg(w, h, mesh(w, h, '#f2b705', '#7c5a08')), 'guard-worn': (w, h) => svg(w, h, `${mesh(w, h, '#dca813', '#54400e')}${wear(w, h)}`),
  'isolator-plate': (w, h) => svg(w, h, `<rect width="${w}" height="${h}" rx="14" fill="${yellow}"/><rect x="5" y="5" width="${w - 10}" height="${h - 10}" rx="11" fill="none" stroke="${ink}" stroke-width="4"/>
    ${text(128, 62, 44, 'I  ON')}${text(46, 172, 34, 'O')}${text(216, 172, 26, 'OFF')}<path d="M128 86 A92 92 0 0 1 214 140" stroke="${ink}" stroke-width="6" fill="none"/><path d="M222 128 L216 152 L198 136 Z" fill="${ink}"/>${text(128, 288, 27, 'LOCK IN OFF')}`),
  'isolator-name': (w, h) => plate(w, h, ['ISOLATOR Q1', 'PUMP P-101'], ink, white),
  'pump-name': (w, h) => svg(w, h, `<rect width="${w}" height="${h}" fill="${blue}"/><rect x="6" y="6" width="${w - 12}" height="${h - 12}" fill="none" stroke="${white}" stroke-width="5"/>${text(w / 2, 84, 66, 'P-101', white)}${text(w / 2, 146, 36, 'COOLING WATER', white)}`),
  nameplate: (w, h) => svg(w, h, `<rect width="${w}" height="${h}" rx="6" fill="#c9ccd0"/><rect x="5" y="5" width="${w - 10}" height="${h - 10}" rx="4" fill="none" stroke="#5d6266" stroke-width="3"/>${text(w / 2, 34, 24, '3 ~ MOTOR  M1', '#2b2f33')}${[0, 1, 2].map((i) => `<path d="M20 ${56 + i * 22} H${[110, 96, 120][i]} M140 ${56 + i * 22} H${[228, 214, 236][i]}" stroke="#5d6266" stroke-width="7"/>`).join('')}`),
  station: (w, h) => svg(w, h, `<rect width="${w}" height="${h}" rx="10" fill="#e9e9e4"/><rect x="6" y="6" width="${w - 12}" height="${h - 12}" rx="8" fill="none" stroke="#8c8f93" stroke-width="3"/>${text(96, 48, 34, 'P-101')}${text(96, 82, 24, 'RUNNING')}${text(96, 262, 32, 'START', green)}${text(96, 470, 36, 'STOP', red)}`),
  'sign-danger': (w, h) => svg(w, h, `<rect width="${w}" height="${h}" fill="${yellow}"/>${triangle('<path d="M138 96 L104 158 H124 L112 206 L152 142 H130 L142 96 Z" fill="#17181a"/>')}`),
  'sign-auto': (w, h) => svg(w, h, `<rect width="${w}" height="${h}" fill="${yellow}"/><g transform="translate(0,-18)">${triangle('<circle cx="128" cy="158" r="26" fill="none" stroke="#17181a" stroke-width="12"/><path d="M128 118 v18 M128 180 v18 M88 158 h18 M150 158 h18 M100 130 l12 12 M144 174 l12 12 M156 130 l-12 12 M112 174 l-12 12" stroke="#17181a" stroke-width="13"/>')}</g>${text(128, 240, 24, 'STARTS BY ITSELF')}`),
  'sign-hearing': (w, h) => svg(w, h, `<rect width="${w}" height="${h}" fill="${white}"/><circle cx="128" cy="128" r="112" fill="${blue}"/><path d="M78 128 a50 56 0 0 1 100 0" stroke="#fff" stroke-width="13" fill="none"/><rect x="60" y="118" width="34" height="58" rx="14" fill="#fff"/><rect x="162" y="118" width="34" height="58" rx="14" fill="#fff"/><circle cx="128" cy="132" r="36" fill="#fff"/><rect x="112" y="160" width="32" height="34" fill="#fff"/>`),
  'exit-sign': (w, h) => svg(w, h, `<rect width="${w}" height="${h}" rx="8" fill="${green}"/>${text(w / 2, 88, 70, 'EXIT', '#eafff2')}`),
  gauge: dial, rotation: (w, h) => svg(w, h, `<rect width="${w}" height="${h}" rx="64" fill="${white}"/><path d="M28 78 A38 38 0 1 1 98 82" stroke="${red}" stroke-width="14" fill="none"/><path d="M112 70 L92 108 L76 70 Z" fill="${red}"/>`),
  board,
  'box-label': (w, h) => svg(w, h, `<rect width="${w}" height="${h}" fill="${white}"/><rect width="${w}" height="52" fill="${ink}"/>${text(w / 2, 39, 36, 'GROUP LOCKBOX', yellow)}${text(w / 2, 92, 22, 'Every lock on it is a person at work.')}${text(w / 2, 132, 22, 'It stays shut until the last one is off.')}`),
  'box-lid': (w, h) => svg(w, h, `<rect width="${w}" height="${h}" fill="${red}"/>${text(w / 2, 45, 38, 'KEY INSIDE', white)}`),
  'pipe-in': (w, h) => pipeMark(w, h, 'WATER IN', -1), 'pipe-out': (w, h) => pipeMark(w, h, 'WATER OUT', 1),
  'keep-clear': (w, h) => svg(w, h, `<rect width="${w}" height="${h}" fill="#e3b21c"/>${text(w / 2, 58, 50, 'KEEP THIS AREA CLEAR')}`),
  'wait-here': (w, h) => svg(w, h, `<rect width="${w}" height="${h}" fill="#a9acaa"/>${text(w / 2, 60, 42, 'SAFE PLACE', '#1c8a58')}${text(w / 2, 104, 32, 'pause here', '#1c8a58')}`),
  hatch: (w, h) => svg(w, h, `<defs><pattern id="p" width="128" height="128" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="128" height="128" fill="#9fa3a1"/><rect width="64" height="128" fill="#e3b21c"/></pattern></defs><rect width="${w}" height="${h}" fill="url(#p)"/><rect x="12" y="12" width="${w - 24}" height="${h - 24}" fill="none" stroke="#e3b21c" stroke-width="24"/>`),
  'tag-job': (w, h) => tag(w, h, blue, 'GROUP', ['P-101', 'isolated']), 'tag-lead': (w, h) => tag(w, h, '#8a6a00', 'LEAD', ['box lock', 'P-101']), 'tag-personal': (w, h) => tag(w, h, red, 'PERSONAL', ['name', '']),
};

function text(x: number, y: number, size: number, words: string, fill = ink): string {
  return `<text x="${x}" y="${y}" text-anchor="middle" ${font} font-weight="700" font-size="${size}" fill="${fill}">${words}</text>`;
}

function triangle(inside: string): string {
  return `<path d="M128 30 L240 224 H16 Z" fill="${yellow}" stroke="${ink}" stroke-width="16" stroke-linejoin="round"/>${inside}`;
}

function plate(w: number, h: number, lines: string[], back: string, fore: string): string {
  return svg(w, h, `<rect width="${w}" height="${h}" rx="8" fill="${back}"/>${lines.map((line, i) => text(w / 2, 52 + i * 44, 34, line, fore)).join('')}`);
}

function strip(w: number, h: number, words: string): string {
  return svg(w, h, `<rect width="${w}" height="${h}" fill="${ink}"/>${text(w / 2, h * 0.68, h * 0.52, words, white)}`);
}

function pipeMark(w: number, h: number, words: string, to: number): string {
  const tip = to > 0 ? w - 12 : 12, back = to > 0 ? w - 56 : 56;
  return svg(w, h, `<rect width="${w}" height="${h}" fill="${white}"/>${text(w / 2 - to * 26, 45, 38, words, green)}<path d="M${tip} 32 L${back} 8 V56 Z" fill="${green}"/>`);
}

function tag(w: number, h: number, band: string, title: string, lines: string[]): string {
  return svg(w, h, `<rect width="${w}" height="${h}" fill="${white}"/><rect width="${w}" height="66" fill="${red}"/><circle cx="80" cy="15" r="9" fill="#2b2f33"/>${text(80, 55, 32, 'DANGER', white)}
    ${text(80, 98, 22, 'DO NOT')}${text(80, 124, 22, 'OPERATE')}<rect y="140" width="${w}" height="40" fill="${band}"/>${text(80, 169, 27, title, white)}
    ${lines.map((line, i) => `${text(80, 214 + i * 34, 24, line, '#3b4048')}<path d="M16 ${222 + i * 34} H144" stroke="#8c8f93" stroke-width="3"/>`).join('')}`);
}

/** Perforated sheet: staggered slots. */
function mesh(w: number, h: number, sheetColour: string, hole: string): string {
  const slots: string[] = [];
  for (let row = 0; row * 40 < h - 40; row++) for (let x = 0; x < w; x += 36) slots.push(`<rect x="${x + (row % 2) * 18 + 6}" y="${row * 40 + 26}" width="12" height="28" rx="6" fill="${hole}"/>`);
  return `<rect width="${w}" height="${h}" fill="${sheetColour}"/>${slots.join('')}<rect width="${w * 0.13}" height="${h}" fill="${sheetColour}"/><rect x="${w * 0.87}" width="${w * 0.13}" height="${h}" fill="${sheetColour}"/><rect width="${w}" height="18" fill="${sheetColour}"/><rect y="${h - 18}" width="${w}" height="18" fill="${sheetColour}"/>`;
}

/** Rust, scratches and a crack. The guard's south side is where x is large. */
function wear(w: number, h: number): string {
  const blots = Array.from({ length: 40 }, (_, i) => `<ellipse cx="${(i * 197) % w}" cy="${(i * 131) % h}" rx="${8 + ((i * 7) % 26)}" ry="${5 + ((i * 11) % 18)}" fill="#6b3a17" opacity="${0.12 + 0.05 * (i % 5)}"/>`).join('');
  const scratches = Array.from({ length: 14 }, (_, i) => `<path d="M${(i * 263) % w} ${(i * 89) % h} l${40 + ((i * 17) % 60)} ${((i * 31) % 50) - 25}" stroke="#cfd3d6" stroke-width="3" opacity=".6"/>`).join('');
  return `${blots}${scratches}<path d="M${w * 0.6} ${h} L${w * 0.64} ${h * 0.82} L${w * 0.61} ${h * 0.72} L${w * 0.68} ${h * 0.56} L${w * 0.66} ${h * 0.46} L${w * 0.74} ${h * 0.3}" stroke="#1b130a" stroke-width="15" fill="none" stroke-linejoin="bevel"/><path d="M${w * 0.64} ${h * 0.82} L${w * 0.72} ${h * 0.74}" stroke="#1b130a" stroke-width="9"/>`;
}

/** 880 × 820 mm of the lockout station; hooks and pegs as in lockout.py. */
function board(w: number, h: number): string {
  const x = (m: number) => ((m + 2.37) / 0.88 + 0.5) * w, y = (m: number) => (0.5 - (m - 1.48) / 0.82) * h;
  const hooks = [[-2.67, 'GROUP 1'], [-2.47, 'GROUP 2'], [-2.27, 'KEY'], [-2.07, 'BOX']] as const;
  return svg(w, h, `<rect width="${w}" height="${h}" fill="#7d848a"/><rect width="${w}" height="76" fill="${ink}"/>${text(w / 2, 50, 46, 'LOCKOUT STATION', yellow)}
    ${hooks.map(([at, words]) => `<rect x="${x(at) - 52}" y="${y(1.68) - 34}" width="104" height="20" fill="${white}"/>${text(x(at), y(1.68) - 18, 17, words)}`).join('')}
    <rect x="8" y="${y(1.38) - 42}" width="${w - 16}" height="24" fill="${ink}"/>${text(w / 2, y(1.38) - 24, 18, 'PERSONAL LOCKS · ONE EACH', white)}
    ${Array.from({ length: 8 }, (_, i) => `<circle cx="${x(-2.7025 + i * 0.095)}" cy="${h - 26}" r="17" fill="${white}"/>${text(x(-2.7025 + i * 0.095), h - 18, 24, String(i + 1))}`).join('')}`);
}

function dial(w: number, h: number): string {
  const at = (deg: number, r: number) => `${(128 + r * Math.sin((deg * Math.PI) / 180)).toFixed(1)} ${(128 - r * Math.cos((deg * Math.PI) / 180)).toFixed(1)}`;
  const marks = Array.from({ length: 11 }, (_, i) => `<path d="M${at(-135 + i * 27, 112)} L${at(-135 + i * 27, i % 2 ? 100 : 90)}" stroke="${ink}" stroke-width="${i % 2 ? 4 : 7}"/>`).join('');
  const numbers = [0, 2, 4, 6, 8, 10].map((n, i) => { const [x = '', y = ''] = at(-135 + i * 54, 70).split(' '); return text(Number(x), Number(y) + 10, 27, String(n)); }).join('');
  return svg(w, h, `<rect width="${w}" height="${h}" fill="#f4f1ea"/>${marks}${numbers}${text(128, 178, 24, 'bar')}<path d="M${at(-135, 118)} A118 118 0 0 1 ${at(-128, 118)}" stroke="${green}" stroke-width="12" fill="none"/>`);
}

function poster(w: number, h: number): string {
  const steps = ['Know the energies', 'Tell everybody', 'Shut down', 'Isolate', 'Lock', 'Let pressure off', 'Try to start it', 'Work'];
  return svg(w, h, `<rect width="${w}" height="${h}" fill="${white}"/><rect width="${w}" height="104" fill="${red}"/>${text(w / 2, 70, 52, 'BEFORE YOU WORK', '#fff')}
    ${steps.map((s, i) => `<circle cx="62" cy="${160 + i * 62}" r="24" fill="${i === 7 ? green : ink}"/>${text(62, 170 + i * 62, 28, String(i + 1), '#fff')}<text x="106" y="${171 + i * 62}" ${font} font-weight="700" font-size="33" fill="${ink}">${s}</text>`).join('')}<rect y="${h - 48}" width="${w}" height="48" fill="${yellow}"/>${text(w / 2, h - 15, 27, 'Your lock. Your key. Your life.')}`);
}

function sheet(w: number, h: number): string {
  const rows = [['Machine', 'Pump P-101'], ['Work', 'change coupling guard'], ['Electricity', 'isolator Q1, off, lock 1'], ['Water', 'valve V1, closed, lock 2'], ['Pressure', 'vent V2, gauge to zero'], ['Try', 'press START: stays still']];
  return svg(w, h, `<rect width="${w}" height="${h}" fill="#fdfcf8"/><rect width="${w}" height="70" fill="${red}"/>${text(w / 2, 48, 38, 'LOCKOUT SHEET', '#fff')}
    ${rows.map(([a, b], i) => `<rect x="18" y="${88 + i * 54}" width="${w - 36}" height="54" fill="${i % 2 ? '#f0ece2' : '#fdfcf8'}" stroke="#b4bcc4" stroke-width="2"/><text x="30" y="${122 + i * 54}" ${font} font-weight="700" font-size="20" fill="${ink}">${a}</text><text x="150" y="${122 + i * 54}" ${font} font-size="20" fill="${ink}">${b}</text>`).join('')}
    <text x="24" y="450" ${font} font-weight="700" font-size="22" fill="${ink}">Everybody who works signs:</text>${[0, 1, 2].map((i) => `<path d="M30 ${494 + i * 38} H${w - 30}" stroke="#8c8f93" stroke-width="2"/>`).join('')}`);
}
