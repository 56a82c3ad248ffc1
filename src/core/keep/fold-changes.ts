import type { Entry } from './journal.ts';
import type { KeptChange } from './kept-change.ts';

type KeptEvent = KeptChange['events'][number];

/**
 * The entries of a journal with changes that follow each other made one where that can be told without the dataset, as every change of a large
 * dataset copies it.
 */
export function* foldedChanges(entries: Iterable<Entry>): Generator<Entry, void, void> {
  let change: KeptChange | undefined;
  for (const entry of entries) {
    if (entry.kind === 'draft' || entry.kind === 'deleted') continue;
    const folded = entry.kind === 'change' && change !== undefined ? folding(change, entry.change) : undefined;
    if (folded === undefined && change !== undefined) yield { kind: 'change', change };
    if (entry.kind === 'change') change = folded ?? entry.change;
    else {
      change = undefined;
      yield entry;
    }
  }
  if (change !== undefined) yield { kind: 'change', change };
}

/**
 * One change that does what two do one after the other; `undefined` where a position would be needed that only the dataset tells: of what goes
 * after something has come, or comes back after it has gone, and of several that come to one position.
 */
function folding(first: KeptChange, second: KeptChange): KeptChange | undefined {
  if (!havePositions(first) || !havePositions(second)) return undefined;
  const events = new Map(first.events.map((event) => [event[0], event]));
  for (const event of second.events) if (event[1] === null && !takeAway(events, event[0])) return undefined;
  const coming = second.events.filter(([, record, at]) => record !== null && at !== undefined).sort((a, b) => positionOf(a) - positionOf(b));
  for (const event of coming) {
    if (events.has(event[0])) return undefined;
    shift(events, positionOf(event), 1);
    events.set(event[0], event);
  }
  for (const [id, record, at] of second.events) {
    if (record === null || at !== undefined) continue;
    const known = events.get(id);
    if (known?.[1] === null) return undefined;
    events.set(id, known?.[2] === undefined ? [id, record] : [id, record, known[2]]);
  }
  const story = second.story ?? first.story;
  return { deed: second.deed, events: [...events.values()], ...(story === undefined ? {} : { story }) };
}

/** Whether each event that comes has a position of its own. */
function havePositions({ events }: KeptChange): boolean {
  const positions = events.flatMap(([, , at]) => at ?? []);
  return new Set(positions).size === positions.length;
}

/** Lets an event go from what comes, or from what was there before; tells whether that can be done. */
function takeAway(events: Map<string, KeptEvent>, id: string): boolean {
  const known = events.get(id);
  if (known?.[1] === null) return false;
  if (known?.[2] === undefined) {
    if ([...events.values()].some(([, , at]) => at !== undefined)) return false;
    events.set(id, [id, null]);
    return true;
  }
  events.delete(id);
  shift(events, known[2] + 1, -1);
  return true;
}

/** Moves what comes from a position on. */
function shift(events: Map<string, KeptEvent>, from: number, by: 1 | -1): void {
  for (const [id, record, at] of events.values()) if (at !== undefined && at >= from) events.set(id, [id, record, at + by]);
}

const positionOf = ([, , at]: KeptEvent): number => at ?? 0;
