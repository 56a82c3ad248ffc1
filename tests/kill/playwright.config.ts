import { defineConfig } from '@playwright/test';

/** The tests that end the browser in the middle of its work: they start and kill browsers of their own. */
export default defineConfig({
  testDir: '.',
  outputDir: '../../test-results',
  workers: 1,
  timeout: 1_200_000,
  reporter: [['list']],
  webServer: {
    command: 'npx vite preview --port 4189 --strictPort',
    cwd: '../..',
    url: 'http://127.0.0.1:4189',
    reuseExistingServer: false,
  },
  use: { baseURL: 'http://127.0.0.1:4189' },
});
