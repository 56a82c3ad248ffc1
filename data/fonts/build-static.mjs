// Writes data/fonts/static/*.ttf, the faces for programs that read neither WOFF2 nor variable fonts. They are cut from whole static fonts,
// since the parts of a family in the fontsource packages cannot be joined again:
//   npm install --no-save @expo-google-fonts/inter@0.4.2 @expo-google-fonts/source-serif-4@0.4.1 @expo-google-fonts/vazirmatn@0.4.1
//   node data/fonts/build-static.mjs
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import subsetFont from 'subset-font';
import { ARABIC_FACES, ARABIC_RANGES, codePointsOf, FACES, RANGES } from './faces.mjs';

const require = createRequire(import.meta.url);
const TARGET = new URL('static/', import.meta.url);

const PACKAGES = { sans: ['inter', 'Inter'], serif: ['source-serif-4', 'SourceSerif4'], arabic: ['vazirmatn', 'Vazirmatn'] };
const WEIGHT_NAMES = { 400: 'Regular', 500: 'Medium', 600: 'SemiBold', 700: 'Bold' };

/** What browsers apply unasked: composition, contextual forms, ligatures, kerning, local forms, the joining of letters. */
const FEATURES = ['calt', 'ccmp', 'clig', 'fina', 'init', 'isol', 'kern', 'liga', 'locl', 'mark', 'medi', 'mkmk', 'rlig'];
/** Copyright, family, style, unique name, full name, version, PostScript name, licence and its address, typographic family and style. */
const NAMES = [0, 1, 2, 3, 4, 5, 6, 13, 14, 16, 17];

const textOf = (ranges) => String.fromCodePoint(...codePointsOf(ranges).flat());
const LATIN = textOf(RANGES);
/** Latin too, since resvg sets a line in one font; and the vowel signs and controls of Arabic script. */
const ARABIC = textOf([...RANGES, [0x64b, 0x655], [0x670, 0x670], [0x2066, 0x2069], ...ARABIC_RANGES]);

function sourceOf({ family, weight, style }) {
  const [pack, name] = PACKAGES[family];
  const italic = style === 'italic' ? '_Italic' : '';
  const folder = `${weight}${WEIGHT_NAMES[weight]}${italic}`;
  return { path: require.resolve(`@expo-google-fonts/${pack}/${folder}/${name}_${folder}.ttf`), name: `${name}-${weight}${style === 'italic' ? '-italic' : ''}.ttf` };
}

rmSync(TARGET, { recursive: true, force: true });
mkdirSync(TARGET);
for (const face of [...FACES, ...ARABIC_FACES]) {
  const { path, name } = sourceOf(face);
  const font = await subsetFont(readFileSync(path), face.family === 'arabic' ? ARABIC : LATIN, {
    targetFormat: 'sfnt',
    keepFeatures: FEATURES,
    preserveNameIds: NAMES,
    noHinting: true,
  });
  writeFileSync(new URL(name, TARGET), font);
  console.log(`${name} ${Math.round(font.length / 1024)} KB`);
}
