import { describeEdtf, draw, en, eventAt, INITIAL_VIEW, instant, makeWorld, open, paintSvg } from 'dateline/core';
import address from '../../data/stories/iran-us-2026-02.geojson?url';

const about = document.querySelector('#about');
const figure = document.querySelector<HTMLImageElement>('#figure');

const opened = open(new Uint8Array(await (await fetch(address)).arrayBuffer()));
if (!opened.ok) throw new Error(`the story does not open: ${opened.error.code}`);
const { dataset } = opened.value;

const first = eventAt(dataset, 0);
if (about !== null && first.when.edtf !== undefined) {
  about.textContent = `${dataset.size} events, the first ${describeEdtf(first.when.edtf, { messages: en, locale: 'en' })}: ${first.title}.`;
}

const world = makeWorld({ locale: 'en', theme: 'light', now: instant(Date.now()) });
const { scene } = draw({ dataset, view: INITIAL_VIEW, world, base: undefined, parts: 'timeline' });
if (figure !== null) {
  figure.src = URL.createObjectURL(new Blob([paintSvg(scene)], { type: 'image/svg+xml' }));
  figure.alt = scene.title;
}
