import type { Json } from '../../model/event.ts';
import { epochUnit } from '../../time/date-numbers.ts';
import { parseWritten } from '../../time/written.ts';
import type { Members } from '../dateline-file.ts';
import { fieldsNamed } from '../field-names.ts';
import type { Field } from '../fields.ts';
import { scalarText } from '../json-entries.ts';
import { isWebUrl } from '../xml/words.ts';

/** Which member of the properties holds what, by their names and by what stands in them. */
export type Roles = ReadonlyMap<Field, string>;

/** Fields that a member of properties may hold. */
const WANTED: ReadonlySet<Field> = new Set<Field>([
  'start', 'end', 'startTime', 'title', 'description', 'place', 'country', 'category', 'attribution', 'sourceUrl', 'source', 'media', 'displayDate', 'id', 'year', 'month', 'day', 'endYear',
]);

/** Least certainty of a role. */
const ENOUGH = 0.4;

/**
 * The roles that the members of some features have. Each member holds one thing at most, and each thing is held by the member that most speaks for. `said`: what a person says,
 * by names; `null` for a member that holds nothing.
 */
export function rolesOf(properties: readonly Members[], said: ReadonlyMap<string, Field | null> = new Map()): Roles {
  const values = new Map<string, Json[]>();
  for (const members of properties) {
    for (const [name, value] of Object.entries(members)) {
      if (value === null || value === '') continue;
      const known = values.get(name);
      if (known === undefined) values.set(name, [value]);
      else known.push(value);
    }
  }
  const candidates = [...values].flatMap(([name, list]) => {
    const told = said.get(name);
    if (told !== undefined) return told === null ? [] : [{ name, field: told, certainty: 2 }];
    return namesOf(name).filter(({ field }) => WANTED.has(field)).map(({ field, certainty }) => ({ name, field, certainty: certainty * shareFitting(field, list) }));
  });
  const roles = new Map<Field, string>();
  const taken = new Set<string>();
  for (const { name, field, certainty } of candidates.sort((a, b) => b.certainty - a.certainty)) {
    if (certainty < ENOUGH || roles.has(field) || taken.has(name)) continue;
    roles.set(field, name);
    taken.add(name);
  }
  return roles;
}

/** Names of time that other tables do not use, and what they hold. */
const OTHER_NAMES: ReadonlyMap<string, Field> = new Map([
  ['fromyear', 'start'], ['toyear', 'end'], ['start_year', 'start'], ['end_year', 'end'], ['starttime', 'start'], ['endtime', 'end'], ['start_time', 'start'], ['end_time', 'end'],
  ['valid_from', 'start'], ['valid_to', 'end'], ['validfrom', 'start'], ['validto', 'end'], ['date_from', 'start'], ['date_to', 'end'], ['timespan', 'start'], ['datestart', 'start'], ['dateend', 'end'],
]);

const namesOf = (name: string): readonly { readonly field: Field; readonly certainty: number }[] => {
  const other = OTHER_NAMES.get(name.toLowerCase());
  return other === undefined ? fieldsNamed(name) : [{ field: other, certainty: 0.97 }];
};

/** The share of values that a field can hold. */
function shareFitting(field: Field, values: readonly Json[]): number {
  const fits = FITS.get(field) ?? isPlainText;
  return values.filter(fits).length / values.length;
}

const isPlainText = (json: Json): boolean => typeof json === 'string';
const isScalar = (json: Json): boolean => scalarText(json) !== undefined;
const isShort = (json: Json): boolean => typeof json === 'string' && json.length <= 60 && !isWebUrl(json);

/** Whether a value may be a date: text that can be read as one, a year, or a count since 1970. */
export function isDate(json: Json): boolean {
  if (typeof json === 'number') return Number.isInteger(json) && (Math.abs(json) <= 9999 || epochUnit(json) !== undefined);
  if (typeof json !== 'string') return false;
  if (/^\d{9,19}$/.test(json.trim())) return epochUnit(Number(json)) !== undefined;
  const written = parseWritten(json);
  return written.ok || written.error.kind === 'ambiguous' || written.error.kind === 'impossible';
}

const isNumber = (json: Json): boolean => typeof json === 'number' || (typeof json === 'string' && /^-?\d{1,6}$/.test(json.trim()));

const FITS: ReadonlyMap<Field, (json: Json) => boolean> = new Map<Field, (json: Json) => boolean>([
  ['start', isDate],
  ['end', isDate],
  ['startTime', (json) => typeof json === 'string' && /^\d{1,2}[:.h]\d{2}/.test(json.trim())],
  ['sourceUrl', (json) => typeof json === 'string' && isWebUrl(json)],
  ['media', (json) => typeof json === 'string' && isWebUrl(json)],
  ['source', (json) => typeof json === 'string' && /\p{L}{2}/u.test(json) && !json.startsWith(',')],
  ['id', isScalar],
  ['category', isShort],
  ['description', (json) => typeof json === 'string' && !isWebUrl(json)],
  ['title', (json) => typeof json === 'string' && !isWebUrl(json)],
  ['year', isNumber], ['month', isNumber], ['day', isNumber], ['endYear', isNumber],
]);
