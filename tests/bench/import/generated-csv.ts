import { createHash } from 'node:crypto';
import { createWriteStream, existsSync, mkdirSync, readFileSync, renameSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { GENERATED_CATEGORIES, generatedRows, type GeneratedRow } from '../../support/generated-rows.ts';

const COLUMNS = ['id', 'title', 'start', 'end', 'category', 'status', 'attribution', 'place', 'latitude', 'longitude', 'description'] as const;

/** The cells of a generated row, in the order of the columns. */
function cellsOf(row: GeneratedRow): readonly string[] {
  const [start = '', end = ''] = row.when.split('/');
  const [longitude = '', latitude = ''] = row.at?.map(String) ?? [];
  const category = GENERATED_CATEGORIES[row.category]?.name ?? '';
  return [row.id, row.title, start, end, category, row.status, row.attribution, row.town ?? '', latitude, longitude, row.text];
}

const quoted = (cell: string): string => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

/** How many rows are written at once. */
const AT_ONCE = 2000;

/** The text of a table of generated events as CSV, piece by piece. */
export function* generatedCsv(count: number): Generator<string, void, void> {
  yield* inPieces(count, `${COLUMNS.join(',')}\n`, '\n', '\n', (cells) => cells.map(quoted).join(','));
}

/** The same rows as a list of objects in JSON. */
export function* generatedJson(count: number): Generator<string, void, void> {
  yield* inPieces(count, '[\n', ',\n', '\n]\n', (cells) => JSON.stringify(Object.fromEntries(COLUMNS.map((name, column) => [name, cells[column] ?? '']))));
}

function* inPieces(count: number, head: string, between: string, tail: string, lineOf: (cells: readonly string[]) => string): Generator<string, void, void> {
  yield head;
  let lines: string[] = [];
  let written = 0;
  for (const row of generatedRows(count)) {
    lines.push(lineOf(cellsOf(row)));
    written += 1;
    if (lines.length < AT_ONCE && written < count) continue;
    yield lines.join(between) + (written < count ? between : '');
    lines = [];
  }
  yield tail;
}

/** Writes both files of a size to the temporary folder, where they are not there yet, and gives their paths. */
export async function writeTables(root: string, size: number): Promise<{ readonly csv: string; readonly json: string }> {
  const hash = createHash('sha256');
  for (const file of ['support/generated-rows.ts', 'support/seeded.ts', 'bench/import/generated-csv.ts']) hash.update(readFileSync(join(root, 'tests', file)));
  const folder = join(tmpdir(), `dateline-tables-${hash.digest('hex').slice(0, 12)}`);
  mkdirSync(folder, { recursive: true });
  const paths = { csv: join(folder, `${size}.csv`), json: join(folder, `${size}.json`) };
  for (const [path, pieces] of [[paths.csv, generatedCsv], [paths.json, generatedJson]] as const) {
    if (existsSync(path)) continue;
    await pipeline(Readable.from(pieces(size)), createWriteStream(`${path}.part`));
    renameSync(`${path}.part`, path);
  }
  return paths;
}
