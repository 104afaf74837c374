/** Every picture of the kitchen-office atlas, drawn by us as SVG. Width and height come from atlas.json. */
import { font, svg } from '../../pipeline/svg.ts';

export const decals: Record<string, (w: number, h: number) => string> = {
  'label-water': (w, h) => label(w, h, { title: 'WATER', size: '6 L', band: '#f4f1ea', ink: '#b3120e', suits: ['A'], warning: 'NOT for live electrical equipment or burning liquids' }),
  'label-co2': (w, h) => label(w, h, { title: 'CO₂', size: '5 kg', band: '#17181a', ink: '#ffffff', suits: ['B', 'C'], warning: 'Horn gets freezing cold · displaces oxygen in small rooms' }),
  'label-abc': (w, h) => label(w, h, { title: 'ABC POWDER', size: '6 kg', band: '#1c4fa0', ink: '#ffffff', suits: ['A', 'B', 'C'], warning: 'Powder reduces visibility · keep your exit behind you' }),
  'sign-water': (w, h) => sign(w, h, 'WATER', ['A'], '#f4f1ea', '#b3120e'),
  'sign-co2': (w, h) => sign(w, h, 'CO₂', ['B', 'C'], '#17181a', '#ffffff'),
  'sign-abc': (w, h) => sign(w, h, 'ABC', ['A', 'B', 'C'], '#1c4fa0', '#ffffff'),
  'exit-sign': (w, h) => svg(w, h, `<rect width="${w}" height="${h}" rx="14" fill="#067a46"/><rect x="9" y="9" width="${w - 18}" height="${h - 18}" rx="8" fill="none" stroke="#d9f5e5" stroke-width="5"/>
    <g transform="translate(300,30)" ><rect width="170" height="196" fill="#eafff2"/><rect x="26" y="22" width="118" height="174" fill="#067a46"/></g>
    <g stroke="#eafff2" stroke-width="25" stroke-linecap="round" stroke-linejoin="round" fill="none"><path d="M356 92 L326 150"/><path d="M352 96 L306 102 L282 132"/><path d="M358 100 L388 124 L412 112"/><path d="M326 150 L352 178 L344 216"/><path d="M326 150 L300 182 L258 186"/></g><circle cx="372" cy="58" r="21" fill="#eafff2"/>
    <path d="M134 214 L54 122 H102 V36 H166 V122 H214 Z" fill="#eafff2"/>`),
  'call-point': (w, h) => svg(w, h, `<rect width="${w}" height="${h}" fill="#b3120e"/><rect x="30" y="44" width="196" height="168" rx="8" fill="#f7f5ef"/>
    <circle cx="128" cy="128" r="20" fill="#17181a"/><path d="M50 106 V150 L92 128 Z M206 106 V150 L164 128 Z" fill="#17181a"/>
    <text x="128" y="34" text-anchor="middle" ${font} font-weight="700" font-size="30" fill="#fff">FIRE</text><text x="128" y="244" text-anchor="middle" ${font} font-weight="700" font-size="25" fill="#fff">PRESS HERE</text>
    <text x="128" y="76" text-anchor="middle" ${font} font-weight="700" font-size="19" fill="#17181a">push the dot</text><path d="M60 190 q14 -34 28 0 q14 -26 26 0" stroke="#b3120e" stroke-width="6" fill="none"/><text x="160" y="196" text-anchor="middle" ${font} font-weight="700" font-size="17" fill="#b3120e">ALARM</text>`),
  clock: (w, h) => svg(w, h, `<rect width="${w}" height="${h}" fill="#f4f1ea"/>${Array.from({ length: 12 }, (_, i) => `<rect x="124" y="14" width="8" height="${i % 3 === 0 ? 30 : 18}" fill="#26282b" transform="rotate(${i * 30} 128 128)"/>`).join('')}<rect x="122" y="62" width="12" height="76" rx="6" fill="#26282b" transform="rotate(310 128 128)"/><rect x="124" y="34" width="8" height="104" rx="4" fill="#26282b" transform="rotate(48 128 128)"/><circle cx="128" cy="128" r="10" fill="#b3120e"/>`),
  'switch-label': (w, h) => svg(w, h, `<rect width="${w}" height="${h}" fill="#f4c400"/><rect x="5" y="5" width="${w - 10}" height="${h - 10}" fill="none" stroke="#17181a" stroke-width="5"/><path d="M52 18 L90 98 H14 Z" fill="#17181a" transform="translate(2,6) scale(.82)"/><path d="M48 38 L38 62 H48 L42 84 L58 56 H48 L54 38 Z" fill="#f4c400" transform="translate(-3,2)"/>
    <text x="164" y="48" text-anchor="middle" ${font} font-weight="700" font-size="27" fill="#17181a">COFFEE</text><text x="164" y="78" text-anchor="middle" ${font} font-weight="700" font-size="27" fill="#17181a">MACHINE</text><text x="164" y="108" text-anchor="middle" ${font} font-weight="700" font-size="20" fill="#17181a">MAINS SWITCH</text>`),
  socket: (w, h) => svg(w, h, `<rect width="${w}" height="${h}" fill="#ece9e2"/><circle cx="64" cy="64" r="48" fill="#d9d5cb"/><circle cx="64" cy="64" r="43" fill="#c9c5ba"/><circle cx="44" cy="64" r="7" fill="#17181a"/><circle cx="84" cy="64" r="7" fill="#17181a"/>`),
  gauge: (w, h) => svg(w, h, `<rect width="${w}" height="${h}" fill="#f4f1ea"/>${arc(205, 250, '#c01a14')}${arc(250, 330, '#0b8a4f')}${arc(330, 375, '#c01a14')}<path d="M64 64 L72 24" stroke="#17181a" stroke-width="6" stroke-linecap="round"/><circle cx="64" cy="64" r="8" fill="#17181a"/><text x="64" y="108" text-anchor="middle" ${font} font-size="17" font-weight="700" fill="#17181a">15 bar</text>`),
  'coffee-front': (w, h) => svg(w, h, `<rect width="${w}" height="${h}" fill="#1b1d20"/><rect x="18" y="18" width="${w - 36}" height="150" rx="14" fill="#0b0d10"/><text x="128" y="66" text-anchor="middle" ${font} font-weight="700" font-size="30" fill="#e8c48a">Brio 12</text><text x="128" y="104" text-anchor="middle" ${font} font-size="21" fill="#9ec7d4">ready · 94 °C</text><path d="M40 132 h176" stroke="#31424a" stroke-width="6"/><path d="M40 132 h120" stroke="#e8c48a" stroke-width="6"/>
    ${[0, 1, 2, 3].map((i) => `<circle cx="${56 + i * 48}" cy="220" r="20" fill="#2c3036" stroke="#6d747c" stroke-width="3"/><path d="M${47 + i * 48} 214 h18 l-3 14 h-12 z" fill="#cfd3d6"/>`).join('')}<text x="128" y="292" text-anchor="middle" ${font} font-size="19" fill="#8b9197">espresso · lungo · milk · hot</text>`),
  monitor: (w, h) => svg(w, h, `<defs><linearGradient id="g" x2="0" y2="1"><stop offset="0" stop-color="#233a55"/><stop offset="1" stop-color="#15212f"/></linearGradient></defs><rect width="${w}" height="${h}" fill="url(#g)"/><rect x="24" y="26" width="300" height="262" rx="8" fill="#f3f5f7"/><rect x="24" y="26" width="300" height="30" rx="8" fill="#2f6f8f"/>
    ${Array.from({ length: 9 }, (_, i) => `<rect x="44" y="${76 + i * 22}" width="${[220, 250, 180, 240, 120, 230, 250, 160, 200][i]}" height="9" rx="3" fill="#b4bcc4"/>`).join('')}<rect x="344" y="26" width="144" height="126" rx="8" fill="#f3f5f7"/>${[40, 66, 52, 84, 74].map((v, i) => `<rect x="${360 + i * 24}" y="${138 - v}" width="15" height="${v}" fill="${i === 3 ? '#d2684f' : '#2f6f8f'}"/>`).join('')}<rect x="344" y="168" width="144" height="120" rx="8" fill="#f3f5f7"/><circle cx="416" cy="228" r="42" fill="#cf9a34"/><path d="M416 228 V186 A42 42 0 0 1 452 250 Z" fill="#2f6f8f"/>`),
  keyboard: (w, h) => svg(w, h, `<rect width="${w}" height="${h}" fill="#d5d3ce"/>${Array.from({ length: 5 }, (_, r) => Array.from({ length: 15 }, (_, c) => (r === 4 && c > 3 && c < 9 ? '' : `<rect x="${10 + c * 33}" y="${8 + r * 23}" width="29" height="19" rx="4" fill="#f6f5f2" stroke="#b8b5ae"/>`)).join('')).join('')}<rect x="142" y="100" width="161" height="19" rx="4" fill="#f6f5f2" stroke="#b8b5ae"/>`),
  poster,
  'paper-1': (w, h) => paper(w, h, '#fbf7ec', 'Kitchen rota', ['Mon  Ada', 'Tue  Jonas', 'Wed  Mei', 'Thu  Sam', 'Fri  everyone']),
  'paper-2': (w, h) => paper(w, h, '#f7e7a9', 'Milk is out!', ['who is next?', '', 'thanks :)']),
  'paper-3': (w, h) => paper(w, h, '#e9f1ee', 'Summer party', ['Friday 18:00', 'roof terrace', 'bring a friend']),
  'paper-4': (w, h) => paper(w, h, '#fdfcf8', 'First aid', ['room 1.04', 'ext. 4112', '', 'Emergency', '911 / 112']),
  spines: (w, h) => svg(w, h, `<rect width="${w}" height="${h}" fill="#1d1a17"/>${spines(w, h)}`),
  art: (w, h) => svg(w, h, `<rect width="${w}" height="${h}" fill="#f1e9da"/><circle cx="152" cy="116" r="66" fill="#d2684f"/><path d="M0 226 Q64 146 132 206 T256 186 V336 H0 Z" fill="#1f5a5c"/><path d="M0 266 Q84 206 158 256 T256 246 V336 H0 Z" fill="#cf9a34"/><path d="M0 300 Q90 262 256 300 V336 H0 Z" fill="#2a3850"/>`),
  'safe-area': (w, h) => svg(w, h, `<rect width="${w}" height="${h}" fill="#067a46"/><rect x="5" y="5" width="${w - 10}" height="${h - 10}" fill="none" stroke="#eafff2" stroke-width="4"/><text x="128" y="66" text-anchor="middle" ${font} font-weight="700" font-size="42" fill="#eafff2">SAFE AREA</text><text x="128" y="104" text-anchor="middle" ${font} font-size="24" fill="#eafff2">close the door</text><text x="128" y="136" text-anchor="middle" ${font} font-size="24" fill="#eafff2">do not go back</text>`),
  cork: (w, h) => svg(w, h, `<filter id="n" x="0" y="0" width="100%" height="100%"><feTurbulence type="fractalNoise" baseFrequency="0.16" numOctaves="4" seed="4"/><feColorMatrix values="0 0 0 0 .66  0 0 0 0 .46  0 0 0 0 .28  1.5 1.5 0 0 -1.1"/></filter><filter id="d" x="0" y="0" width="100%" height="100%"><feTurbulence type="fractalNoise" baseFrequency="0.35" numOctaves="2" seed="9"/><feColorMatrix values="0 0 0 0 .28  0 0 0 0 .17  0 0 0 0 .09  0 3.2 0 0 -1.9"/></filter><rect width="${w}" height="${h}" fill="#c3945f"/><rect width="${w}" height="${h}" filter="url(#n)"/><rect width="${w}" height="${h}" filter="url(#d)"/>`),
  daylight,
};

