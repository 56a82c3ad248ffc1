import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { writeGenerated } from '../support/generated-files.ts';
import { browserVersion } from './machine/browser.ts';
import { book, finding, type Book, type Figure } from './machine/book.ts';
import { serve } from './machine/serve.ts';
import { measurePage } from './measures/page.ts';
import { measureParts } from './measures/parts.ts';
import { measurePeer } from './measures/peers.ts';
import { measureWeight } from './measures/weight.ts';
import { partsPage, PEERS, peerPage } from './peers.ts';
import { figureTable, goalTable, tally } from './table.ts';

const ROOT = join(import.meta.dirname, '../..');
const SIZES = [1000, 10_000, 100_000, 1_000_000];

const HELP = `npm run bench -- [--quick] [--only load,pan,zoom,brush,filter,toggle,map,hover,memory,parts,weight] [--sizes 1000,10000] [--runs 3] [--no-peers] [--no-page] [--show]

Without options everything is measured at four sizes, which takes about half an hour of a quiet machine.
--quick stops at 100,000 events and takes one run of each. --show measures nothing and prints the tables of the last full run.`;

/** Measures what the arguments ask for, keeps the figures in results/latest.json and prints them as a table. */
export async function bench(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      quick: { type: 'boolean', default: false },
      only: { type: 'string' },
      sizes: { type: 'string' },
      runs: { type: 'string' },
      'no-peers': { type: 'boolean', default: false },
      'no-page': { type: 'boolean', default: false },
      show: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    console.log(HELP);
    return;
  }
  if (values.show) {
    show(JSON.parse(readFileSync(LATEST, 'utf8')) as Kept);
    return;
  }
  const sizes = values.sizes?.split(',').map(Number) ?? (values.quick ? SIZES.slice(0, 3) : SIZES);
  const runs = Number(values.runs ?? (values.quick ? 1 : 3));
  const asked = values.only?.split(',');
  const only = (what: string): boolean => asked === undefined || asked.includes(what);

  const data = await writeGenerated([...new Set([1000, ...sizes])]);
  const pages = new Map([['/parts', partsPage()], ...PEERS.map((peer) => [`/peer/${peer.id}`, peerPage(peer)] as const)]);
  const served = await serve(
    { app: join(ROOT, 'dist/web'), bench: join(ROOT, 'dist/bench'), npm: join(import.meta.dirname, 'node_modules'), peers: join(import.meta.dirname, 'pages/peers'), data },
    ({ pathname }) => pages.get(pathname),
  );
  const figures = book((line) => console.log(line));
  try {
    if (!values['no-peers']) {
      for (const peer of PEERS.filter(({ steps, isMap }) => only('load') || steps.some(only) || (isMap === true && only('map')))) {
        await measurePeer(peer, served.origin, { sizes, runs }, figures);
      }
    }
    await measureParts(served.origin, { sizes, runs }, only, figures);
    if (!values['no-page']) await measurePage(served.origin, { sizes, runs }, only, figures);
    if (!values['no-page'] && only('weight')) await measureWeight(served.origin, join(ROOT, 'dist/web'), figures);
  } finally {
    await served.close();
  }
  print(figures);
  // Only a full run is kept: part of one would take the rest of the table away.
  if (asked === undefined && values.sizes === undefined && !values.quick && !values['no-page'] && !values['no-peers']) await keep(figures, runs);
}

const LATEST = join(import.meta.dirname, 'results/latest.json');
const README = join(import.meta.dirname, 'README.md');

/** A full run as it is kept. */
interface Kept {
  readonly machine: string;
  readonly browser: string;
  readonly runs: number;
  readonly figures: readonly Figure[];
}

function print(figures: Pick<Book, 'find'>): void {
  const { met, missed, open } = tally(figures);
  console.log(`\n${figureTable(figures)}\n\n${goalTable(figures)}\n\n${met} goals met, ${missed} missed, ${open} not measured`);
}

/** Keeps the figures as JSON, and the tables in the README. */
async function keep({ figures }: Book, runs: number): Promise<void> {
  const kept: Kept = { machine: `${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}`, browser: await browserVersion(), runs, figures };
  mkdirSync(join(import.meta.dirname, 'results'), { recursive: true });
  writeFileSync(LATEST, `${JSON.stringify(kept, null, 1)}\n`);
  tabulate(kept);
}

/** Prints the tables of a run, and sets them into the README. */
function show(kept: Kept): void {
  print(finding(kept.figures));
  tabulate(kept);
}

function tabulate({ machine, browser, runs, figures }: Kept): void {
  const found = finding(figures);
  const { met, missed } = tally(found);
  const made = [`${machine}, ${browser}, ${runs === 1 ? 'one run' : `${runs} runs`}: ${met} goals met, ${missed} missed.`, goalTable(found), figureTable(found)].join('\n\n');
  const text = readFileSync(README, 'utf8').replace(/(<!-- tables -->\n)[^]*(\n<!-- end of tables -->)/, (_, before: string, after: string) => `${before}\n${made}\n${after}`);
  writeFileSync(README, text);
}
