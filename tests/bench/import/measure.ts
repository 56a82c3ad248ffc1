import { readFileSync } from 'node:fs';
import { SUBJECTS, subjectOf } from './subjects.ts';

/** What one subject takes for one file, in a process of its own. */
export interface Measured {
  readonly rows: number;
  /** Bytes of the table, whatever the subject reads. */
  readonly bytes: number;
  /** Median of the runs: seconds of CPU time, with all threads of the engine, and seconds on the clock. */
  readonly cpu: number;
  readonly clock: number;
  /** Most memory that the process held in the first run, in bytes, with the file and the engine itself. */
  readonly peak: number;
}

const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;

const [id = '', path = '', size = '', runs = '3'] = process.argv.slice(2);
const subject = SUBJECTS.find((known) => known.id === id);
if (subject === undefined) throw new Error(`nothing is called ${JSON.stringify(id)}`);
const read = subjectOf(subject.id, process.env['DATELINE_ROOT'] ?? process.cwd());
const bytes = readFileSync(path);
const file = new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.length);
const [cpu, clock]: [number[], number[]] = [[], []];
let [rows, peak] = [0, 0];
for (let run = 0; run < Number(runs); run += 1) {
  const [before, began] = [process.cpuUsage(), performance.now()];
  rows = await read(file);
  const { user, system } = process.cpuUsage(before);
  cpu.push((user + system) / 1e6);
  clock.push((performance.now() - began) / 1e3);
  if (run === 0) peak = process.resourceUsage().maxRSS * 1024;
}
const measured: Measured = { rows, bytes: Number(size), cpu: median(cpu), clock: median(clock), peak };
process.stdout.write(JSON.stringify(measured));