type LabelText = { title: string; size: string; band: string; ink: string; suits: string[]; warning: string };

function label(w: number, h: number, o: LabelText): string {
  const steps = ['Pull the pin', 'Aim at the base', 'Squeeze', 'Sweep'];
  return svg(w, h, `<rect width="${w}" height="${h}" fill="#f6f3ec"/><rect width="${w}" height="156" fill="${o.band}"/>
    <text x="${w / 2}" y="116" text-anchor="middle" ${font} font-weight="700" font-size="${o.title.length > 6 ? 84 : 112}" fill="${o.ink}">${o.title}</text>
    <text x="28" y="194" ${font} font-weight="700" font-size="27" fill="#26282b">FIRE EXTINGUISHER</text><text x="${w - 28}" y="194" text-anchor="end" ${font} font-weight="700" font-size="27" fill="#26282b">${o.size}</text>
    ${['A', 'B', 'C'].map((c, i) => pictogram(c, 40 + i * 196, 210, 168, o.suits.includes(c))).join('')}
    ${steps.map((s, i) => `<circle cx="${46 + (i % 2) * 300}" cy="${412 + Math.floor(i / 2) * 36}" r="15" fill="#b3120e"/><text x="${46 + (i % 2) * 300}" y="${420 + Math.floor(i / 2) * 36}" text-anchor="middle" ${font} font-weight="700" font-size="22" fill="#fff">${i + 1}</text><text x="${70 + (i % 2) * 300}" y="${421 + Math.floor(i / 2) * 36}" ${font} font-weight="700" font-size="26" fill="#26282b">${s}</text>`).join('')}
    <rect y="${h - 40}" width="${w}" height="40" fill="#f4c400"/><text x="${w / 2}" y="${h - 13}" text-anchor="middle" ${font} font-weight="700" font-size="21" fill="#17181a">${o.warning}</text>`);
}

