/** Where the service worker lies, relative to the page (`service-worker-plugin.ts`). */
const FILE = 'service-worker.js';
/** How long a page that is looked at again may go without asking whether there is a newer one, in milliseconds. */
const ASK_EVERY_MS = 3_600_000;

/** The part of Trusted Types that is used here (https://www.w3.org/TR/trusted-types/); the compiler's library does not have it yet. */
interface TrustedTypes {
  readonly createPolicy: (name: string, rules: { readonly createScriptURL: () => string }) => { readonly createScriptURL: (url: string) => unknown };
}

/** The worker's address, in the one form in which a page under this page's policy may use it: whatever is asked of the policy, it gives this. */
function trustedUrl(window: Window): unknown {
  const url = new URL(FILE, window.document.baseURI).href;
  const { trustedTypes } = window as { readonly trustedTypes?: TrustedTypes };
  return trustedTypes === undefined ? url : trustedTypes.createPolicy('dateline-offline', { createScriptURL: () => url }).createScriptURL(url);
}

/**
 * Has the built page kept on the machine, so that it opens without a network, and calls `onNew` when a newer version of it has been fetched:
 * the version waits until what `onNew` is given is called, which takes it into use and loads the page anew. No other page is loaded anew.
 * Does nothing in development, from a file, and where the browser cannot keep pages. To be called once.
 */
export async function watchVersions(window: Window, onNew: (takeOver: () => void) => void): Promise<void> {
  const { serviceWorker } = window.navigator as { readonly serviceWorker?: ServiceWorkerContainer };
  if (!import.meta.env.PROD || serviceWorker === undefined || !window.location.protocol.startsWith('http')) return;
  const registration = await serviceWorker.register(trustedUrl(window) as string, { updateViaCache: 'none' });
  const takeOver = (): void => {
    const reload = (): void => window.location.reload();
    // Another page may have taken it over already.
    if (registration.waiting === null) return reload();
    serviceWorker.addEventListener('controllerchange', reload, { once: true });
    registration.active?.postMessage('leave', []);
    registration.waiting.postMessage('take-over', []);
  };
  const look = (): void => {
    if (registration.waiting !== null && registration.active !== null) onNew(takeOver);
  };
  look();
  // What pages of stories are made from is large, and comes when all that the page itself needs is kept.
  void serviceWorker.ready.then(({ active }) => active?.postMessage('keep-rest', []));
  registration.addEventListener('updatefound', () => registration.installing?.addEventListener('statechange', look));
  askWhenSeen(window, registration);
}

/** A page may stay open for weeks: it asks when it is looked at again. */
function askWhenSeen({ document, performance }: Window, registration: ServiceWorkerRegistration): void {
  let asked = performance.now();
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState !== 'visible' || performance.now() - asked < ASK_EVERY_MS) return;
    asked = performance.now();
    // Without a network there is no newer version to be had.
    registration.update().catch(() => undefined);
  });
}
