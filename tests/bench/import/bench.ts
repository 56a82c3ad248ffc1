import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { writeTables } from './generated-csv.ts';
import type { Find, FindPage } from './goals.ts';
import type { Measured } from './measure.ts';
import type { MeasuredPage } from './page.ts';
import { SUBJECTS, type SubjectId } from './subjects.ts';
import { importFigureTable, importGoalTable, pageTable } from './table.ts';

const ROOT = process.env['DATELINE_ROOT'] ?? process.cwd();
const SIZES = [100_000, 1_000_000];

const HELP = `npm run bench:import -- [--sizes 100000,1000000] [--only bytes,json,d3,papaparse,cells,columns,import,page] [--runs 3]

Each is measured in a process of its own, the page in a real Chromium. A run of all sizes and subjects is kept in tests/bench/results/import.json and in the table of tests/bench/README.md.`;

/** Between these lines of the page stand the tables of the last full run. */
const [BEGIN, END] = ['<!-- import tables -->', '<!-- end of import tables -->'] as const;

interface Kept {
  readonly machine: string;
  readonly node: string;
  readonly figures: readonly (Measured & { readonly id: SubjectId; readonly size: number })[];
  readonly pages: readonly MeasuredPage[];
}

const { values } = parseArgs({
  options: { sizes: { type: 'string' }, only: { type: 'string' }, runs: { type: 'string', default: '3' }, help: { type: 'boolean', default: false } },
});

if (values.help) {
  console.log(HELP);
} else {
  const sizes = values.sizes?.split(',').map(Number) ?? SIZES;
  const asked = values.only?.split(',');
  const figures: Kept['figures'][number][] = [];
  for (const size of sizes) {
    const paths = await writeTables(ROOT, size);
    const { size: bytes } = statSync(paths.csv);
    for (const { id, name, from } of SUBJECTS.filter((subject) => asked?.includes(subject.id) !== false)) {
      const measured = measure(id, paths[from], bytes);
      if (measured.rows !== size) throw new Error(`${name} found ${measured.rows} rows of ${size}`);
      console.log(`${name}, ${size.toLocaleString('en')} rows: ${measured.cpu.toFixed(2)} s CPU, ${(measured.peak / 1e6).toFixed(0)} MB`);
      figures.push({ id, size, ...measured });
    }
  }
  const kept: Kept = { machine: `${cpus().length} × ${cpus()[0]?.model ?? ''}`, node: process.version, figures, pages: asked?.includes('page') === false ? [] : measurePages(sizes) };
  const tables = tablesOf(kept, sizes);
  console.log(tables);
  if (values.sizes === undefined && asked === undefined) keep(kept, tables);
}

function measure(id: SubjectId, path: string, bytes: number): Measured {
  const measuring = join(import.meta.dirname, 'measure.js');
  const { status, stdout } = spawnSync(process.execPath, ['--max-old-space-size=6000', measuring, id, path, String(bytes), values.runs], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, DATELINE_ROOT: ROOT },
  });
  if (status !== 0) throw new Error(`measuring ${id} failed`);
  return JSON.parse(stdout) as Measured;
}

/** The page is driven by a program of its own. */
function measurePages(sizes: readonly number[]): readonly MeasuredPage[] {
  const { status, stdout } = spawnSync(process.execPath, [join(ROOT, 'tests/bench/import/page.mjs'), sizes.join(','), values.runs], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  if (status !== 0) throw new Error('measuring the page failed');
  return JSON.parse(stdout) as readonly MeasuredPage[];
}

function tablesOf({ machine, node, figures, pages }: Kept, sizes: readonly number[]): string {
  const find: Find = (id, size) => figures.find((figure) => figure.id === id && figure.size === size);
  const findPage: FindPage = (rows) => pages.find((page) => page.rows === rows);
  return `${machine}, Node ${node}.\n\n${importGoalTable(find, findPage)}\n\n${importFigureTable(find, sizes)}\n\n${pageTable(findPage, sizes)}`;
}

/** Keeps the figures of a full run, and puts their tables into the page about the bench. */
function keep(kept: Kept, tables: string): void {
  const results = join(ROOT, 'tests/bench/results');
  mkdirSync(results, { recursive: true });
  writeFileSync(join(results, 'import.json'), `${JSON.stringify(kept, undefined, 2)}\n`);
  const page = join(ROOT, 'tests/bench/README.md');
  const [before = '', rest = ''] = readFileSync(page, 'utf8').split(BEGIN);
  const [, after = ''] = rest.split(END);
  writeFileSync(page, `${before}${BEGIN}\n\n${tables}\n\n${END}${after}`);
}
