import { decodeUtf8 } from '../base/utf8.ts';
import { err, ok, type Result } from '../base/result.ts';
import type { Issue } from '../model/issue.ts';
import { inflate, type Inflated } from './inflate.ts';

/** A file in an archive. */
export interface ZipMember {
  readonly path: string;
  /** Number of bytes once unpacked, as the archive says. */
  readonly size: number;
  /** Unpacks it, or its first bytes. The error says that it is locked, packed in an unknown way, or too large. */
  readonly read: (most?: number) => Result<Inflated, Issue>;
}

/** Signatures and lengths of the parts of an archive. Source: APPNOTE.TXT of PKWARE, 4.3. */
const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
const END_64 = 0x06064b50;
const LOCATOR_64 = 0x07064b50;
const [LOCAL_LENGTH, CENTRAL_LENGTH, END_LENGTH, LOCATOR_LENGTH] = [30, 46, 22, 20] as const;
const LONGEST_COMMENT = 0xffff;

const [STORED, DEFLATED] = [0, 8] as const;
const [LOCKED, SIZE_FOLLOWS] = [0x1, 0x8] as const;
/** A field of 32 bits whose value stands in 64 bits among the extra fields. */
const ELSEWHERE = 0xffffffff;
const EXTRA_64 = 0x0001;

/** More members than these are not looked at. */
const MOST_MEMBERS = 10_000;

/** Whether bytes begin as a zip archive does. */
export const looksLikeZip = (bytes: Uint8Array): boolean => {
  const signature = bytes.length < 4 ? 0 : viewOf(bytes).getUint32(0, true);
  return signature === LOCAL || signature === END;
};

/** The files in a zip archive, without folders: by its directory, or, where that is missing, by what stands before each file. */
export function membersOfZip(bytes: Uint8Array): { readonly members: readonly ZipMember[]; readonly isWhole: boolean } {
  const listed = fromDirectory(bytes);
  const members = (listed ?? fromLocalHeaders(bytes)).filter(({ path }) => !path.endsWith('/'));
  return { members, isWhole: listed !== undefined };
}

const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

interface Stored {
  readonly path: string;
  readonly method: number;
  readonly flags: number;
  readonly packed: number;
  readonly size: number;
  /** Where what is packed begins. */
  readonly data: number;
}

function fromDirectory(bytes: Uint8Array): readonly ZipMember[] | undefined {
  const view = viewOf(bytes);
  const end = endOfDirectory(view);
  if (end === undefined) return undefined;
  const { count, start, shift } = end;
  const members: ZipMember[] = [];
  let at = start + shift;
  for (let n = 0; n < Math.min(count, MOST_MEMBERS); n += 1) {
    if (at < 0 || at + CENTRAL_LENGTH > view.byteLength || view.getUint32(at, true) !== CENTRAL) return n === 0 ? undefined : members;
    const [nameLength, extraLength, commentLength] = [view.getUint16(at + 28, true), view.getUint16(at + 30, true), view.getUint16(at + 32, true)];
    const name = at + CENTRAL_LENGTH;
    const long = longFields(view, at, name + nameLength, extraLength);
    const local = long.offset + shift;
    if (local >= 0 && local + LOCAL_LENGTH <= view.byteLength && view.getUint32(local, true) === LOCAL) {
      const data = local + LOCAL_LENGTH + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
      members.push(memberOf(bytes, {
        path: pathIn(bytes, name, nameLength),
        flags: view.getUint16(at + 8, true),
        method: view.getUint16(at + 10, true),
        packed: long.packed,
        size: long.size,
        data,
      }));
    }
    at = name + nameLength + extraLength + commentLength;
  }
  return members;
}

