import { computed, effect } from '@preact/signals';
import { err, ok, type Result } from '../../core/base/result.ts';
import { en } from '../../core/i18n/en.ts';
import { readingMessagesOf } from '../../core/i18n/reading-messages.ts';
import type { Dataset } from '../../core/model/dataset.ts';
import { instant } from '../../core/time/instant.ts';
import { openSteps } from '../../core/validate/open.ts';
import { THEMES, type Theme } from '../../core/view/view-state.ts';
import { heightFor } from '../embed/height.ts';
import { viewInHash, withView } from '../embed/host-hash.ts';
import { inSlices } from '../platform/slices.ts';
import type { Opened } from '../store/store.ts';
import type { DateLineElement } from './element-types.ts';
import { firstView } from './first-view.ts';
import { localeOf } from './locale.ts';
import { mountStory, type MountedStory } from './mount-story.tsx';
import { setAddress } from './set-address.ts';
import type { SharedBaseMap } from './shared-base-map.ts';

/** What all elements of a page have in common. */
export interface ElementParts {
  readonly styles: CSSStyleSheet;
  readonly baseMap: SharedBaseMap;
  /** Resolves when the fonts can be painted with, or cannot be had. */
  readonly fonts: () => Promise<void>;
  /** The same for those that the letters of one story need beside them. */
  readonly fontsOf: (dataset: Dataset) => Promise<void>;
}

/** What changes of an element mean another story, another look, or no more than another height. */
const RELOADING: ReadonlySet<string> = new Set(['src', 'theme', 'language', 'start', 'link']);

/**
 * Makes the class of `<date-line src="story.geojson">`, a story to be read in a page of somebody else’s. Its attributes: `src`, the address of a
 * native file or other GeoJSON; `view`, what is seen at first, as in a link (`v=1&event=…`); `start`, the id of the event that is selected at
 * first, or the date that the timeline begins at;
 * `theme`, `auto`, `light` or `dark`; `language`, an IETF tag for the forms of dates and numbers; `height` in pixels, that which suits the width
 * when it is left out; `link`, with which the view is kept in the address of the page, under this name where there are several. Its property
 * `view` is what is seen now, and can be set; its events are those of `DateLineEventMap`.
 */
