import { followFrame, type HostPage } from './follow-frame.ts';
import { isTheme, type FrameOptions } from './messages.ts';

/*
 * The script for pages that have stories in frames: it follows every `<iframe data-dateline>`. The attribute's value names the story in the
 * page's address; `data-src` is the address of a story for a frame that has none, `data-height` a height of one's own. `data-view`, `data-start`,
 * `data-theme` and `data-language` are what `FrameOptions` says.
 */

/** The fonts of the build lie beside this script. */
const SCRIPT = document.currentScript instanceof HTMLScriptElement ? document.currentScript.src : document.baseURI;

async function fetched(address: URL): Promise<Response> {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address.href}: ${answer.status}`);
  return answer;
}

const page: HostPage = {
  hash: () => window.location.hash.replace(/^#/, ''),
  replaceHash: (hash) => window.history.replaceState(window.history.state, '', hash === '' ? window.location.pathname + window.location.search : `#${hash}`),
  fetchText: async (address) => (await fetched(new URL(address, document.baseURI))).text(),
  fetchFont: async (name) => (await fetched(new URL(`element/fonts/${name}`, SCRIPT))).arrayBuffer(),
  after: (ms, run) => {
    const timer = setTimeout(run, ms);
    return () => clearTimeout(timer);
  },
  now: () => performance.now(),
};

/** What the origin of a frame's messages is: that of a sandbox without an origin of its own, and of a file, is called `null`. */
function originOf(frame: HTMLIFrameElement): string {
  const isOpaque = frame.hasAttribute('sandbox') && !frame.sandbox.contains('allow-same-origin');
  return isOpaque ? 'null' : new URL(frame.src, document.baseURI).origin;
}

function optionsOf({ dataset }: HTMLIFrameElement): FrameOptions {
  const { view, start, theme, language } = dataset;
  return { view, start, theme: isTheme(theme) ? theme : undefined, language };
}

function follow(frame: HTMLIFrameElement): void {
  const origin = originOf(frame);
  const { height, src } = frame.dataset;
  const following = followFrame(
    {
      name: frame.dataset['dateline'] ?? '',
      source: src,
      options: () => optionsOf(frame),
      // No address but “any” reaches a frame without an origin; what is sent to it is in the page already.
      post: (message) => frame.contentWindow?.postMessage(message, origin === 'null' ? '*' : origin),
      setHeight: (pixels) => {
        if (height === undefined) frame.style.height = `${pixels}px`;
      },
      tell: (message) => frame.dispatchEvent(new CustomEvent(message.kind === 'view' ? 'viewchange' : 'select', { detail: message, bubbles: true })),
    },
    page,
  );
  window.addEventListener('message', (message) => {
    if (message.source !== null && message.source === frame.contentWindow && message.origin === origin) following.take(message.data);
  });
  for (const kind of ['hashchange', 'popstate'] as const) window.addEventListener(kind, following.onHash);
  if (height !== undefined && /^\d+$/.test(height)) frame.style.height = `${height}px`;
  following.greet();
}

for (const frame of document.querySelectorAll<HTMLIFrameElement>('iframe[data-dateline]')) follow(frame);
