import { accessSync, constants } from 'node:fs';
import { chromium } from '@playwright/test';

const INSTALLED = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:/Program Files/Google/Chrome/Application/chrome.exe',
];

function isExecutable(path: string | undefined): path is string {
  if (path === undefined || path === '') return false;
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** A browser for the tests, and in words where it comes from. `path` is `undefined` for Playwright's own. */
export interface Browser {
  readonly path: string | undefined;
  readonly origin: string;
}

/**
 * Finds a Chromium: the one that `CHROME_PATH` names, Playwright's own, an installed one, and at last the one that came
 * with the npm packages, which is unpacked into the temporary folder (190 MB, once). Throws when there is none at all.
 */
export async function findBrowser(): Promise<Browser> {
  const named = process.env['CHROME_PATH'];
  if (named !== undefined && named !== '') {
    if (!isExecutable(named)) throw new Error(`CHROME_PATH names ${named}, which cannot be run. Correct it or unset it.`);
    return { path: named, origin: `CHROME_PATH: ${named}` };
  }
  if (process.env['DATELINE_BROWSER'] !== 'npm') {
    if (isExecutable(chromium.executablePath())) return { path: undefined, origin: 'Playwright’s own Chromium' };
    const installed = INSTALLED.find(isExecutable);
    if (installed !== undefined) return { path: installed, origin: `installed: ${installed}` };
  }
  // Makes the package unpack the system libraries that it brings along, before it is imported.
  process.env['AWS_EXECUTION_ENV'] ??= 'AWS_Lambda_nodejs22.x';
  try {
    const { default: packaged } = await import('@sparticuz/chromium');
    return { path: await packaged.executablePath(), origin: 'unpacked from the npm package @sparticuz/chromium' };
  } catch (cause) {
    throw new Error('No Chromium was found and none could be unpacked. Install Chromium or Chrome, or set CHROME_PATH to one.', { cause });
  }
}

/** Flags for a quiet browser that starts without root's sandbox and talks to nobody by itself. */
export const BROWSER_FLAGS: readonly string[] = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
