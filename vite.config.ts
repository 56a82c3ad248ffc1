import { defineConfig, type Plugin } from 'vitest/config';
import { preparedStories } from './src/web/app/prepared-stories.ts';
import { pageTemplate } from './src/web/reading/page-template-plugin.ts';
import { packedBaseMap } from './src/web/worker/packed-base-map-plugin.ts';
import { serviceWorker } from './src/web/offline/service-worker-plugin.ts';
import { leafletWithoutMarkup } from './src/web/views/map/leaflet-plugin.ts';

/**
 * The policy that the built page runs under. Styles and scripts come from the page's own files alone; no string becomes code or markup
 * (Trusted Types, with policies that give out the addresses of the page's own workers). The one other origin is named because a person
 * may turn on its map tiles; nothing is asked of it before. The one frame is that of the preview of a story in another page: a file of this build.
 */
const POLICY: Readonly<Record<string, string>> = {
  'default-src': "'none'",
  'script-src': "'self'",
  'style-src': "'self'",
  'img-src': "'self' blob: data: https://tile.openstreetmap.org",
  'font-src': "'self' data:",
  'connect-src': "'self'",
  'worker-src': "'self'",
  'frame-src': "'self'",
  'manifest-src': "'self'",
  'base-uri': "'none'",
  'form-action': "'none'",
  'object-src': "'none'",
  'require-trusted-types-for': "'script'",
  'trusted-types': 'dateline-worker dateline-ground dateline-keeper dateline-picture dateline-offline',
};

/** The development server puts styles into the page and talks to it over a socket; the rest of the policy stands there too. */
const DEVELOPMENT_POLICY: Readonly<Record<string, string>> = {
  ...POLICY,
  'style-src': "'self' 'unsafe-inline'",
  'connect-src': "'self' ws:",
};

const policyText = (policy: Readonly<Record<string, string>>): string =>
  Object.entries(policy)
    .map(([directive, sources]) => `${directive} ${sources}`)
    .join('; ');

/** Writes the content security policy into the page, so that it holds on any server and from a file. */
function contentSecurityPolicy(): Plugin {
  return {
    name: 'content-security-policy',
    transformIndexHtml: (_html, { server }) => [
      {
        tag: 'meta',
        attrs: { 'http-equiv': 'Content-Security-Policy', content: policyText(server === undefined ? POLICY : DEVELOPMENT_POLICY) },
        injectTo: 'head-prepend',
      },
    ],
  };
}

/** The fonts that every page begins with, by their names in the package. */
const FIRST_FONTS = /^assets\/(?:inter|source-serif-4)-latin-wght-normal-.*\.woff2$/;

/** Has the first fonts fetched with the code, not when the page first asks for them: nothing is laid out and painted in others before. */
function preloadFonts(): Plugin {
  return {
    name: 'preload-fonts',
    transformIndexHtml: {
      order: 'post',
      handler: (_html, { bundle = {} }) =>
        Object.keys(bundle)
          .filter((file) => FIRST_FONTS.test(file))
          .map((file) => ({ tag: 'link', attrs: { rel: 'preload', as: 'font', type: 'font/woff2', crossorigin: '', href: `./${file}` }, injectTo: 'head' })),
    },
  };
}

/**
 * All that the first picture needs comes in one file: each one costs a browser some milliseconds of work. The service worker is a file of its own,
 * and shares nothing with the page.
 */
const FIRST_CODE = { name: 'index', tags: ['$initial' as const], test: (id: string): boolean => !id.includes('/web/offline/service-worker') };

export default defineConfig(({ isSsrBuild }) => ({
  base: './',
  publicDir: false,
  plugins: [contentSecurityPolicy(), preloadFonts(), leafletWithoutMarkup(), preparedStories(), packedBaseMap(), pageTemplate(), serviceWorker()],
  server: { host: '127.0.0.1', hmr: { overlay: false } },
  preview: { host: '127.0.0.1' },
  build: {
    target: isSsrBuild === true ? 'node20' : 'es2022',
    outDir: isSsrBuild === true ? 'dist/node' : 'dist/web',
    // Data stay files of their own: the policy has no room for scripts or fonts inside other files.
    assetsInlineLimit: 0,
    // The command line reads the template of pages.
    ssrEmitAssets: true,
    modulePreload: { polyfill: false },
    rolldownOptions: isSsrBuild === true ? {} : { output: { codeSplitting: { groups: [FIRST_CODE] } } },
  },
  worker: { format: 'es' },
  test: {
    include: ['tests/**/*.test.ts', 'tests/**/*.test.tsx'],
    environment: 'node',
    setupFiles: ['tests/support/one-seed.ts'],
    env: { TZ: 'Pacific/Apia' },
    maxWorkers: '100%',
    // A limit for what hangs, not a measure of speed.
    testTimeout: 120_000,
  },
}));
