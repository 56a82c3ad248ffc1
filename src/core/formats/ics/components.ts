import { decodeUtf8, encodeUtf8 } from '../../base/utf8.ts';

/** A line of a calendar file, unfolded. */
export interface Property {
  /** In capitals, without the group before a dot. */
  readonly name: string;
  readonly parameters: ReadonlyMap<string, string>;
  /** As it stands, with its escapes. */
  readonly value: string;
}

/** What stands between a BEGIN and its END. */
export interface Component {
  /** In capitals. */
  readonly name: string;
  /** Line of its BEGIN, from 1. */
  readonly line: number;
  readonly properties: readonly Property[];
  readonly components: readonly Component[];
  /** Whether its END is there. */
  readonly closed: boolean;
}

interface Open {
  readonly name: string;
  readonly line: number;
  readonly properties: Property[];
  readonly components: Component[];
}

/** Properties that hold no text, so that no line of one can belong to them. */
const NO_TEXT = /^(?:DT\w+|DUE|DURATION|RRULE|EXRULE|RDATE|EXDATE|RECURRENCE-ID|GEO|STATUS|SEQUENCE|UID)$/;

/** How deeply components may stand within each other. */
const DEEPEST = 16;

/** Components that are records: none of them lies in another, so that a second one ends one whose END is missing. */
export const RECORDS: ReadonlySet<string> = new Set(['VEVENT', 'VTODO', 'VJOURNAL', 'VFREEBUSY']);

/** What holds records. */
const CALENDAR = 'VCALENDAR';

/**
 * Takes a calendar file apart: gives each component that stands by itself or in a calendar when it has ended, and a calendar without what was given of it before. Lines
 * are unfolded; one that is no property belongs to the text before it, as where a program forgot to fold. An END closes all that is open within; one without
 * its BEGIN is passed over. `only`: names of the properties that are taken of records, for a first look.
 */
export function* componentsIn(text: string, only?: ReadonlySet<string>): Generator<Component, void, void> {
  const root: Open = { name: '', line: 1, properties: [], components: [] };
  const open: Open[] = [root];
  /** Closes the innermost component; gives it where it stands by itself or in a calendar. */
  const close = (closed: boolean): readonly Component[] => {
    const done = open.pop();
    const around = open.at(-1);
    if (done === undefined || around === undefined) return [];
    if (around === root || around.name === CALENDAR) return [{ ...done, closed }];
    around.components.push({ ...done, closed });
    return [];
  };
  for (const { line, text: content } of unfolded(text)) {
    const property = parseProperty(content);
    const current = open.at(-1) ?? root;
    if (property === undefined) {
      const last = current.properties.at(-1);
      if (last !== undefined && !NO_TEXT.test(last.name)) current.properties.splice(-1, 1, { ...last, value: `${last.value}\\n${content}` });
    } else if (property.name === 'BEGIN') {
      const name = property.value.trim().toUpperCase();
      const unfinished = RECORDS.has(name) ? open.findIndex((other) => RECORDS.has(other.name)) : -1;
      for (let left = unfinished > 0 ? open.length - unfinished : 0; left > 0; left -= 1) yield* close(false);
      if (open.length <= DEEPEST) open.push({ name, line, properties: [], components: [] });
    } else if (property.name === 'END') {
      const name = property.value.trim().toUpperCase();
      const at = open.findLastIndex((candidate) => candidate.name === name);
      if (at <= 0) continue;
      while (open.length > at + 1) yield* close(false);
      yield* close(true);
    } else if (only === undefined || only.has(property.name) || !RECORDS.has(current.name)) {
      current.properties.push(property);
    }
  }
  while (open.length > 1) yield* close(false);
}

