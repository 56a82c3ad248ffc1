import { defineConfig } from '@playwright/test';
import { BROWSER_FLAGS, findBrowser } from './browser-path.ts';

const browser = await findBrowser();
const PORT = 4179;

export default defineConfig({
  testDir: '.',
  outputDir: '../../test-results',
  fullyParallel: true,
  workers: 2,
  timeout: 60_000,
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
  webServer: {
    command: `npx vite preview --port ${PORT} --strictPort`,
    cwd: '../..',
    url: `http://127.0.0.1:${PORT}`,
    reuseExistingServer: false,
  },
});
