import { err, ok, type Result } from '../core/base/result.ts';
import { encodingNamed } from '../core/base/decoding.ts';
import type { Answers } from '../core/formats/answers.ts';
import { ENCODINGS } from '../core/formats/encoding.ts';
import { FIELDS, type Field } from '../core/formats/fields.ts';
import { IMPORTS } from '../core/formats/imports.ts';
import { commandMessagesOf } from '../core/i18n/command-messages.ts';
import type { Words } from '../core/i18n/describe-event.ts';
import { clocksOf } from '../core/time/zone.ts';

/** Options that answer what a file cannot settle by itself, as `parseArgs` wants them. */
export const IMPORT_OPTIONS = {
  format: { type: 'string' },
  encoding: { type: 'string' },
  delimiter: { type: 'string' },
  sheet: { type: 'string' },
  map: { type: 'string', multiple: true },
  'day-first': { type: 'boolean' },
  'month-first': { type: 'boolean' },
  years: { type: 'string' },
  zone: { type: 'string' },
  'look-up': { type: 'boolean' },
} as const;

/** Their values as they were typed. */
export interface ImportValues {
  readonly format?: string | undefined;
  readonly encoding?: string | undefined;
  readonly delimiter?: string | undefined;
  readonly sheet?: string | undefined;
  readonly map?: readonly string[] | undefined;
  readonly 'day-first'?: boolean | undefined;
  readonly 'month-first'?: boolean | undefined;
  readonly years?: string | undefined;
  readonly zone?: string | undefined;
  readonly 'look-up'?: boolean | undefined;
}

const YEARS = ['historical', 'astronomical'] as const;

/** How separators that a shell does not like are written. */
const DELIMITERS: ReadonlyMap<string, string> = new Map([['tab', '\t'], ['\\t', '\t'], ['comma', ','], ['semicolon', ';'], ['pipe', '|']]);

/** What the options say about a file; the error is a sentence for the person who typed them. */
export function answersOf(values: ImportValues, { messages }: Words): Result<Answers, string> {
  const command = commandMessagesOf(messages);
  const { format, encoding, delimiter, sheet, years, zone } = values;
  const sign = delimiter === undefined ? undefined : (DELIMITERS.get(delimiter.toLowerCase()) ?? delimiter);
  if (format !== undefined && !IMPORTS.some(({ id }) => id === format)) return err(command.badChoice('format', format, IMPORTS.map(({ id }) => id)));
  if (encoding !== undefined && encodingNamed(encoding) === undefined) return err(command.badChoice('encoding', encoding, ENCODINGS));
  if (sign !== undefined && (sign.length !== 1 || sign.charCodeAt(0) >= 0x80)) return err(command.badDelimiter(sign));
  if (zone !== undefined && clocksOf(zone) === undefined) return err(command.badZone(zone));
  const mapping = mappingOf(values.map ?? []);
  if (!mapping.ok) return err(command.badMapping(mapping.error, FIELDS));
  if (values['day-first'] === true && values['month-first'] === true) return err(command.orderTwice);
  const order = values['day-first'] === true ? 'day-first' : values['month-first'] === true ? 'month-first' : undefined;
  const count = YEARS.find((known) => known === years);
  if (years !== undefined && count === undefined) return err(command.badChoice('years', years, YEARS));
  return ok({
    ...(format === undefined ? {} : { format }),
    ...(encoding === undefined ? {} : { encoding }),
    ...(sign === undefined ? {} : { delimiter: sign }),
    ...(sheet === undefined ? {} : { sheet }),
    ...(mapping.value.size === 0 ? {} : { mapping: mapping.value }),
    ...(order === undefined ? {} : { order }),
    ...(count === undefined ? {} : { years: count }),
    ...(zone === undefined ? {} : { zone }),
    ...(values['look-up'] === true ? { lookUp: true } : {}),
  });
}

/** Reads `title=Name,start=Date`: what means what. A column named by nothing is kept beside the event. The error is the part that cannot be read. */
function mappingOf(texts: readonly string[]): Result<ReadonlyMap<string, Field | null>, string> {
  const mapping = new Map<string, Field | null>();
  for (const part of texts.flatMap((text) => text.split(/,(?=\s*[A-Za-z]+=)/)).map((text) => text.trim())) {
    const equals = part.indexOf('=');
    const name = part.slice(0, equals).trim();
    const field = FIELDS.find((known) => known === name);
    const column = part.slice(equals + 1).trim();
    if (equals < 1 || column === '' || (field === undefined && name !== 'none')) return err(part);
    mapping.set(column, field ?? null);
  }
  return ok(mapping);
}