function sign(w: number, h: number, title: string, suits: string[], band: string, ink: string): string {
  return svg(w, h, `<rect width="${w}" height="${h}" fill="#b3120e"/><rect x="10" y="112" width="${w - 20}" height="92" fill="#f7f4ee"/>
    <rect x="10" y="10" width="${w - 20}" height="94" fill="${band}"/><text x="128" y="80" text-anchor="middle" ${font} font-weight="700" font-size="${title.length > 4 ? 58 : 72}" fill="${ink}">${title}</text>
    ${suits.map((c, i) => pictogram(c, 128 - suits.length * 38 + i * 76, 121, 74, true)).join('')}
    <text x="128" y="239" text-anchor="middle" ${font} font-weight="700" font-size="25" fill="#fff">EXTINGUISHER</text>`);
}

/** NFPA 10 shapes: A green triangle, B red square, C blue circle; crossed out when the agent does not suit. */
function pictogram(kind: string, x: number, y: number, size: number, suits: boolean): string {
  const shape = {
    A: '<path d="M50 4 L98 94 H2 Z" fill="#0b7a4b"/>',
    B: '<rect x="6" y="6" width="88" height="88" fill="#b3120e"/>',
    C: '<circle cx="50" cy="50" r="47" fill="#1c4fa0"/>',
  }[kind];
  const icon = {
    A: '<path d="M38 64 q-6 -12 4 -20 q0 8 6 10 q-2 -12 8 -18 q-2 12 6 18 q6 8 0 14 z M32 70 h36 v7 h-36 z M36 80 h28 v6 h-28 z" fill="#fff" transform="translate(0,2)"/>',
    B: '<path d="M34 34 h22 l10 10 v36 h-32 z M38 22 h14 v8 h-14 z M70 46 q10 10 2 20 q-8 -6 -2 -20" fill="#fff" transform="translate(0,-2)"/>',
    C: '<path d="M40 20 v16 M60 20 v16" stroke="#fff" stroke-width="7"/><path d="M30 36 h40 v12 a20 20 0 0 1 -40 0 z M46 66 h8 v18 h-8 z" fill="#fff"/>',
  }[kind];
  const letter = { A: [50, 36, 24], B: [80, 92, 26], C: [76, 66, 0] }[kind] ?? [0, 0, 0];
  return `<g transform="translate(${x},${y}) scale(${size / 100})" opacity="${suits ? 1 : 0.85}"><g ${suits ? '' : 'filter="grayscale(1)" opacity=".45"'}>${shape}${icon}</g>
    ${letter[2] ? `<text x="${letter[0]}" y="${letter[1]}" text-anchor="middle" ${font} font-weight="700" font-size="${letter[2]}" fill="#fff">${kind}</text>` : `<text x="50" y="62" text-anchor="middle" ${font} font-weight="700" font-size="24" fill="#1c4fa0">${kind}</text>`}
    ${suits ? '' : '<path d="M6 6 L94 94 M94 6 L6 94" stroke="#c01a14" stroke-width="11"/>'}</g>`;
}

