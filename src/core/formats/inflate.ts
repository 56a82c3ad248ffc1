import { Gunzip, Inflate } from 'fflate';
import { err, ok, type Result } from '../base/result.ts';
import type { Issue } from '../model/issue.ts';

/** What could be unpacked of something packed. */
export interface Inflated {
  readonly bytes: Uint8Array;
  /** Whether it ends where it should, and nothing on the way was damaged. */
  readonly isWhole: boolean;
}

/** Most bytes that are unpacked: the engines of browsers hold no more in one piece everywhere. */
export const MOST_UNPACKED = 2 ** 31 - 1;

const MEBIBYTE = 2 ** 20;

/** From so many bytes on, nothing real is packed to less than a thousandth. Deflate itself reaches 1032:1. */
const [DENSE_FROM, DENSITY] = [50 * MEBIBYTE, 1000] as const;

/** How many packed bytes are unpacked at once. */
const AT_ONCE = 64 * 1024;

/**
 * Unpacks bytes that were packed by deflate, bare (RFC 1951) or as gzip (RFC 1952; several members make one file). `expected` is how many bytes they say to
 * become, `most` where to stop. What is damaged is unpacked as far as it can be; the error says that it is too large or too dense.
 */
export function inflate(packed: Uint8Array, kind: 'deflate' | 'gzip', expected: number, most: number = MOST_UNPACKED): Result<Inflated, Issue> {
  const target = growingBytes(Math.min(expected, most, packed.length * DENSITY));
  if (target === undefined) return err(tooLarge());
  const stream = kind === 'gzip' ? new Gunzip() : new Inflate();
  let isFull = false;
  let isFinal = false;
  stream.ondata = (bytes, final) => {
    isFinal ||= final;
    if (!isFull) isFull = !target.append(bytes);
  };
  for (let at = 0; at < packed.length && target.length < most; at += AT_ONCE) {
    const isLast = at + AT_ONCE >= packed.length;
    try {
      stream.push(packed.subarray(at, at + AT_ONCE), isLast);
    } catch {
      return ok({ bytes: target.finish(most), isWhole: false });
    }
    if (isFull || target.length > MOST_UNPACKED) return err(tooLarge());
    if (target.length > DENSE_FROM && target.length > DENSITY * Math.min(at + AT_ONCE, packed.length)) {
      return err({ code: 'archive-too-dense', severity: 'error', place: {}, parameters: { times: DENSITY } });
    }
  }
  return ok({ bytes: target.finish(most), isWhole: isFinal });
}

const tooLarge = (): Issue => ({ code: 'file-too-large', severity: 'error', place: {}, parameters: { limit: '2 GB' } });

/** One piece of memory that grows; `undefined` and `false` tell that there is no more. */
function growingBytes(expected: number): { readonly length: number; readonly append: (bytes: Uint8Array) => boolean; readonly finish: (most: number) => Uint8Array } | undefined {
  let held = allocated(Math.max(expected, AT_ONCE));
  if (held === undefined) return undefined;
  let used = 0;
  return {
    get length() {
      return used;
    },
    append: (bytes) => {
      if (held === undefined) return false;
      if (used + bytes.length > held.length) {
        const larger = allocated(Math.max(used + bytes.length, Math.min(2 * held.length, held.length + 256 * MEBIBYTE)));
        if (larger === undefined) return false;
        larger.set(held.subarray(0, used));
        held = larger;
      }
      held.set(bytes, used);
      used += bytes.length;
      return true;
    },
    finish: (most) => (held as Uint8Array).subarray(0, Math.min(used, most)),
  };
}

function allocated(length: number): Uint8Array | undefined {
  if (length > MOST_UNPACKED) return undefined;
  try {
    return new Uint8Array(length);
  } catch {
    return undefined;
  }
}
