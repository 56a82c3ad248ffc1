import type { Finding } from '../../formats/entry.ts';
import { twoDigits } from '../../time/edtf-of.ts';
import { inZone, pointsOf } from '../../time/edtf-zone.ts';
import { parseEdtf, type Edtf } from '../../time/edtf.ts';
import type { Written } from '../../time/written.ts';
import { clocksOf } from '../../time/zone.ts';
import { isAbsent } from './cell-texts.ts';
import { parseClock, type Clock } from './clock.ts';
import type { Cell } from './columns.ts';
import type { BareClock } from './survey.ts';

/** The zone of a row's times: an IANA name, or an offset as EDTF has it. */
export type CellZone = { readonly kind: 'name'; readonly name: string } | { readonly kind: 'offset'; readonly text: string };

const OFFSET = /^(?:UTC|GMT)?\s?([+-])(\d{1,2})(?::?(\d\d))?$/;

/** Reads a cell that names a zone; one that names none known here is told. */
export function zoneOfCell(cell: Cell | undefined, findings: Finding[]): CellZone | undefined {
  if (cell === undefined || isAbsent(cell.text)) return undefined;
  const text = cell.text.trim();
  if (/^(?:Z|UTC|GMT|Zulu)$/i.test(text)) return { kind: 'name', name: 'UTC' };
  const [, sign, hours = '', minutes = '00'] = OFFSET.exec(text.replace('−', '-')) ?? [];
  if (sign !== undefined && Number(hours) <= 14) return { kind: 'offset', text: `${sign}${twoDigits(Number(hours))}:${minutes}` };
  if (/^[A-Za-z]+(?:\/[A-Za-z0-9_+-]+){1,2}$/.test(text) && clocksOf(text) !== undefined) return { kind: 'name', name: text };
  findings.push({ code: 'zone-unknown', column: cell.column, value: text });
  return undefined;
}

/** Reads a cell with a time of day, also where its column writes times as numbers. `undefined` when it cannot be read. */
export function readClockCell({ text }: Cell, bare: BareClock | undefined): Clock | 'absent' | undefined {
  const number = bare === undefined ? NaN : Number(text.trim().replace(',', '.'));
  if (bare === undefined || !Number.isFinite(number)) return parseClock(text);
  if (number === 0 && bare.isZeroAbsent) return 'absent';
  if (bare.digits === 'fraction') return number < 0 || number >= 1 ? undefined : clockOfFraction(number);
  return parseClock(String(Math.floor(number)).padStart(bare.digits, '0'));
}

const SECONDS_OF_DAY = 86_400;

/** A time of day as spreadsheets keep it: the part of the day that has passed. */
function clockOfFraction(fraction: number): Clock {
  const seconds = Math.min(Math.round(fraction * SECONDS_OF_DAY), SECONDS_OF_DAY - 1);
  const [hour, minute, second] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  return { text: [hour, minute, ...(second === 0 ? [] : [second])].map(twoDigits).join(':'), zone: '' };
}

/** A day with a time of day; `undefined` for a date that is no day. */
export function timed(date: Written, clock: Clock, zone: CellZone | undefined): Written | undefined {
  const { edtf } = date;
  if (edtf.kind !== 'date' || edtf.precision !== 'day') return undefined;
  const offset = clock.zone !== '' ? clock.zone : zone?.kind === 'offset' ? zone.text : '';
  const reading = parseEdtf(`${edtf.text}T${clock.text}${offset}`);
  return reading.ok ? { ...date, edtf: reading.value } : undefined;
}

/** Whether a reading has a time of day. */
export function hasTime(edtf: Edtf): boolean {
  if (edtf.kind === 'date' || edtf.kind === 'date-time') return edtf.kind === 'date-time';
  return pointsOf(edtf).some(({ kind }) => kind === 'date-time');
}

/** A reading with its times moved to the zone that they are of: the row's, or the one that was read with them. */
export function zoned({ edtf, zone }: Written, own?: CellZone): { readonly edtf: Edtf; readonly zone: string } {
  if (!hasTime(edtf)) return { edtf, zone: 'local' };
  if (edtf.zoned) return { edtf, zone };
  if (own?.kind === 'offset' && edtf.kind === 'date-time') {
    const reading = parseEdtf(edtf.text + own.text);
    return { edtf: reading.ok ? reading.value : edtf, zone: 'local' };
  }
  const name = own?.kind === 'name' ? own.name : zone;
  return { edtf: name === 'local' ? edtf : inZone(edtf, name), zone: name };
}
