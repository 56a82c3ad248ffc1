import type { Json } from '../model/event.ts';
import type { KeptChange } from './kept-change.ts';
import { sealed, unsealed, type Sealed } from './sealed.ts';

/** What is written into the journal of a story. */
export type Entry =
  | { readonly kind: 'change'; readonly change: KeptChange }
  | { readonly kind: 'rename'; readonly title: string }
  /** What stands in an open form; without a text when the form was closed. */
  | { readonly kind: 'draft'; readonly form: string; readonly text?: string }
  /** Whether the story lies among those that were deleted, from where it can be brought back. */
  | { readonly kind: 'deleted'; readonly isDeleted: boolean };

/** What a list of stories says of one. */
export interface About {
  readonly title: string;
  readonly events: number;
  /** When it was last changed, in UTC milliseconds since 1970. */
  readonly changed: number;
}

/** A line of a journal. */
export interface JournalLine {
  /** Counts all that is written of a story. */
  readonly seq: number;
  /** What precedes it: the checksum of the line before, or the end of a snapshot. So lines of two writers are never mixed. */
  readonly after: string;
  readonly about: About;
  readonly entry: Entry;
}

/** A line of a journal, read. */
export interface ReadLine extends JournalLine {
  readonly sum: string;
  readonly line: string;
}

/** The version of what is written here; lines of a newer one are left alone. */
const VERSION = 1;

/** Writes a line, without its line break. */
export const writeLine = (line: JournalLine): Sealed => sealed({ version: VERSION, ...line } as unknown as Json);

/** Reads a line; `undefined` for one that is torn, damaged or of a newer version. */
export function readLine(line: string): ReadLine | undefined {
  const read = unsealed(line);
  const value = read?.value as unknown as (JournalLine & { readonly version: number }) | undefined;
  if (read === undefined || value === undefined || value.version !== VERSION) return undefined;
  const { seq, after, about, entry } = value;
  return { seq, after, about, entry, sum: read.sum, line };
}

/**
 * The lines that follow each other from the end of a snapshot on, of all that several copies of a journal hold: each once, up to the first gap.
 * Where two lines follow the same one, the writer that came further is believed, and of equals the one that came last.
 */
export function chainOf(lines: readonly string[], end: string): readonly ReadLine[] {
  const following = new Map<string, ReadLine[]>();
  for (const line of new Set(lines)) {
    const read = readLine(line);
    if (read !== undefined) following.set(read.after, [...(following.get(read.after) ?? []), read]);
  }
  return longestFrom(following, end);
}

function longestFrom(following: ReadonlyMap<string, readonly ReadLine[]>, end: string): readonly ReadLine[] {
  const chain: ReadLine[] = [];
  for (let next = following.get(end); next !== undefined; next = following.get(chain.at(-1)?.sum ?? '')) {
    const [only] = next;
    if (next.length > 1) return [...chain, ...longest(next.map((line) => [line, ...longestFrom(following, line.sum)]))];
    if (only === undefined || only.seq <= (chain.at(-1)?.seq ?? -1)) break;
    chain.push(only);
  }
  return chain;
}

const longest = (chains: readonly (readonly ReadLine[])[]): readonly ReadLine[] =>
  chains.reduce((best, chain) => (chain.length > best.length || (chain.length === best.length && changedIn(chain) > changedIn(best)) ? chain : best));

const changedIn = (chain: readonly ReadLine[]): number => chain.at(-1)?.about.changed ?? -Infinity;

/** The forms that were open, with what stood in them, after some entries. */
export function draftsAfter(drafts: ReadonlyMap<string, string>, entries: Iterable<Entry>): ReadonlyMap<string, string> {
  const open = new Map(drafts);
  for (const entry of entries) {
    if (entry.kind !== 'draft') continue;
    if (entry.text === undefined) open.delete(entry.form);
    else open.set(entry.form, entry.text);
  }
  return open;
}
