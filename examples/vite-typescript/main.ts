import { describeEdtf, draw, en, eventAt, fontFacesUsed, INITIAL_VIEW, instant, makeWorld, open, toSvg, type FontFile } from 'dateline/core';
import address from '../../data/stories/iran-us-2026-02.geojson?url';

/** Addresses of the font files, by their paths. */
const fonts = import.meta.glob<string>('../../node_modules/@fontsource-variable/{inter,source-serif-4}/files/*-latin-wght-*.woff2', { query: '?url', import: 'default', eager: true });

const bytesAt = async (url: string): Promise<Uint8Array<ArrayBuffer>> => new Uint8Array(await (await fetch(url)).arrayBuffer());

const about = document.querySelector('#about');
const figure = document.querySelector<HTMLImageElement>('#figure');

const opened = open(await bytesAt(address));
if (!opened.ok) throw new Error(`the story does not open: ${opened.error.code}`);
const { dataset } = opened.value;

const first = eventAt(dataset, 0);
if (about !== null && first.when.edtf !== undefined) {
  about.textContent = `${dataset.size} events, the first ${describeEdtf(first.when.edtf, { messages: en, locale: 'en' })}: ${first.title}.`;
}

const world = makeWorld({ locale: 'en', theme: 'light', now: instant(Date.now()) });
const { scene } = draw({ dataset, view: INITIAL_VIEW, world, base: undefined, parts: 'timeline' });
const files = await Promise.all(
  fontFacesUsed(scene).map(async (face): Promise<FontFile> => ({ face, bytes: await bytesAt(fonts[`../../node_modules/@fontsource-variable/${face.file}`] ?? '') })),
);
if (figure !== null) {
  figure.src = URL.createObjectURL(new Blob([toSvg(scene, files)], { type: 'image/svg+xml' }));
  figure.alt = scene.title;
}
