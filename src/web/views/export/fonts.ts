import type { FontFile } from '../../../core/export/fonts/font-file.ts';
import { fontFacesUsed, type FontFace } from '../../../core/scene/font-faces.ts';
import { cssFont } from '../../../core/scene/font-stack.ts';
import type { Scene } from '../../../core/scene/scene.ts';
import { textMarksOf } from '../../../core/scene/texts.ts';

/** Addresses of the bundled font files on the page's own origin, by their path below the packages' folder. */
const ADDRESSES: Readonly<Record<string, string>> = import.meta.glob<string>('/node_modules/@fontsource-variable/{inter,source-serif-4,vazirmatn}/files/*-wght-*.woff2', {
  query: '?url',
  import: 'default',
  eager: true,
});

/** Waits until every font that the scene is set in can be painted; a canvas does not wait by itself. */
export async function loadFonts(scene: Scene): Promise<void> {
  const samples = new Map<string, Set<string>>();
  for (const { text, font } of textMarksOf(scene.marks)) {
    // Letters come in files of variable weight: any size loads them.
    const key = cssFont({ ...font, size: 16 }, text);
    const letters = samples.get(key) ?? new Set();
    samples.set(key, letters);
    for (const letter of text) letters.add(letter);
  }
  await Promise.all([...samples].map(([font, letters]) => document.fonts.load(font, [...letters].join(''))));
}

/** Fetches the font files of a scene ahead of `fontFiles`, which then needs no network. */
export async function fetchFonts(scene: Scene): Promise<void> {
  await Promise.all(fontFacesUsed(scene).map(fontFile));
}

/** The font files of a scene; `undefined` when one of them cannot be had. */
export async function fontFiles(scene: Scene): Promise<readonly FontFile[] | undefined> {
  const files = await Promise.all(
    fontFacesUsed(scene).map(async (face) => {
      const bytes = await fontFile(face);
      return bytes && { face, bytes };
    }),
  );
  return files.every((file) => file !== undefined) ? files : undefined;
}

const files = new Map<string, Promise<Uint8Array | undefined>>();

/** The file of a face, fetched once and kept, so that it is at hand when the network is not; one that could not be had is tried again. */
export async function fontFile({ file }: FontFace): Promise<Uint8Array | undefined> {
  const known = files.get(file);
  if (known !== undefined) return known;
  const coming = fetchFont(file);
  files.set(file, coming);
  const bytes = await coming;
  if (bytes === undefined) files.delete(file);
  return bytes;
}

async function fetchFont(file: string): Promise<Uint8Array | undefined> {
  const address = ADDRESSES[`/node_modules/@fontsource-variable/${file}`];
  if (address === undefined) throw new Error(`${file} is not among the page’s fonts`);
  try {
    const response = await fetch(address);
    return response.ok ? new Uint8Array(await response.arrayBuffer()) : undefined;
  } catch (error) {
    if (error instanceof TypeError) return undefined;
    throw error;
  }
}
