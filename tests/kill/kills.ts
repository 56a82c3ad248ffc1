import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Browser, type Page } from '@playwright/test';
import { BROWSER_FLAGS, findBrowser } from '../browser/browser-path.ts';
import { seeded } from '../support/seeded.ts';

/** What came of many kills. */
export interface Kills {
  readonly rounds: number;
  /** How often a title was shown as saved. */
  readonly saved: number;
  /** What was shown as saved and did not come back. */
  readonly missing: readonly string[];
}

interface Running {
  readonly process: ChildProcess;
  readonly browser: Browser;
  readonly page: Page;
}

declare global {
  interface Window {
    readonly shownAsSaved: (title: string) => Promise<void>;
  }
}

/** Longest time that is typed before a kill. */
const TYPING_MS = 2500;

/** How often a story is begun anew instead of gone on with. */
const NEW_EVERY = 6;

/**
 * Types titles into a story and kills the page, or the whole browser, in the middle of it, again and again with one profile; looks each time whether
 * what was last shown as saved is there. The moments come from a seed.
 */
export async function killAgainAndAgain(url: string, rounds: number, seed: number): Promise<Kills> {
  const { next: random } = seeded(seed);
  const profile = mkdtempSync(join(tmpdir(), 'dateline-kill-'));
  const missing: string[] = [];
  let saved = 0;
  let last = '';
  const onSaved = (title: string): void => {
    saved += 1;
    last = title;
  };
  let running = await startBrowser(profile, onSaved);
  try {
    for (let round = 1; round <= rounds; round += 1) {
      const isNew = round % NEW_EVERY === 1;
      await openStory(running.page, url, isNew);
      const typing = typeTitles(running.page, round);
      await new Promise((resolve) => setTimeout(resolve, 200 + random() * TYPING_MS));
      if (random() < 0.5) {
        await crash(running);
        await typing;
      } else {
        await kill(running);
        await typing;
        running = await startBrowser(profile, onSaved);
      }
      if (last === '') continue;
      const found = await lastTitle(running.page, url);
      if (orderOf(found) < orderOf(last)) missing.push(`round ${round}: “${last}” was shown as saved, “${found}” came back`);
      last = found;
    }
  } finally {
    await kill(running);
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  }
  return { rounds, saved, missing };
}

/** Titles are “Title 12.3”: the third of the twelfth round. */
function orderOf(title: string): number {
  const { round, count } = /Title (?<round>\d+)\.(?<count>\d+)/.exec(title)?.groups ?? {};
  return Number(round ?? 0) * 10_000 + Number(count ?? 0);
}

async function startBrowser(profile: string, onSaved: (title: string) => void): Promise<Running> {
  const { path } = await findBrowser();
  const flags = [...BROWSER_FLAGS, '--headless=new', '--remote-debugging-port=0', '--no-default-browser-check', `--user-data-dir=${profile}`, 'about:blank'];
  // A group of its own: so the kill takes all its processes at once.
  const started = spawn(path ?? chromium.executablePath(), flags, { detached: true, stdio: ['ignore', 'ignore', 'pipe'] });
  const address = await new Promise<string>((resolve, reject) => {
    let said = '';
    started.stderr.on('data', (text: Buffer) => {
      said += text.toString();
      const found = /DevTools listening on (?<address>ws:\S+)/.exec(said)?.groups?.['address'];
      if (found !== undefined) resolve(found);
    });
    started.once('exit', () => reject(new Error(`the browser ended: ${said}`)));
  });
  const browser = await chromium.connectOverCDP(address);
  const context = browser.contexts()[0] ?? (await browser.newContext());
  await context.exposeFunction('shownAsSaved', onSaved);
  // Tells of each title that stands on the page with the sign that it is saved.
  await context.addInitScript(() => {
    let told = '';
    const look = (): void => {
      const title = document.querySelector('h1')?.textContent ?? '';
      const isSaved = document.querySelector('.keeper-sign')?.getAttribute('data-state') === 'saved';
      if (isSaved && title.startsWith('Title ') && title !== told) {
        told = title;
        void window.shownAsSaved(title);
      }
      requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });
  return { process: started, browser, page: context.pages()[0] ?? (await context.newPage()) };
}

/** Opens what was last worked on, or the first story to begin another one. */
async function openStory(page: Page, url: string, isNew: boolean): Promise<void> {
  await page.goto('about:blank');
  await page.goto(url);
  await page.waitForFunction(() => 'dateline' in window);
  await page.evaluate(() => window.dateline.idle());
  const offer = page.getByRole('button', { name: /^Go on with/ });
  if (isNew) return;
  await offer.click();
  await page.locator('.keeper-sign[data-state=saved]').waitFor();
}

/** The title of the story that the page offers to go on with. */
async function lastTitle(page: Page, url: string): Promise<string> {
  await page.goto('about:blank');
  await page.goto(url);
  return (await page.getByRole('button', { name: /^Go on with/ }).textContent()) ?? '';
}

/** Types one title after the other until the page is gone. */
async function typeTitles(page: Page, round: number): Promise<void> {
  try {
    for (let count = 1; ; count += 1) {
      await page.locator('.story-title-button').click({ timeout: 5000 });
      const field = page.locator('.story-title-field');
      await field.press('ControlOrMeta+A', { timeout: 5000 });
      await field.pressSequentially(`Title ${round}.${count}`);
      await field.press('Enter');
    }
  } catch {
    // The page is gone: this is what the test is about.
  }
}

async function crash(running: Running): Promise<void> {
  const { page } = running;
  const context = page.context();
  const session = await context.newCDPSession(page);
  await Promise.race([session.send('Page.crash').catch(() => undefined), new Promise((resolve) => page.once('crash', resolve))]);
  const next = await context.newPage();
  await page.close().catch(() => undefined);
  Object.assign(running, { page: next });
}

async function kill({ process: started, browser }: Running): Promise<void> {
  const ended = new Promise((resolve) => started.once('exit', resolve));
  if (started.exitCode !== null || started.signalCode !== null || started.pid === undefined) return;
  process.kill(-started.pid, 'SIGKILL');
  await ended;
  await browser.close().catch(() => undefined);
}
