import { err, ok, type Result } from '../base/result.ts';
import type { Issue } from '../model/issue.ts';
import { inflate } from './inflate.ts';
import { looksLikeZip, membersOfZip, type ZipMember } from './zip.ts';

/** A file as it is read: unpacked, if it was packed. */
export interface Unpacked {
  readonly bytes: Uint8Array;
  /** Where in its archive it stood; `undefined` for a file that was in none. */
  readonly path: string | undefined;
  /** Other files of the archive that may be read. */
  readonly others: readonly ZipMember[];
  readonly issues: readonly Issue[];
}

/** So often something packed may be packed again. */
const DEEPEST = 3;

/**
 * Unpacks a file that is packed by gzip or zip, which is told by its content; others are returned as they are, and so are workbooks, which are archives
 * of their own. Of an archive of several files the main one of a map is taken, else the largest that may be read. What is damaged is unpacked
 * as far as it can be, with an issue. The error is the reason why nothing is there to read.
 */
export const unpack = (file: Uint8Array): Result<Unpacked, Issue> => unpackAt(file, undefined, 0);

function unpackAt(bytes: Uint8Array, path: string | undefined, depth: number): Result<Unpacked, Issue> {
  const isPacked = looksLikeGzip(bytes) || looksLikeZip(bytes);
  if (!isPacked) return ok({ bytes, path, others: [], issues: [] });
  if (depth === DEEPEST) return err({ code: 'archive-empty', severity: 'error', place: {} });
  if (looksLikeZip(bytes)) return unpackZip(bytes, path, depth);
  const inflated = inflate(bytes, 'gzip', statedSize(bytes));
  if (!inflated.ok) return inflated;
  const { bytes: inner, isWhole } = inflated.value;
  if (inner.length === 0) return err(isWhole ? { code: 'file-empty', severity: 'error', place: {} } : damaged(path ?? '', 'error'));
  return told(unpackAt(inner, path, depth + 1), isWhole ? [] : [damaged(path ?? '')]);
}

const looksLikeGzip = (bytes: Uint8Array): boolean => bytes[0] === 0x1f && bytes[1] === 0x8b && bytes[2] === 0x08;

/** How many bytes a gzip file says to become: the last four of it, the least first. Source: RFC 1952, 2.3.1. */
function statedSize(bytes: Uint8Array): number {
  const at = bytes.length - 4;
  return at < 0 ? 0 : new DataView(bytes.buffer, bytes.byteOffset + at, 4).getUint32(0, true);
}

const damaged = (value: string, severity: Issue['severity'] = 'warning'): Issue => ({ code: 'archive-damaged', severity, place: {}, value });

const told = (unpacked: Result<Unpacked, Issue>, issues: readonly Issue[]): Result<Unpacked, Issue> =>
  unpacked.ok ? ok({ ...unpacked.value, issues: [...issues, ...unpacked.value.issues] }) : unpacked;

/** Parts of documents of Open Packaging, such as workbooks. */
const CONTENT_TYPES = '[Content_Types].xml';

function unpackZip(bytes: Uint8Array, path: string | undefined, depth: number): Result<Unpacked, Issue> {
  const { members, isWhole } = membersOfZip(bytes);
  if (members.some((member) => member.path === CONTENT_TYPES)) return ok({ bytes, path, others: [], issues: [] });
  const candidates = members.filter((member) => !isHidden(member.path)).sort(byLikelihood);
  let refusal: Issue | undefined;
  for (const [position, member] of candidates.entries()) {
    const head = member.read(HEAD);
    if (!head.ok) refusal ??= head.error;
    if (!head.ok || !isReadable(head.value.bytes)) continue;
    const whole = member.read();
    if (!whole.ok) return whole;
    const rest = candidates.slice(position + 1).filter(({ path }) => !isBeside(path));
    const issues = isWhole && whole.value.isWhole ? [] : [damaged(member.path)];
    const unpacked = unpackAt(whole.value.bytes, path === undefined ? member.path : `${path}/${member.path}`, depth + 1);
    if (!unpacked.ok) {
      refusal ??= unpacked.error;
      continue;
    }
    return told(ok({ ...unpacked.value, others: [...unpacked.value.others, ...rest] }), [...issues, ...othersOf(member, rest)]);
  }
  return err(refusal ?? { code: 'archive-empty', severity: 'error', place: {} });
}

const othersOf = (read: ZipMember, others: readonly ZipMember[]): readonly Issue[] => {
  const [first] = others;
  if (first === undefined) return [];
  return [{ code: 'archive-others', severity: 'warning', place: {}, value: first.path, parameters: { read: read.path, others: others.length } }];
};

/** What operating systems put into archives for themselves. */
const isHidden = (path: string): boolean => path.split('/').some((part) => part.startsWith('.') || part === '__MACOSX' || part === 'Thumbs.db');

/** What stands beside data: read only if there is nothing else. */
const isBeside = (path: string): boolean => /(?:^|\/)(?:read.?me|licen[cs]e|copying|changelog|metadata)[^/]*$|\.(?:md|pdf|html?|css|js|png|jpe?g|gif|svg|docx?|prj|qpj|cpg)$/i.test(path);

/** The main file of a packed map. Source: KML 2.2 (OGC 07-147r2), C.4. */
const isMainMap = (path: string): boolean => path.toLowerCase() === 'doc.kml';

const byLikelihood = (a: ZipMember, b: ZipMember): number =>
  Number(isMainMap(b.path)) - Number(isMainMap(a.path)) || Number(isBeside(a.path)) - Number(isBeside(b.path)) || b.size - a.size;

/** How much of a file is looked at to tell whether it may be read. */
const HEAD = 4096;

/** Whether bytes begin with the byte order mark of UTF-16, either way round. */
const hasWideMark = (bytes: Uint8Array): boolean => (bytes[0] === 0xfe && bytes[1] === 0xff) || (bytes[0] === 0xff && bytes[1] === 0xfe);

/** Whether bytes are text of any encoding, or packed text: pictures and programs have many control characters, and no UTF-16 with its zeros in one half. */
function isReadable(head: Uint8Array): boolean {
  if (head.length === 0) return false;
  if (looksLikeGzip(head) || looksLikeZip(head) || hasWideMark(head)) return true;
  const zeros = [0, 0];
  let controls = 0;
  for (const [at, byte] of head.entries()) {
    if (byte === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1;
    else if (byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0d) controls += 1;
  }
  const [even = 0, odd = 0] = zeros;
  const isWide = Math.max(even, odd) * 3 > head.length / 2 && Math.min(even, odd) * 20 <= Math.max(even, odd);
  return controls * 50 <= head.length && (isWide || (even + odd) * 50 <= head.length);
}
