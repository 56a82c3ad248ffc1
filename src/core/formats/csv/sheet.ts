import type { Json, TimelineEvent } from '../../model/event.ts';
import { foldName } from '../field-names.ts';
import { readTextCell, textCell } from '../event-cells/text-cell.ts';
import { EVENT_CELL_NAMES } from '../event-cells/write-cells.ts';

/**
 * The columns that a story's own members have beside those of `EVENT_CELLS`: `record` says what a row is – an event where it is empty, or what
 * the story says of itself under its `id`.
 */
export const RECORD_COLUMN = 'record';

/** What rows that are no events are. */
export const RECORDS = ['story', 'category', 'era', 'source'] as const;
export type SheetRecord = (typeof RECORDS)[number];

/** A column of members that events have beside their own. */
export interface OwnColumn {
  readonly name: string;
  /** Whether they are members of the feature itself, and not of its properties. */
  readonly of: 'properties' | 'feature';
  readonly member: string;
  /** Whether its cells hold JSON: where some of its values are no texts. */
  readonly json: boolean;
}

const JSON_SUFFIX = ' (JSON)';
const OWN: ReadonlySet<string> = new Set([...EVENT_CELL_NAMES, RECORD_COLUMN].map(foldName));

/** A name that stands in a header as it is: none that a reader would trim, fold into another or take for something else. */
const isPlain = (name: string): boolean =>
  // oxlint-disable-next-line no-control-regex -- it is control characters that are meant
  /^[\p{L}_#][^"\p{Cc}\p{Cs}]*$/u.test(name) && name === name.trim() && !OWN.has(foldName(name)) && !/^(?:properties|feature)\./.test(name) && !/ \((?:JSON|\d+)\)$/.test(name);

/** The column of a member that events have beside their own. */
export function ownColumn(of: OwnColumn['of'], member: string, json: boolean): OwnColumn {
  const stem = of === 'properties' && isPlain(member) ? member : `${of}.${JSON.stringify(member)}`;
  return { name: json ? `${stem}${JSON_SUFFIX}` : stem, of, member, json };
}

/** The same from its name in a header. */
export function readOwnColumn(name: string): OwnColumn {
  const json = name.endsWith(JSON_SUFFIX);
  const stem = json ? name.slice(0, -JSON_SUFFIX.length) : name;
  const match = /^(properties|feature)\.(".*")$/s.exec(stem);
  const member = match === null ? undefined : parsed(match[2] ?? '');
  if (typeof member !== 'string') return { name, of: 'properties', member: stem, json };
  return { name, of: match?.[1] === 'feature' ? 'feature' : 'properties', member, json };
}

/** The value of such a member as a cell. */
export const ownCell = ({ json }: OwnColumn, value: Json): string => (json ? JSON.stringify(value) : typeof value === 'string' ? textCell(value) : '');

/** The value of such a cell; `undefined` for an empty one. JSON that cannot be read is the text itself. */
export function readOwnCell({ json }: OwnColumn, cell: string): Json | undefined {
  if (!json || cell.trim() === '') return readTextCell(cell);
  const value = parsed(cell);
  return value === undefined ? cell : value;
}

function parsed(text: string): Json | undefined {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
}

/** The members that events have beside their own, in order of first mention. */
export function ownColumnsOf(events: Iterable<TimelineEvent>): readonly OwnColumn[] {
  const [properties, feature] = [new Map<string, boolean>(), new Map<string, boolean>()];
  for (const { extra, featureExtra } of events) {
    for (const [kinds, members] of [[properties, extra], [feature, featureExtra]] as const) {
      for (const [name, value] of members) kinds.set(name, (kinds.get(name) ?? false) || typeof value !== 'string');
    }
  }
  const columns = [...properties].map(([name, json]) => ownColumn('properties', name, json));
  return [...columns, ...[...feature].map(([name, json]) => ownColumn('feature', name, json))];
}
