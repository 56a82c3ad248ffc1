import { strToU8 } from 'fflate';
import type { Seeded } from '../support/seeded.ts';

/** What readers may stumble over, in any format. */
const PIECES: readonly Uint8Array[] = [
  '', '\0', '\ufeff', '\r', '\n', '\r\n\r\n', '"', '""', "'", ',', ';', '\t', '|', '\\', '\\u0000', '\\ud800', '{', '}', '[', ']', '[[[[[[[[', '{"a":', ':', 'null', '-0', '1e999', '1e-999', 'NaN', 'Infinity',
  '-271821-04-20', '275760-09-13', '+275760-09-14T00:00:00Z', 'Y-13800000000', 'Y17E7', '99999999999999999999', '0x1F', '2026-02-30', '2026-W01-1', '24:00:00', '23:59:60', '1850-05-02/..', '../..', '31/02/2020', '44 BC',
  '<', '>', '/>', '</', '<!--', '-->', '<![CDATA[', ']]>', '<?', '?>', '<!DOCTYPE a [<!ENTITY b "c">]>', '&b;', '&#0;', '&#x110000;', '&amp', '=', '/', ' ', '\u00a0', '\u200f', '\u202e', '\u2028',
  'POINT(1e999 0)', '180,90', '-181 91', 'null island', '__proto__', 'constructor', 'toString', 'hasOwnProperty', 'BEGIN:VEVENT', 'END:VEVENT', 'RRULE:FREQ=SECONDLY', 'RRULE:FREQ=YEARLY;BYDAY=-53SU;COUNT=99999999', 'TZID=:', 'DTSTART:',
  'type', 'Feature', 'coordinates', 'properties', 'geometry', 'events', 'start', 'date', '#', '//', '!a', 'after !a', 'every day for 9999 years', '```', '---', 'PK\u0003\u0004', '\u06f1\u06f4\u06f0\u06f4', '𝟏𝟗𝟗𝟗', 'İ', 'ß',
].map((piece) => strToU8(piece));

/** Most bytes that a changed file may have; changes that double it would else let it grow without end. */
const LONGEST = 8192;

const joined = (...parts: readonly Uint8Array[]): Uint8Array => {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
};

/** A file with some of its bytes changed: bits turned, parts cut out, moved, doubled, replaced, cut off, or taken from another file. */
export function mutate(file: Uint8Array, other: Uint8Array, random: Seeded): Uint8Array {
  let bytes = file;
  for (let changes = 1 + random.below(5); changes > 0; changes -= 1) bytes = CHANGES[random.below(CHANGES.length)]?.(bytes, other, random) ?? bytes;
  return bytes.subarray(0, LONGEST);
}

/** Two places in a file, the first one first; near each other more often than not. */
function part(bytes: Uint8Array, random: Seeded): readonly [from: number, to: number] {
  const from = random.below(bytes.length + 1);
  const length = random.below(3) === 0 ? random.below(bytes.length - from + 1) : random.below(12);
  return [from, Math.min(from + length, bytes.length)];
}

type Change = (bytes: Uint8Array, other: Uint8Array, random: Seeded) => Uint8Array;

const CHANGES: readonly Change[] = [
  (bytes, _other, random) => {
    const turned = bytes.slice();
    const at = random.below(turned.length + 1);
    if (at < turned.length) turned[at] = (turned[at] ?? 0) ^ (1 << random.below(8));
    return turned;
  },
  (bytes, _other, random) => bytes.subarray(0, random.below(bytes.length + 1)),
  (bytes, _other, random) => {
    const [from, to] = part(bytes, random);
    return joined(bytes.subarray(0, from), bytes.subarray(to));
  },
  (bytes, _other, random) => {
    const [from, to] = part(bytes, random);
    return joined(bytes.subarray(0, to), bytes.subarray(from));
  },
  (bytes, _other, random) => {
    const [from, to] = part(bytes, random);
    const at = random.below(bytes.length + 1);
    return joined(bytes.subarray(0, at), bytes.subarray(from, to), bytes.subarray(at));
  },
  (bytes, _other, random) => {
    const at = random.below(bytes.length + 1);
    return joined(bytes.subarray(0, at), random.pick(PIECES), bytes.subarray(at));
  },
  (bytes, _other, random) => {
    const [from, to] = part(bytes, random);
    return joined(bytes.subarray(0, from), random.pick(PIECES), bytes.subarray(to));
  },
  (bytes, other, random) => {
    const [from, to] = part(other, random);
    const at = random.below(bytes.length + 1);
    return joined(bytes.subarray(0, at), other.subarray(from, to), bytes.subarray(at));
  },
  (bytes, _other, random) => {
    const noise = Uint8Array.from({ length: random.below(8) }, () => random.below(256));
    const at = random.below(bytes.length + 1);
    return joined(bytes.subarray(0, at), noise, bytes.subarray(at));
  },
];
