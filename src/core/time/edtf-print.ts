import { unreachable } from '../base/result.ts';
import type { Component, Edtf, EdtfDateTime, EdtfInterval, EdtfLongYear, EdtfPoint, EdtfRange } from './edtf-reading.ts';

/**
 * Writes a reading from its parts, not from its text. It is the text again, but for white space in sets, where one space follows
 * each comma.
 */
export function printEdtf(edtf: Edtf): string {
  switch (edtf.kind) {
    case 'interval':
      return `${printEnd(edtf.from)}/${printEnd(edtf.to)}`;
    case 'set': {
      const list = edtf.entries.map((entry) => (entry.kind === 'range' ? printRange(entry) : printPoint(entry))).join(', ');
      return edtf.choice === 'one-of' ? `[${list}]` : `{${list}}`;
    }
    default:
      return printPoint(edtf);
  }
}

function printEnd(end: EdtfInterval['from']): string {
  if (end === 'unknown') return '';
  return end === 'open' ? '..' : printPoint(end);
}

const printRange = ({ from, to }: EdtfRange): string => [from, to].map((end) => (end === undefined ? '' : printPoint(end))).join('..');

function printPoint(point: EdtfPoint): string {
  switch (point.kind) {
    case 'date':
      return [point.year, point.month, point.day].filter((part) => part !== undefined).map(printComponent).join('-');
    case 'season':
      return `${printComponent(point.year)}-${printComponent(point.season)}`;
    case 'date-time':
      return `${printDay(point)}T${printTime(point)}${point.zone}`;
    case 'long-year':
      return printLongYear(point);
    case 'decade':
    case 'century':
      return `${point.digits}${point.after}`;
    default:
      return unreachable(point);
  }
}

const printComponent = ({ before, digits, after }: Component): string => `${before}${digits}${after}`;

function printDay({ year, month, day }: EdtfDateTime): string {
  const sign = year < 0 ? '-' : '';
  const digits = [String(Math.abs(year)).padStart(4, '0'), String(month).padStart(2, '0'), String(day).padStart(2, '0')];
  return sign + digits.join('-');
}

function printTime({ hour, minute, second, fraction }: EdtfDateTime): string {
  const clock = [hour, minute, second].filter((part) => part !== '').join(':');
  return fraction === '' ? clock : `${clock}.${fraction}`;
}

function printLongYear({ prefixed, digits, exponent, significant, after }: EdtfLongYear): string {
  const power = exponent === undefined ? '' : `E${exponent}`;
  const significance = significant === undefined ? '' : `S${significant}`;
  return `${prefixed ? 'Y' : ''}${digits}${power}${significance}${after}`;
}
