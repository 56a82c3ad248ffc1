import type { PageFiles } from './page-files.ts';

/*
 * Keeps the page on the machine, so that it opens without a network (https://www.w3.org/TR/service-workers/). Every version has a cache of its
 * own, filled before the version is used at all: a page never gets pieces of two. What it makes other pages from is added when it is in use. What
 * the build does not name – tiles, for one – is never kept.
 */

/** Written in by the build, see `service-worker-plugin.ts`. */
declare const PAGE_FILES: PageFiles;
const { version, files, rest } = PAGE_FILES;

/** An event that lasts until a promise settles. */
interface LastingEvent extends Event {
  readonly waitUntil: (work: Promise<unknown>) => void;
}

interface AskedEvent extends Event {
  readonly request: Request;
  readonly respondWith: (answer: Promise<Response>) => void;
}

/** What a service worker sees of itself, as far as it is used here; the compiler knows the page's own side only. */
interface ServiceWorkerScope {
  readonly registration: { readonly scope: string };
  readonly clients: { readonly claim: () => Promise<void> };
  readonly skipWaiting: () => Promise<void>;
  readonly addEventListener: {
    (kind: 'install' | 'activate', listener: (event: LastingEvent) => void): void;
    (kind: 'fetch', listener: (event: AskedEvent) => void): void;
    (kind: 'message', listener: (event: MessageEvent<unknown> & LastingEvent) => void): void;
  };
}

const worker = globalThis as unknown as ServiceWorkerScope;
const { scope } = worker.registration;
/** Caches are shared by all that comes from this origin. */
const PREFIX = `dateline ${scope} `;
const OWN = PREFIX + version;

/** Servers answer module scripts with `Vary: Origin`, by which a cache would not find them again; the files are the same for everyone. */
const LOOSELY: CacheQueryOptions = { ignoreVary: true };

/** Fetches every file of this version that no earlier one has left here. Rejects, and is tried again at the next visit, when one cannot be had. */
async function install(): Promise<void> {
  for (const file of files) await keep(file);
}

/** Ends the keeping of what the page does without. */
const leaving = new AbortController();

/**
 * Fetches what the page does without; what cannot be had is tried again when a page is opened next. A newer version waits until this is over, and
 * so ends it.
 */
async function keepRest(): Promise<void> {
  const own = await caches.open(OWN);
  for (const file of rest) {
    if (leaving.signal.aborted) return;
    if ((await own.match(new URL(file, scope).href, LOOSELY)) === undefined) await keep(file, leaving.signal).catch(() => undefined);
  }
}

/** Puts a file into the cache of this version; one whose name tells its content comes from an earlier version, where that has it. */
async function keep(file: string, signal?: AbortSignal): Promise<void> {
  const own = await caches.open(OWN);
  const address = new URL(file, scope).href;
  const isImmutable = file.startsWith('assets/');
  const kept = isImmutable ? await caches.match(address, LOOSELY) : undefined;
  const response = kept ?? (await fetch(address, { cache: isImmutable ? 'default' : 'no-cache', ...(signal && { signal }) }));
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  // A response that was led elsewhere may not answer for a page.
  await own.put(address, response.redirected ? new Response(response.body, { headers: response.headers }) : response);
}

/** Forgets old versions but the last: pages of that one may still be open, and ask for pieces of it. */
async function activate(): Promise<void> {
  const names = await caches.keys();
  const others = names.filter((name) => name.startsWith(PREFIX) && name !== OWN);
  await Promise.all(others.slice(0, -1).map((name) => caches.delete(name)));
  await worker.clients.claim();
}

/** The page for its own address, whatever it asks for after it; any other file by its name. */
function keptAddress({ url, mode }: Request): string {
  if (mode !== 'navigate') return url;
  const { origin, pathname } = new URL(url);
  return origin + pathname.replace(/\/index\.html$/, '/');
}

async function answer(request: Request): Promise<Response> {
  const address = keptAddress(request);
  const own = await caches.open(OWN);
  return (await own.match(address, LOOSELY)) ?? (await caches.match(address, LOOSELY)) ?? fetch(request);
}

worker.addEventListener('install', (event) => event.waitUntil(install()));
worker.addEventListener('activate', (event) => event.waitUntil(activate()));
worker.addEventListener('fetch', (event) => {
  const { request } = event;
  if (request.method === 'GET' && request.url.startsWith(scope)) event.respondWith(answer(request));
});
worker.addEventListener('message', (event) => {
  if (event.data === 'take-over') void worker.skipWaiting();
  if (event.data === 'keep-rest') event.waitUntil(keepRest());
  if (event.data === 'leave') leaving.abort();
});
