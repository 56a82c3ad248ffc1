import { computed, effect } from '@preact/signals';
import { finished } from '../../core/base/steps.ts';
import { encodeUtf8 } from '../../core/base/utf8.ts';
import { PAGE_BLOCKS, type PageFont, type PageSettings } from '../../core/export/page.ts';
import { en } from '../../core/i18n/en.ts';
import { readingMessagesOf } from '../../core/i18n/reading-messages.ts';
import { instant } from '../../core/time/instant.ts';
import { openSteps } from '../../core/validate/open.ts';
import { idle } from '../app/idle.ts';
import { talkToHost, type HostLine } from '../embed/talk-to-host.ts';
import { heightFor } from '../embed/height.ts';
import { browserAddress } from '../platform/address.ts';
import type { Store } from '../store/store.ts';
import { startWorkerAt } from '../worker/worker-line.ts';
import { mountStory } from './mount-story.tsx';
import { bytesOf, loadPageFonts } from './page-fonts.ts';
import { sharedBaseMap } from './shared-base-map.ts';
import '../styles/reading.css';

/*
 * What runs in a story that is a page of its own: all that it shows stands in blocks of the page, see `core/export/page.ts`.
 */

const blockOf = (id: string): string => document.getElementById(id)?.textContent ?? '';

const baseMap = sharedBaseMap(() =>
  Promise.resolve({
    versions: [{ packed: new Blob([bytesOf(blockOf(PAGE_BLOCKS.baseMap))]) }],
    startWorker: () => startWorkerAt(URL.createObjectURL(new Blob([blockOf(PAGE_BLOCKS.worker)], { type: 'text/javascript' })), 'classic'),
  }),
);

async function start(root: HTMLElement): Promise<void> {
  // Blocks of this program: their shape is known.
  const { view, theme, locale } = JSON.parse(blockOf(PAGE_BLOCKS.settings)) as PageSettings;
  const own = blockOf(PAGE_BLOCKS.story);
  const hash = window.location.hash.replace(/^#/, '');
  const host = talkToHost(window, hash === '' ? view : hash, own !== '');
  const opened = finished(openSteps(encodeUtf8(own === '' ? ((await host?.story) ?? '') : own)));
  if (!opened.ok) {
    root.append(readingMessagesOf(en).unread);
    return;
  }
  const fonts = [PAGE_BLOCKS.ownFonts, PAGE_BLOCKS.fonts].flatMap((id) => JSON.parse(blockOf(id)) as readonly PageFont[]);
  await loadPageFonts(fonts);
  const address = host?.address ?? browserAddress(window);
  if (address.read() === '' && view !== '') address.replace(view);
  const { store } = mountStory(root, { opened: { ...opened.value, fileName: '' }, address, theme, locale, now: instant(Date.now()), baseMap, isWhole: true });
  document.title = opened.value.dataset.story.title;
  if (host !== undefined) followStory(host, store, root);
  Object.assign(window, { dateline: { idle: () => idle(window) } });
}

/** Tells the page around of the height that suits, and of what is selected. */
function followStory(host: HostLine, store: Store, element: HTMLElement): void {
  new ResizeObserver(() => host.setHeight(heightFor(element.clientWidth))).observe(element);
  const selected = computed(() => store.view.value.selected);
  let isFirst = true;
  effect(() => {
    const { value: id } = selected;
    if (!isFirst) host.select(id);
    isFirst = false;
  });
}

const root = document.getElementById('app');
if (root === null) throw new Error('the page has no element with the id “app”');
void start(root);