export function dateLineClass({ styles, baseMap, fonts, fontsOf }: ElementParts): new () => DateLineElement {
  return class DateLine extends HTMLElement {
    static readonly observedAttributes = ['src', 'view', 'theme', 'language', 'height', 'start', 'link'];

    readonly #root: HTMLElement;
    readonly #address = setAddress('', (view) => this.#written(view));
    readonly #sizes = new ResizeObserver(() => this.#fit());
    #mounted: MountedStory | undefined;
    #stops: (() => void)[] = [];
    #opening: AbortController | undefined;
    #isAsked = false;
    /** The view that was set before the story that is asked for stood here. */
    #wished: string | undefined;

    constructor() {
      super();
      const shadow = this.attachShadow({ mode: 'open' });
      shadow.adoptedStyleSheets = [styles];
      this.#root = document.createElement('div');
      this.#root.className = 'page-root page-embedded';
      shadow.append(this.#root);
    }

    /** What is seen, as in a link; empty for the first view. */
    get view(): string {
      return this.#address.read();
    }

    set view(view: string) {
      if (this.#mounted === undefined || this.#isAsked) this.#wished = view;
      this.#address.set(view);
    }

    connectedCallback(): void {
      this.#sizes.observe(this);
      this.#ask();
    }

    disconnectedCallback(): void {
      this.#sizes.disconnect();
      this.#close();
    }

    attributeChangedCallback(name: string, _before: string | null, value: string | null): void {
      if (!this.isConnected) return;
      if (RELOADING.has(name)) this.#ask();
      else if (name === 'view') this.view = value ?? '';
      else this.#fit();
    }

    #fit(): void {
      const asked = Number(this.getAttribute('height') ?? Number.NaN);
      this.#root.style.blockSize = `${asked > 0 && Number.isFinite(asked) ? asked : heightFor(this.clientWidth)}px`;
    }

    /** Opens the story once all that is changed in one go has changed: an element on a page is told of its attributes one by one. */
    #ask(): void {
      if (this.#isAsked) return;
      this.#isAsked = true;
      queueMicrotask(() => {
        this.#isAsked = false;
        if (this.isConnected) void this.#open();
      });
    }

    #close(): void {
      this.#opening?.abort();
      for (const stop of this.#stops.splice(0)) stop();
      this.#mounted?.unmount();
      this.#mounted = undefined;
      this.#root.replaceChildren();
    }

    async #open(): Promise<void> {
      this.#close();
      this.#fit();
      const source = this.getAttribute('src');
      if (source === null) return;
      const opening = new AbortController();
      this.#opening = opening;
      this.#say(readingMessagesOf(en).loading);
      const [opened] = await Promise.all([fetchStory(new URL(source, this.baseURI), opening.signal), fonts()]);
      if (opening.signal.aborted) return;
      if (!opened.ok) {
        this.#say(opened.error);
        this.dispatchEvent(new CustomEvent('error', { detail: { sentence: opened.error } }));
        return;
      }
      await fontsOf(opened.value.dataset);
      if (opening.signal.aborted) return;
      this.#root.replaceChildren();
      this.#address.set(this.#firstView(opened.value.dataset));
      const mounted = mountStory(this.#root, {
        opened: opened.value,
        address: this.#address,
        theme: themeOf(this.getAttribute('theme')),
        locale: localeOf(this.getAttribute('language') ?? 'en'),
        now: instant(Date.now()),
        baseMap,
        isWhole: false,
      });
      this.#mounted = mounted;
      this.#wished = undefined;
      this.#follow(mounted);
    }

    /** What the page’s address asks for comes first, then what was set, then what the attributes ask for. */
    #firstView(dataset: Dataset): string {
      const link = this.getAttribute('link');
      const linked = link === null ? undefined : viewInHash(window.location.hash, link);
      if (linked !== undefined) return linked;
      if (this.#wished !== undefined) return this.#wished;
      return firstView(this.getAttribute('view') ?? '', this.getAttribute('start') ?? undefined, dataset);
    }

    #follow({ store }: MountedStory): void {
      const selected = computed(() => store.view.value.selected);
      let isFirst = true;
      this.#stops.push(
        effect(() => {
          const { value: id } = selected;
          if (!isFirst) this.dispatchEvent(new CustomEvent('select', { detail: { id }, bubbles: true }));
          isFirst = false;
        }),
      );
      const link = this.getAttribute('link');
      if (link === null) return;
      const onHash = (): void => this.#address.set(viewInHash(window.location.hash, link) ?? '');
      for (const kind of ['hashchange', 'popstate'] as const) {
        window.addEventListener(kind, onHash);
        this.#stops.push(() => window.removeEventListener(kind, onHash));
      }
    }

    #written(view: string): void {
      const link = this.getAttribute('link');
      if (link !== null) {
        const hash = withView(window.location.hash, link, view);
        window.history.replaceState(window.history.state, '', hash === '' ? window.location.pathname + window.location.search : `#${hash}`);
      }
      this.dispatchEvent(new CustomEvent('viewchange', { detail: { view }, bubbles: true }));
    }

    #say(sentence: string): void {
      const paragraph = document.createElement('p');
      paragraph.className = 'full-page';
      paragraph.setAttribute('role', 'status');
      paragraph.textContent = sentence;
      this.#root.replaceChildren(paragraph);
    }
  };
}

async function fetchStory(address: URL, signal: AbortSignal): Promise<Result<Opened, string>> {
  const { failed } = en.app;
  const words = readingMessagesOf(en);
  try {
    const answer = await fetch(address, { signal });
    if (!answer.ok) return err(failed.story);
    const opened = await inSlices(openSteps(new Uint8Array(await answer.arrayBuffer())), { signal });
    return opened?.ok === true ? ok({ ...opened.value, fileName: '' }) : err(words.unread);
  } catch {
    return err(failed.story);
  }
}

const themeOf = (text: string | null): Theme => THEMES.find((theme) => theme === text) ?? 'auto';