function paper(w: number, h: number, colour: string, title: string, lines: string[]): string {
  return svg(w, h, `<rect width="${w}" height="${h}" fill="${colour}"/><text x="${w / 2}" y="58" text-anchor="middle" ${font} font-weight="700" font-size="29" fill="#2a3850">${title}</text><path d="M30 74 H${w - 30}" stroke="#d2684f" stroke-width="4"/>
    ${lines.map((l, i) => `<text x="${w / 2}" y="${116 + i * 36}" text-anchor="middle" ${font} font-size="25" fill="#3b4048">${l}</text>`).join('')}<circle cx="${w / 2}" cy="14" r="9" fill="#b3120e"/>`);
}

function poster(w: number, h: number): string {
  const lines = [['1', 'Raise the alarm', 'Press the nearest call point'], ['2', 'Warn people', 'Make them leave now'], ['3', 'Only a small fire?', 'Right extinguisher, exit behind you'], ['4', 'If in doubt, get out', 'Close the door, do not go back']];
  return svg(w, h, `<rect width="${w}" height="${h}" fill="#f7f4ee"/><rect width="${w}" height="96" fill="#1c4fa0"/><text x="${w / 2}" y="64" text-anchor="middle" ${font} font-weight="700" font-size="46" fill="#fff">FIRE ACTION</text>
    ${lines.map(([n, a, b], i) => `<circle cx="50" cy="${160 + i * 100}" r="30" fill="${i === 3 ? '#0b7a4b' : '#b3120e'}"/><text x="50" y="${172 + i * 100}" text-anchor="middle" ${font} font-weight="700" font-size="36" fill="#fff">${n}</text><text x="96" y="${156 + i * 100}" ${font} font-weight="700" font-size="29" fill="#17181a">${a}</text><text x="96" y="${186 + i * 100}" ${font} font-size="17" fill="#3b4048">${b}</text>`).join('')}`);
}

