import { fontFileName } from '../../core/export/page-faces.ts';
import type { PageFont } from '../../core/export/page.ts';
import type { FontFace } from '../../core/scene/font-faces.ts';
import { startWorkerAt } from '../worker/worker-line.ts';
import { dateLineClass } from './date-line.ts';
import { bytesOf, loadFonts, storyFaces } from './page-fonts.ts';
import { sharedBaseMap } from './shared-base-map.ts';
import '../styles/reading.css';
import '../styles/embedded.css';

/*
 * The script that brings the element `<date-line>`. Beside it lie, in the same folder, what is fetched when a story stands: fonts, base map, and
 * the worker that paints it.
 */

/** The build puts the styles here. */
const STYLES = '/* styles of date-line */';

/** Kept apart from the addresses that are made of it, or the bundler would look for these files among the sources. */
const SCRIPT = import.meta.url;

const beside = (name: string): URL => new URL(name, SCRIPT);

async function fetchBeside(name: string): Promise<Response> {
  const answer = await fetch(beside(name));
  if (!answer.ok) throw new Error(`${name}: ${answer.status}`);
  return answer;
}

const styles = new CSSStyleSheet();
styles.replaceSync(STYLES);

let fonts: Promise<void> | undefined;
const faces = new Map<FontFace, Promise<void>>();

/** Loads a face when a story first needs it. */
function loadFace(face: FontFace): Promise<void> {
  const known = faces.get(face);
  if (known !== undefined) return known;
  const coming = fetchBeside(`fonts/${fontFileName(face)}`).then(async (answer) => loadFonts([{ face, bytes: new Uint8Array(await answer.arrayBuffer()) }]));
  faces.set(face, coming);
  // Tried again with the next story.
  coming.catch(() => faces.delete(face));
  return coming;
}

const baseMap = sharedBaseMap(async () => ({
  versions: [{ packed: await (await fetchBeside('base-map.bin')).blob() }],
  startWorker: () => startWorkerAt(beside('worker.js').href, 'classic', 'dateline-worker'),
}));

const DateLine = dateLineClass({
  styles,
  baseMap,
  // Without its fonts a story is set in those of the machine.
  fonts: () =>
    (fonts ??= fetchBeside('fonts.json')
      // A file of this program: its shape is known.
      .then(async (answer) => loadFonts(((await answer.json()) as readonly PageFont[]).map(({ face, base64 }) => ({ face, bytes: bytesOf(base64) }))))
      .catch(() => undefined)),
  fontsOf: async (dataset) => {
    await Promise.allSettled(storyFaces(dataset).map(loadFace));
  },
});

if (customElements.get('date-line') === undefined) customElements.define('date-line', DateLine);
