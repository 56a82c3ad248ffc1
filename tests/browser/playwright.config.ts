import { defineConfig } from '@playwright/test';
import { BROWSER_FLAGS, findBrowser } from './browser-path.ts';
import { PAGE_FILE } from './page-file.ts';

const browser = await findBrowser();
const PORT = 4179;

/** What is tested of a story that is there to be read, too. */
const READING_SPECS = ['story', 'linked', 'filters', 'keyboard', 'time-window', 'lanes', 'area', 'spacing', 'address', 'phone', 'walk'];

export default defineConfig({
  testDir: '.',
  outputDir: '../../test-results',
  fullyParallel: true,
  workers: 2,
  timeout: 60_000,
  // Once more, should a machine with much else to do have held a browser up; what fails at first is named at the end of the run.
  retries: 1,
  expect: { timeout: 10_000 },
  forbidOnly: process.env['CI'] !== undefined,
  reporter: [['list'], ['json', { outputFile: '../../test-results/browser.json' }]],
  use: {
    baseURL: `http://127.0.0.1:${PORT}`,
    viewport: { width: 1440, height: 900 },
    locale: 'en-GB',
    timezoneId: 'Pacific/Apia',
    reducedMotion: 'reduce',
    launchOptions: { args: [...BROWSER_FLAGS], ...(browser.path === undefined ? {} : { executablePath: browser.path }) },
  },
  projects: [
    { name: 'app', testIgnore: ['page-file.*.ts'] },
    { name: 'write the page', testMatch: 'page-file.setup.ts' },
    {
      // The same tests once more on a story that is one file, opened from the disk without a network. Those of the app alone have the tag `@app`.
      name: 'page file',
      dependencies: ['write the page'],
      testMatch: [...READING_SPECS.map((name) => `${name}.spec.ts`), 'page-file.spec.ts'],
      grepInvert: /@app/,
      use: { baseURL: PAGE_FILE.href, offline: true },
    },
  ],
  webServer: {
    command: `npx vite preview --port ${PORT} --strictPort`,
    cwd: '../..',
    url: `http://127.0.0.1:${PORT}`,
    reuseExistingServer: false,
  },
});
