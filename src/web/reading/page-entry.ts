import { finished } from '../../core/base/steps.ts';
import { encodeUtf8 } from '../../core/base/utf8.ts';
import { fontFileName } from '../../core/export/page-faces.ts';
import { PAGE_BLOCKS, type PageFont, type PageSettings } from '../../core/export/page.ts';
import { en } from '../../core/i18n/en.ts';
import { readingMessagesOf } from '../../core/i18n/reading-messages.ts';
import { instant } from '../../core/time/instant.ts';
import type { Dataset } from '../../core/model/dataset.ts';
import { openSteps } from '../../core/validate/open.ts';
import { idle } from '../app/idle.ts';
import { talkToHost, type HostLine } from '../embed/talk-to-host.ts';
import { browserAddress } from '../platform/address.ts';
import { inSlices } from '../platform/slices.ts';
import { startWorkerAt } from '../worker/worker-line.ts';
import { showHosted } from './hosted-story.ts';
import { mountStory, type MountOptions } from './mount-story.tsx';
import { bytesOf, loadFonts, storyFaces } from './page-fonts.ts';
import { sharedBaseMap } from './shared-base-map.ts';
import '../styles/reading.css';

/*
 * What runs in a story that is a page of its own: all that it shows stands in blocks of the page, see `core/export/page.ts`.
 */

/** The text of a block; empty where nothing has been put into the template: a slot is a comment, and no block begins like one. */
function blockOf(id: string): string {
  const text = document.getElementById(id)?.textContent ?? '';
  return text.startsWith('<') ? '' : text;
}

/** The text of a block of this program, whose shape is known. */
function parsedBlock<T>(id: string, otherwise: T): T {
  const text = blockOf(id);
  return text === '' ? otherwise : (JSON.parse(text) as T);
}

const baseMap = sharedBaseMap(() =>
  Promise.resolve({
    versions: [{ packed: new Blob([bytesOf(blockOf(PAGE_BLOCKS.baseMap))]) }],
    startWorker: () => startWorkerAt(URL.createObjectURL(new Blob([blockOf(PAGE_BLOCKS.worker)], { type: 'text/javascript' })), 'classic', 'dateline-worker'),
  }),
);

async function start(root: HTMLElement): Promise<void> {
  const { view, theme, locale } = parsedBlock<PageSettings>(PAGE_BLOCKS.settings, { view: '', theme: 'auto', locale: 'en' });
  const own = blockOf(PAGE_BLOCKS.story);
  const hash = window.location.hash.replace(/^#/, '');
  const host = talkToHost(window, hash === '' ? view : hash, own !== '');
  // The page around may share its thread with this one, and has other things to do.
  const opened = own === '' ? await inSlices(openSteps(encodeUtf8((await host?.story) ?? ''))) : finished(openSteps(encodeUtf8(own)));
  if (opened?.ok !== true) {
    root.append(readingMessagesOf(en).unread);
    return;
  }
  const fonts = [PAGE_BLOCKS.ownFonts, PAGE_BLOCKS.fonts].flatMap((id) => parsedBlock<readonly PageFont[]>(id, []));
  await loadFonts(fonts.map(({ face, base64 }) => ({ face, bytes: bytesOf(base64) })));
  if (own === '' && host !== undefined) askFonts(host, opened.value.dataset);
  document.title = opened.value.dataset.story.title;
  const shown = { opened: { ...opened.value, fileName: '' }, theme, locale, now: instant(Date.now()), baseMap, isWhole: true };
  if (host === undefined) showAlone(root, view, shown);
  else showHosted(root, host, shown);
  Object.assign(window, { dateline: { idle: () => idle(window) } });
}

/** A story that came from the page around may have letters that this page has no fonts for. */
function askFonts(host: HostLine, dataset: Dataset): void {
  const faces = new Map(storyFaces(dataset).map((face) => [fontFileName(face), face]));
  host.askFonts([...faces.keys()], (name, bytes) => {
    const face = faces.get(name);
    if (face !== undefined) void loadFonts([{ face, bytes: new Uint8Array(bytes) }]);
  });
}

function showAlone(root: HTMLElement, view: string, shown: Omit<MountOptions, 'address'>): void {
  const address = browserAddress(window);
  if (address.read() === '' && view !== '') address.replace(view);
  mountStory(root, { ...shown, address });
}

const root = document.getElementById('app');
if (root === null) throw new Error('the page has no element with the id “app”');
void start(root);
