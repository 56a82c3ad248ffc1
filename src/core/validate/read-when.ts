import type { Members } from '../formats/dateline-file.ts';
import { UNDATED } from '../model/build-event.ts';
import { PARTS_OF_DAY, type Json, type When } from '../model/event.ts';
import { inZone } from '../time/edtf-zone.ts';
import { parseEdtf, type Edtf } from '../time/edtf.ts';
import { readBasis, STATED } from './read-basis.ts';
import { readChoice, readFilledText, readMember, readText, type Read, type Tell } from './read.ts';
import { suggestEdtf } from './suggest-edtf.ts';

/** Reads an EDTF string, and tells what is wrong with any other value and what to write in its place. */
export const readEdtf: Read<Edtf> = (json, tell) => {
  const text = typeof json === 'number' ? String(json) : json;
  if (typeof text !== 'string') {
    tell('member-wrong-kind', json, { wanted: 'text' });
    return undefined;
  }
  const parsed = parseEdtf(text);
  if (parsed.ok && typeof json === 'string') return parsed.value;
  const suggestion = parsed.ok ? text : suggestEdtf(text);
  tell('when-unreadable', json, {
    ...(parsed.ok ? { reason: 'number' } : { reason: parsed.error.kind, at: parsed.error.at, found: parsed.error.found }),
    ...(suggestion === undefined ? {} : { suggestion }),
  });
  return undefined;
};

/** EDTF kept as text: of sources and eras. */
export const readEdtfText: Read<string> = (json, tell) => readEdtf(json, tell)?.text;

/**
 * An IANA zone by its form: which zones there are changes from year to year and from machine to machine. One that this machine lacks is
 * named beside the time, and read as if it were not known.
 */
const readZone: Read<string> = (json, tell) => {
  const zone = readText(json, tell);
  if (zone === undefined || zone === 'local' || /^(?:UTC|[A-Z][A-Za-z_]+(?:\/[A-Za-z0-9_+-]+){1,2})$/.test(zone)) return zone;
  tell('member-value-unknown', zone, { choices: 'local, UTC, Asia/Tehran' });
  return undefined;
};

/** Members of plain GeoJSON that may hold an EDTF date, the first one that does. */
const PLAIN_NAMES = ['when', 'date'] as const;

/** Reads when an event happened from its properties. In a native file `when` has to be there: `null` says that no date is stated. */
export function readWhen(properties: Members, native: boolean, tell: Tell): When {
  const name = native ? 'when' : (PLAIN_NAMES.find((plain) => isText(properties[plain])) ?? 'when');
  if (native && properties['when'] === undefined) tell('when-missing', undefined, undefined, '.when');
  const edtf = readMember(properties, name, readEdtf, tell);
  const wording = readMember(properties, 'whenWording', readFilledText, tell);
  const zone = readMember(properties, 'zone', readZone, tell) ?? UNDATED.zone;
  return {
    edtf: edtf === undefined || zone === 'local' ? edtf : inZone(edtf, zone),
    wording,
    basis: readMember(properties, 'whenBasis', readBasis, tell) ?? STATED,
    zone,
    partOfDay: readMember(properties, 'partOfDay', readChoice(PARTS_OF_DAY), tell),
  };
}

const isText = (json: Json | undefined): boolean => typeof json === 'string' && json !== '';