/** Where the directory is. `shift`: what stands before the archive in the file, such as a program that unpacks it. */
function endOfDirectory(view: DataView): { readonly count: number; readonly start: number; readonly shift: number } | undefined {
  const last = view.byteLength - END_LENGTH;
  for (let at = last; at >= Math.max(0, last - LONGEST_COMMENT); at -= 1) {
    if (view.getUint32(at, true) !== END) continue;
    const [count, size, start] = [view.getUint16(at + 10, true), view.getUint32(at + 12, true), view.getUint32(at + 16, true)];
    const locator = at - LOCATOR_LENGTH;
    if (start !== ELSEWHERE && count !== 0xffff) return { count, start, shift: at - size - start };
    if (locator < 0 || view.getUint32(locator, true) !== LOCATOR_64) return { count, start, shift: 0 };
    const end64 = Number(view.getBigUint64(locator + 8, true));
    if (end64 + 56 > view.byteLength || view.getUint32(end64, true) !== END_64) return undefined;
    return { count: Number(view.getBigUint64(end64 + 32, true)), start: Number(view.getBigUint64(end64 + 48, true)), shift: 0 };
  }
  return undefined;
}

/** Sizes and offset of a member of the directory, which stand in its extra fields where they need more than 32 bits. */
function longFields(view: DataView, at: number, extra: number, length: number): { readonly size: number; readonly packed: number; readonly offset: number } {
  const fields = [view.getUint32(at + 24, true), view.getUint32(at + 20, true), view.getUint32(at + 42, true)];
  const stop = Math.min(extra + length, view.byteLength);
  for (let next = extra; next + 4 <= stop; next += 4 + view.getUint16(next + 2, true)) {
    if (view.getUint16(next, true) !== EXTRA_64) continue;
    let value = next + 4;
    for (const [index, field] of fields.entries()) {
      if (field !== ELSEWHERE || value + 8 > stop) continue;
      fields[index] = Number(view.getBigUint64(value, true));
      value += 8;
    }
  }
  const [size = 0, packed = 0, offset = 0] = fields;
  return { size, packed, offset };
}

const pathIn = (bytes: Uint8Array, at: number, length: number): string => decodeUtf8(bytes.subarray(at, at + length)).replaceAll('\\', '/');

/** The members of an archive whose end is missing: each stands between its own header and the next. */
function fromLocalHeaders(bytes: Uint8Array): readonly ZipMember[] {
  const view = viewOf(bytes);
  const members: ZipMember[] = [];
  let at = nextHeader(bytes, 0);
  while (at + LOCAL_LENGTH <= bytes.length && members.length < MOST_MEMBERS) {
    const [flags, method, packed, size] = [view.getUint16(at + 6, true), view.getUint16(at + 8, true), view.getUint32(at + 18, true), view.getUint32(at + 22, true)];
    const nameLength = view.getUint16(at + 26, true);
    const data = at + LOCAL_LENGTH + nameLength + view.getUint16(at + 28, true);
    const isTold = (flags & SIZE_FOLLOWS) === 0 && packed !== ELSEWHERE;
    const next = isTold ? data + packed : nextHeader(bytes, data);
    members.push(memberOf(bytes, { path: pathIn(bytes, at + LOCAL_LENGTH, nameLength), flags, method, data, packed: next - data, size: isTold ? size : next - data }));
    at = nextHeader(bytes, next);
  }
  return members;
}

/** The position of the next header of a member or of the directory; the length of the file if there is none. */
function nextHeader(bytes: Uint8Array, from: number): number {
  for (let at = bytes.indexOf(0x50, from); at >= 0; at = bytes.indexOf(0x50, at + 1)) {
    if (bytes[at + 1] === 0x4b && bytes[at + 2] === 0x03 && bytes[at + 3] === 0x04) return at;
    if (bytes[at + 1] === 0x4b && bytes[at + 2] === 0x01 && bytes[at + 3] === 0x02) break;
  }
  return bytes.length;
}

function memberOf(bytes: Uint8Array, { path, flags, method, packed, size, data }: Stored): ZipMember {
  const read = (most = Infinity): Result<Inflated, Issue> => {
    if ((flags & LOCKED) !== 0) return err({ code: 'archive-locked', severity: 'error', place: {}, value: path });
    const stretch = bytes.subarray(data, data + packed);
    if (method === STORED) return ok({ bytes: stretch.subarray(0, most), isWhole: stretch.length === packed });
    if (method !== DEFLATED) return err({ code: 'archive-damaged', severity: 'error', place: {}, value: path });
    const inflated = inflate(stretch, 'deflate', Math.min(size, most), most);
    return inflated.ok && stretch.length < packed ? ok({ ...inflated.value, isWhole: false }) : inflated;
  };
  return { path, size, read };
}
