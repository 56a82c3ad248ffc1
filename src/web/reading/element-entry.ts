import type { PageFont } from '../../core/export/page.ts';
import { startWorkerAt } from '../worker/worker-line.ts';
import { dateLineClass } from './date-line.ts';
import { loadPageFonts } from './page-fonts.ts';
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

const baseMap = sharedBaseMap(async () => ({
  versions: [{ packed: await (await fetchBeside('base-map.bin')).blob() }],
  startWorker: () => startWorkerAt(beside('worker.js').href, 'classic'),
}));

const DateLine = dateLineClass({
  styles,
  baseMap,
  // Without its fonts a story is set in those of the machine.
  fonts: () =>
    (fonts ??= fetchBeside('fonts.json')
      // A file of this program: its shape is known.
      .then(async (answer) => loadPageFonts((await answer.json()) as readonly PageFont[]))
      .catch(() => undefined)),
});

if (customElements.get('date-line') === undefined) customElements.define('date-line', DateLine);
