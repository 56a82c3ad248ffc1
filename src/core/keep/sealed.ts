import type { Json } from '../model/event.ts';
import { sumOfText } from './checksum.ts';

/** A line as it is kept, and the checksum in it. */
export interface Sealed {
  readonly line: string;
  readonly sum: string;
}

const SEALED = /^\{"sum":"(?<sum>[0-9a-f]{8})","of":(?<text>.*)\}$/su;

/**
 * Writes a value as one line of JSON with a checksum, `{"sum":"…","of":…}`: the CRC-32 of the UTF-8 bytes of what stands after `of`.
 * There is no line break in it.
 */
export function sealed(value: Json): Sealed {
  const text = JSON.stringify(value);
  const sum = sumOfText(text);
  return { line: `{"sum":"${sum}","of":${text}}`, sum };
}

/** Reads a line back; `undefined` for one that is not whole. */
export function unsealed(line: string): { readonly value: Json; readonly sum: string } | undefined {
  const { sum, text } = SEALED.exec(line)?.groups ?? {};
  if (sum === undefined || text === undefined || sumOfText(text) !== sum) return undefined;
  try {
    return { value: JSON.parse(text) as Json, sum };
  } catch {
    return undefined;
  }
}
