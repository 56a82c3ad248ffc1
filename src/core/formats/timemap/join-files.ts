import { decodeUtf8, encodeUtf8 } from '../../base/utf8.ts';
import { beginningOf } from '../json-cut.ts';
import { timemapRole, type TimemapRole } from '../timemap.ts';
import type { Unpacked } from '../unpack.ts';

/** Most bytes of a file that is joined with others, and most files that are looked at. */
const [LARGEST, MOST] = [64 * 2 ** 20, 12] as const;

/** How much of a file tells what it holds. */
const HEAD = 64 * 1024;

/**
 * The three files of TimeMap that stand together in an archive – events, associations and sources – as one, in which the events keep their lines; anything else as it is.
 */
export function joinTimemap(unpacked: Unpacked): Unpacked {
  if (unpacked.others.length === 0 || unpacked.others.length > MOST) return unpacked;
  const parts = new Map<TimemapRole, string>();
  let joined = 0;
  const add = (bytes: Uint8Array): void => {
    const role = timemapRole(beginningOf(decodeUtf8(bytes.subarray(0, HEAD))));
    if (role === undefined || parts.has(role)) return;
    parts.set(role, decodeUtf8(bytes).trim());
    joined += 1;
  };
  if (unpacked.bytes.length > LARGEST) return unpacked;
  add(unpacked.bytes);
  if (joined === 0) return unpacked;
  for (const { size, read } of unpacked.others) {
    const inflated = size > LARGEST ? undefined : read();
    if (inflated?.ok === true) add(inflated.value.bytes);
  }
  const events = parts.get('events');
  if (events === undefined || joined < 2) return unpacked;
  const rest = (['associations', 'sources'] as const).flatMap((role) => (parts.has(role) ? [`,\n"${role}":${parts.get(role) ?? ''}`] : []));
  const isAll = joined === unpacked.others.length + 1;
  return {
    ...unpacked,
    bytes: encodeUtf8(`{"events":${events}${rest.join('')}}`),
    issues: isAll ? unpacked.issues.filter(({ code }) => code !== 'archive-others') : unpacked.issues,
  };
}
