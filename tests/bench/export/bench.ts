import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { writeGenerated } from '../../support/generated-files.ts';
import { browserVersion, openBrowser, within } from '../machine/browser.ts';
import { serve } from '../machine/serve.ts';
import { TOOLS, toolPage, type Tool } from './subjects.ts';
import { exportTable, type Written } from './table.ts';

const ROOT = join(import.meta.dirname, '../../..');
const SIZES = [12, 2000, 100_000];
const SCALE = 2;
const PATIENCE_MS = 60_000;

const HELP = `npm run bench:export -- [--sizes 12,2000,100000] [--only dateline,vega,vis-timeline] [--runs 3]

A run of all sizes and tools is kept in tests/bench/results/export.json and in the table of tests/bench/README.md.`;

/** Between these lines of the page stands the table of the last full run. */
const [BEGIN, END] = ['<!-- export tables -->', '<!-- end of export tables -->'] as const;

/** Measures how long each tool takes from opened events to a file, and how large that is. */
export async function benchExport(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: { sizes: { type: 'string' }, only: { type: 'string' }, runs: { type: 'string', default: '3' }, help: { type: 'boolean', default: false } },
  });
  if (values.help) {
    console.log(HELP);
    return;
  }
  const sizes = values.sizes?.split(',').map(Number) ?? SIZES;
  const asked = values.only?.split(',');
  const data = await writeGenerated(sizes);
  const npm = join(import.meta.dirname, '../node_modules');
  const fonts = join(ROOT, 'node_modules/@fontsource-variable');
  const pages = new Map<string, string>(TOOLS.map((tool) => [`/tool/${tool.id}`, toolPage(tool)]));
  const served = await serve({ built: join(ROOT, 'dist/bench-export'), npm, fonts, export: import.meta.dirname, data }, ({ pathname }) => pages.get(pathname));
  const figures: Written[] = [];
  try {
    for (const tool of TOOLS.filter(({ id }) => asked?.includes(id) !== false)) {
      for (const size of sizes) {
        for (const written of await measure(tool, size, served.origin, Number(values.runs))) {
          console.log(`${tool.name}, ${size.toLocaleString('en')} events, ${written.format}: ${written.ms?.toFixed(0) ?? 'not within a minute'} ms, ${written.bytes ?? '–'} bytes`);
          figures.push(written);
        }
      }
    }
  } finally {
    await served.close();
  }
  const machine = `${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}, ${await browserVersion()}`;
  const tables = `${machine}.\n\n${exportTable(figures, sizes)}`;
  console.log(`\n${tables}`);
  if (values.sizes === undefined && asked === undefined) keep({ machine, figures }, tables);
}

async function measure(tool: Tool, size: number, origin: string, runs: number): Promise<readonly Written[]> {
  const { page, close } = await openBrowser(`${origin}/tool/${tool.id}`);
  try {
    await page.evaluate((story) => window.exporter.open(story), `/data/${size}.geojson`);
    const formats = await page.evaluate(() => window.exporter.formats);
    const written: Written[] = [];
    for (const format of formats) {
      const times: number[] = [];
      let bytes: number | undefined;
      for (let run = 0; run < runs; run++) {
        const begun = performance.now();
        const made = await within(
          PATIENCE_MS,
          page.evaluate(
            async ([kind, scale]) => {
              const before = performance.now();
              const file = await window.exporter.write(kind, scale);
              return { ms: performance.now() - before, bytes: file.size };
            },
            [format, SCALE] as const,
          ),
        );
        if (made === undefined) return [...written, { tool: tool.id, size, format, ms: undefined, bytes: undefined }];
        bytes = made.bytes;
        if (tool.isShot === true) ({ length: bytes } = await page.locator('#view').screenshot());
        times.push(tool.isShot === true ? performance.now() - begun : made.ms);
      }
      written.push({ tool: tool.id, size, format, ms: times.toSorted((a, b) => a - b)[times.length >> 1], bytes });
    }
    return written;
  } finally {
    await close();
  }
}

/** Keeps the figures of a full run, and puts their table into the page about the bench. */
function keep(kept: { readonly machine: string; readonly figures: readonly Written[] }, tables: string): void {
  const results = join(import.meta.dirname, '../results');
  mkdirSync(results, { recursive: true });
  writeFileSync(join(results, 'export.json'), `${JSON.stringify(kept, undefined, 1)}\n`);
  const page = join(import.meta.dirname, '../README.md');
  const [before = '', rest = ''] = readFileSync(page, 'utf8').split(BEGIN);
  const [, after = ''] = rest.split(END);
  writeFileSync(page, `${before}${BEGIN}\n\n${tables}\n\n${END}${after}`);
}