/** The lines of a file with those put together that were folded: in iCalendar by a blank at the beginning, in quoted-printable by `=` at the end. */
function* unfolded(text: string): Generator<{ readonly line: number; readonly text: string }> {
  let pieces: string[] = [];
  let [first, line] = [1, 0];
  let soft = false;
  for (let at = 0; at < text.length; ) {
    const end = text.indexOf('\n', at);
    const stop = end < 0 ? text.length : end;
    const raw = text.slice(at, text.charCodeAt(stop - 1) === 13 && stop > at ? stop - 1 : stop);
    at = stop + 1;
    line += 1;
    if (soft || (/^[ \t]/.test(raw) && pieces.length > 0)) {
      pieces.push(soft ? raw : raw.slice(1));
    } else {
      if (pieces.length > 0) yield { line: first, text: pieces.join('') };
      pieces = raw === '' ? [] : [raw];
      first = line;
    }
    soft = raw.endsWith('=') && /;(?:ENCODING=)?QUOTED-PRINTABLE[;:]/i.test(pieces[0] ?? '');
    if (soft) pieces.push((pieces.pop() ?? '').slice(0, -1));
  }
  if (pieces.length > 0) yield { line: first, text: pieces.join('') };
}

const NAME = /^(?:[A-Za-z0-9_-]+\.)?([A-Za-z0-9_-]{1,100})(?=[;:])/;

/** A property of an unfolded line; `undefined` where the line is none. Source: RFC 5545, 3.1; RFC 6868 for `^n`, `^'` and `^^`. */
function parseProperty(content: string): Property | undefined {
  const head = NAME.exec(content);
  if (head === null) return undefined;
  const parameters = new Map<string, string>();
  let at = head[0].length;
  while (content[at] === ';') {
    const end = endOfParameter(content, at + 1);
    const parameter = content.slice(at + 1, end);
    const equals = parameter.indexOf('=');
    const [name, value] = equals < 0 ? [parameter, ''] : [parameter.slice(0, equals), parameter.slice(equals + 1)];
    // vCalendar names some encodings alone.
    if (equals < 0 && /^(?:QUOTED-PRINTABLE|BASE64)$/i.test(name)) parameters.set('ENCODING', name);
    else parameters.set(name.toUpperCase(), unquoted(value));
    at = end;
  }
  if (content[at] !== ':') return undefined;
  const raw = content.slice(at + 1);
  const printable = parameters.get('ENCODING')?.toUpperCase() === 'QUOTED-PRINTABLE';
  return { name: (head[1] ?? '').toUpperCase(), parameters, value: printable ? fromQuotedPrintable(raw) : raw };
}

/** The position of the `;` or `:` that ends a parameter, past those between quotation marks. */
function endOfParameter(content: string, from: number): number {
  let quoted = false;
  for (let at = from; at < content.length; at += 1) {
    const character = content[at];
    if (character === '"') quoted = !quoted;
    else if (!quoted && (character === ';' || character === ':')) return at;
  }
  return content.length;
}

const CARETS: ReadonlyMap<string, string> = new Map([['^n', '\n'], ["^'", '"'], ['^^', '^']]);

const unquoted = (value: string): string => value.replaceAll('"', '').replace(/\^[n'^]/g, (escape) => CARETS.get(escape) ?? escape);

/** Text in quoted-printable, as UTF-8. Source: RFC 2045, 6.7. Its line breaks are written as the calendar writes them. */
function fromQuotedPrintable(value: string): string {
  const bytes: number[] = [];
  for (const piece of value.split(/(=[0-9A-Fa-f]{2})/)) {
    if (/^=[0-9A-Fa-f]{2}$/.test(piece)) bytes.push(parseInt(piece.slice(1), 16));
    else for (const byte of encodeUtf8(piece)) bytes.push(byte);
  }
  return decodeUtf8(Uint8Array.from(bytes)).replace(/\r?\n/g, '\\n');
}

/** A text without its escapes. Source: RFC 5545, 3.3.11. */
export const unescapeText = (value: string): string =>
  value.replace(/\\([\\;,nN])/g, (_, character: string) => (character === 'n' || character === 'N' ? '\n' : character));

/** The texts of a list, cut at the commas that are not escaped. */
export const textsOf = (value: string): readonly string[] =>
  (value.match(/(?:\\[^]|[^\\,])+/g) ?? []).map((text) => unescapeText(text).trim()).filter((text) => text !== '');

/** The first property of a name. */
export const propertyOf = ({ properties }: Component, name: string): Property | undefined => properties.find((property) => property.name === name);

/** All properties of a name. */
export const propertiesOf = ({ properties }: Component, name: string): readonly Property[] => properties.filter((property) => property.name === name);
