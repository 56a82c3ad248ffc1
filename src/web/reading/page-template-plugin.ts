import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build, type Plugin } from 'vite';
import type { WholeBaseMap } from '../../core/geo/pack-base-map-files.ts';
import { fillPage, PAGE_BLOCKS, slotOf } from '../../core/export/page.ts';
import { fontFileName, STORY_FACES } from '../../core/export/page-faces.ts';
import { PAGE_STORY_TAG } from '../../core/formats/page-story.ts';
import { readingMessages } from '../../core/i18n/en/reading.ts';
import { ownFonts, readFontFile } from './own-fonts.ts';
import { readBaseMapFiles, zipBaseMap } from '../worker/packed-base-map-plugin.ts';
import { leafletWithoutMarkup } from '../views/map/leaflet-plugin.ts';
import { withoutEditing } from './without-editing-plugin.ts';

/** `import address from '…?page-template'` gives the address of the template, for the command line its name in the folder of the build. */
const TEMPLATE = /\?page-template$/;
/** Where the development server hands it out. */
const SERVED = '/page-template';
const FILE = 'page-template.html';

/** Where `element-entry.ts` has room for its styles. */
const STYLES_SLOT = /(["'`])\/\* styles of date-line \*\/\1/;

/** What is in the folder of the element, for those who take it away with them. */
const ELEMENT_LIST = 'files.json';

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/**
 * Builds the template of stories that are pages of their own, one file with code, styles and base map in it, when something imports its address:
 * the page fetches it when a person asks for such a file, the command line reads it. Beside the page go `embed.html`, which is the template with
 * no story in it, `embed.js`, the script for pages that have stories in frames, and `element/`, which brings `<date-line>`.
 */
export function pageTemplate(): Plugin {
  let isServing = false;
  let making: Promise<string> | undefined;
  const template = (): Promise<string> => (making ??= makeTemplate());
  let isForNode = false;
  return {
    name: 'page-template',
    configResolved: ({ command, build: { ssr } }) => {
      isServing = command === 'serve';
      isForNode = ssr !== false;
    },
    load: {
      filter: { id: TEMPLATE },
      async handler() {
        if (isServing) return `export default ${JSON.stringify(SERVED)}`;
        const source = await template();
        if (isForNode) {
          this.emitFile({ type: 'asset', fileName: FILE, source });
          return `export default ${JSON.stringify(FILE)}`;
        }
        const asset = this.emitFile({ type: 'asset', name: FILE, source });
        return `export default import.meta.ROLLUP_FILE_URL_${asset}`;
      },
    },
    configureServer: ({ middlewares }) => {
      middlewares.use(SERVED, (_request, response, next) => {
        template().then((text) => response.setHeader('content-type', 'text/html;charset=utf-8').end(text), next);
      });
    },
    async generateBundle() {
      if (isForNode) return;
      // A page without a story is given one by the page around it.
      const source = fillPage(await template(), { title: 'Dateline', description: '', story: '', settings: { view: '', theme: 'auto', locale: 'en' }, fonts: [] });
      const { code } = await buildAlone(at('../embed/host-entry.ts'), []);
      this.emitFile({ type: 'asset', fileName: 'embed.html', source });
      this.emitFile({ type: 'asset', fileName: 'embed.js', source: code });
      const element = await elementFiles();
      const all = [...element, [ELEMENT_LIST, JSON.stringify(element.map(([name]) => name))] as const];
      for (const [name, content] of all) this.emitFile({ type: 'asset', fileName: `element/${name}`, source: content });
    },
  };
}

/** The script of the element `<date-line>`, and what lies beside it. */
async function elementFiles(): Promise<readonly (readonly [name: string, content: string | Uint8Array])[]> {
  const map = await wholeBaseMap();
  const [element, worker, fonts] = await Promise.all([
    buildAlone(at('element-entry.ts'), [leafletWithoutMarkup(), withoutEditing()], 'es'),
    buildAlone(at('../worker/ground-entry.ts'), []),
    ownFonts(namesOn(map)),
  ]);
  const code = element.code.replace(STYLES_SLOT, () => JSON.stringify(element.styles));
  if (code === element.code) throw new Error('element-entry.ts has no place for its styles');
  const storyFonts = await Promise.all(STORY_FACES.map(async (face) => [`fonts/${fontFileName(face)}`, await readFontFile(face)] as const));
  return [
    ['date-line.js', code],
    ['worker.js', worker.code],
    ['fonts.json', JSON.stringify(fonts)],
    ['base-map.bin', zipBaseMap(map)],
    ...storyFonts,
  ];
}

/** The template: code and styles by their hashes in its policy, and nothing from anywhere else. */
async function makeTemplate(): Promise<string> {
  const map = await wholeBaseMap();
  const [page, worker, fonts, icon] = await Promise.all([
    buildAlone(at('page-entry.ts'), [leafletWithoutMarkup(), withoutEditing()]),
    buildAlone(at('../worker/ground-entry.ts'), []),
    ownFonts(namesOn(map)),
    readFile(at('../styles/icon.svg'), 'base64'),
  ]);
  const policy = policyOf({
    'default-src': "'none'",
    'script-src': hashOf(page.code),
    'style-src': hashOf(page.styles),
    'img-src': 'data: blob:',
    'connect-src': "'none'",
    'worker-src': 'blob:',
    'base-uri': "'none'",
    'form-action': "'none'",
    'object-src': "'none'",
    'require-trusted-types-for': "'script'",
    'trusted-types': 'dateline-worker',
  });
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
<meta name="color-scheme" content="light dark">
<meta name="generator" content="Dateline">
<meta name="description" content="${slotOf('description')}">
<link rel="icon" type="image/svg+xml" href="data:image/svg+xml;base64,${icon}">
<title>${slotOf('title')}</title>
<style>${page.styles}</style>
</head>
<body>
<div id="app" class="page-root"></div>
<noscript>${readingMessages.noScript}</noscript>
${PAGE_STORY_TAG}${slotOf('story')}</script>
${block(PAGE_BLOCKS.settings, 'application/json', slotOf('settings'))}
${block(PAGE_BLOCKS.fonts, 'application/json', slotOf('fonts'))}
${block(PAGE_BLOCKS.ownFonts, 'application/json', JSON.stringify(fonts))}
${block(PAGE_BLOCKS.baseMap, 'application/octet-stream', Buffer.from(zipBaseMap(map)).toString('base64'))}
${block(PAGE_BLOCKS.worker, 'text/plain', worker.code)}
<script>${page.code}</script>
</body>
</html>
`;
}

const policyOf = (directives: Readonly<Record<string, string>>): string =>
  Object.entries(directives)
    .map(([directive, sources]) => `${directive} ${sources}`)
    .join('; ');

/** A block of data, which no browser runs. */
const block = (id: string, type: string, text: string): string => `<script id="${id}" type="${type}">${text}</script>`;

const hashOf = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/** The base map in full, with the names that a page in English shows. */
async function wholeBaseMap(): Promise<WholeBaseMap> {
  const whole = await readBaseMapFiles();
  return { ...whole, labels: { countries: whole.labels.countries.map(read), places: whole.labels.places.map(read), marine: whole.labels.marine.map(read) } };
}

type Label = WholeBaseMap['labels']['places'][number];

/** What the map reads of a name. */
const read = ({ x, y, z, en, a3, k, t }: Label): Label => ({ x, y, z, en, ...(a3 === undefined ? {} : { a3 }), ...(k === undefined ? {} : { k }), ...(t === undefined ? {} : { t }) });

const namesOn = ({ labels }: WholeBaseMap): string => [...labels.countries, ...labels.places].map(({ en }) => en).join('');

/** Builds an entry into one script, with its styles beside it. Throws when either could end the element that it is to stand in. */
async function buildAlone(entry: string, plugins: readonly Plugin[], format: 'iife' | 'es' = 'iife'): Promise<{ readonly code: string; readonly styles: string }> {
  const outcome = await build({
    configFile: false,
    publicDir: false,
    logLevel: 'error',
    plugins: [...plugins],
    build: {
      write: false,
      target: 'es2022',
      cssCodeSplit: false,
      assetsInlineLimit: Infinity,
      modulePreload: false,
      rolldownOptions: { input: entry, output: { format, codeSplitting: false } },
    },
  });
  const files = (Array.isArray(outcome) ? outcome : [outcome]).flatMap((one) => ('output' in one ? one.output : []));
  const code = files.flatMap((file) => (file.type === 'chunk' ? [file.code] : [])).map((text) => text.replaceAll('</script', '<\\/script'));
  const styles = files.flatMap((file) => (file.type === 'asset' && file.fileName.endsWith('.css') ? [String(file.source)] : []));
  if (code.length !== 1) throw new Error(`${entry} became ${code.length} scripts; it has to be one`);
  const whole = { code: code.join(''), styles: styles.join('') };
  if (/<!--|<script/i.test(whole.code) || /<\/style/i.test(whole.styles)) throw new Error(`${entry} holds what ends its element in a page`);
  return whole;
}