function spines(w: number, h: number): string {
  const colours = ['#1f5a5c', '#cf9a34', '#2a3850', '#b5643f', '#e6e0d4', '#4a5d4f', '#7f9db5', '#7c2d26', '#33363a', '#c3c5c6'];
  let x = 6; let out = '';
  for (let i = 0; x < w - 30; i++) {
    const thick = 26 + ((i * 37) % 30); const tall = h - 16 - ((i * 53) % 54);
    out += `<rect x="${x}" y="${h - tall}" width="${thick}" height="${tall}" fill="${colours[(i * 7) % colours.length]}"/><rect x="${x + 5}" y="${h - tall + 26}" width="${thick - 10}" height="54" fill="#f4f1ea" opacity="${i % 3 ? 0.75 : 0.1}"/><rect x="${x}" y="${h - tall}" width="3" height="${tall}" fill="#fff" opacity=".2"/><rect x="${x + thick - 4}" y="${h - tall}" width="4" height="${tall}" fill="#000" opacity=".3"/>`;
    x += thick + 1;
  }
  return out;
}

function arc(from: number, to: number, colour: string): string {
  const at = (deg: number) => `${(64 + 46 * Math.cos((deg * Math.PI) / 180)).toFixed(1)} ${(64 + 46 * Math.sin((deg * Math.PI) / 180)).toFixed(1)}`;
  return `<path d="M${at(from)} A46 46 0 0 1 ${at(to)}" stroke="${colour}" stroke-width="15" fill="none"/>`;
}

function daylight(w: number, h: number): string {
  const trees = Array.from({ length: 26 }, (_, i) => {
    const x = (i * 167) % w, r = 34 + ((i * 29) % 40), y = h * 0.74 - ((i * 13) % 26);
    return `<ellipse cx="${x}" cy="${y}" rx="${r}" ry="${r * 0.82}" fill="${['#5f7d4f', '#6f8f58', '#56724d', '#81a066'][i % 4]}"/><ellipse cx="${x - r * 0.25}" cy="${y - r * 0.25}" rx="${r * 0.55}" ry="${r * 0.42}" fill="#a3bd7d" opacity=".55"/>`;
  }).join('');
  const houses = [[60, 190, 170], [250, 150, 130], [420, 230, 210], [700, 170, 150], [880, 250, 190], [1090, 160, 140]].map(([x = 0, tall = 0, wide = 0], i) =>
    `<rect x="${x}" y="${h * 0.72 - tall}" width="${wide}" height="${tall}" fill="${['#c9c2b8', '#b8b9bd', '#d5cabb'][i % 3]}"/>` + Array.from({ length: Math.floor(tall / 38) * Math.floor(wide / 36) }, (_, k) => { const n = Math.floor(wide / 36); return `<rect x="${x + 12 + (k % n) * 36}" y="${h * 0.72 - tall + 14 + Math.floor(k / n) * 38}" width="18" height="22" fill="${(k * 7 + i) % 5 ? '#8fa6b5' : '#f2ddb0'}"/>`; }).join('')).join('');
  return svg(w, h, `<defs><linearGradient id="s" x2="0" y2="1"><stop offset="0" stop-color="#8fbbe0"/><stop offset=".7" stop-color="#dfeaf0"/><stop offset="1" stop-color="#f5ecd9"/></linearGradient><filter id="b"><feGaussianBlur stdDeviation="5"/></filter><filter id="c"><feGaussianBlur stdDeviation="16"/></filter></defs>
    <rect width="${w}" height="${h}" fill="url(#s)"/><g fill="#fff" opacity=".75" filter="url(#c)"><ellipse cx="240" cy="120" rx="190" ry="32"/><ellipse cx="330" cy="94" rx="110" ry="30"/><ellipse cx="860" cy="170" rx="230" ry="30"/><ellipse cx="960" cy="142" rx="110" ry="26"/></g>
    <g filter="url(#b)"><g opacity=".8">${houses}</g>${trees}<rect y="${h * 0.8}" width="${w}" height="${h * 0.2}" fill="#7d9a62"/><rect y="${h * 0.88}" width="${w}" height="${h * 0.05}" fill="#b9b4aa"/></g><rect width="${w}" height="${h}" fill="#fff" opacity=".12"/>`);
}
