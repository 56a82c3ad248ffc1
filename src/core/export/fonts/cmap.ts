import { viewOf } from './sfnt.ts';

const NEVER_MAPPED = 0xffff;
/** Platform and encoding of the subtables that speak Unicode: Windows, full or its first plane. */
const WINDOWS = 3;

/** The glyphs that a font has for some characters, by code point (OpenType, `cmap`, formats 4 and 12). */
export function readCmap(table: Uint8Array, codes: Iterable<number>): ReadonlyMap<number, number> {
  const view = viewOf(table);
  const starts = Array.from({ length: view.getUint16(2) }, (_, k) => ({ platform: view.getUint16(4 + 8 * k), at: view.getUint32(8 + 8 * k) }))
    .filter(({ platform }) => platform === WINDOWS || platform === 0)
    .map(({ at }) => at);
  const glyphs = new Map<number, number>();
  for (const code of codes) {
    for (const at of starts) {
      const glyph = view.getUint16(at) === 12 ? inGroups(view, at, code) : view.getUint16(at) === 4 ? inSegments(view, at, code) : 0;
      if (glyph === 0) continue;
      glyphs.set(code, glyph);
      break;
    }
  }
  return glyphs;
}

function inSegments(view: DataView, at: number, code: number): number {
  const size = view.getUint16(at + 6);
  for (let k = 0; k < size; k += 2) {
    if (code > view.getUint16(at + 14 + k)) continue;
    const first = view.getUint16(at + 16 + size + k);
    if (code < first) return 0;
    const delta = view.getUint16(at + 16 + 2 * size + k);
    const rangeAt = at + 16 + 3 * size + k;
    const range = view.getUint16(rangeAt);
    if (range === 0) return (code + delta) & 0xffff;
    const glyph = view.getUint16(rangeAt + range + 2 * (code - first));
    return glyph === 0 ? 0 : (glyph + delta) & 0xffff;
  }
  return 0;
}

function inGroups(view: DataView, at: number, code: number): number {
  const count = view.getUint32(at + 12);
  for (let k = 0; k < count; k++) {
    const group = at + 16 + 12 * k;
    if (code >= view.getUint32(group) && code <= view.getUint32(group + 4)) return view.getUint32(group + 8) + code - view.getUint32(group);
  }
  return 0;
}

/** Characters that follow each other as their glyphs do. */
interface Run {
  readonly first: number;
  readonly last: number;
  readonly glyph: number;
}

function runsOf(glyphs: ReadonlyMap<number, number>): readonly Run[] {
  const runs: Run[] = [];
  for (const [code, glyph] of [...glyphs].toSorted(([a], [b]) => a - b)) {
    const run = runs.at(-1);
    if (run !== undefined && code === run.last + 1 && glyph === run.glyph + code - run.first) runs[runs.length - 1] = { ...run, last: code };
    else runs.push({ first: code, last: code, glyph });
  }
  return runs;
}

/** A `cmap` that knows these characters alone: in format 4 for the first plane of Unicode, which every program reads, and in 12 for all. */
export function writeCmap(glyphs: ReadonlyMap<number, number>): Uint8Array {
  const runs = runsOf(glyphs);
  const segments = [...runs.filter(({ last }) => last < NEVER_MAPPED), { first: NEVER_MAPPED, last: NEVER_MAPPED, glyph: 0 }];
  const [short, long] = [16 + 8 * segments.length, 16 + 12 * runs.length];
  const bytes = new Uint8Array(20 + short + long);
  const view = viewOf(bytes);
  view.setUint16(2, 2);
  [[1, 20], [10, 20 + short]].forEach(([encoding = 0, at = 0], k) => {
    view.setUint16(4 + 8 * k, WINDOWS);
    view.setUint16(6 + 8 * k, encoding);
    view.setUint32(8 + 8 * k, at);
  });
  writeSegments(new DataView(bytes.buffer, 20, short), segments);
  writeGroups(new DataView(bytes.buffer, 20 + short, long), runs);
  return bytes;
}

function writeSegments(view: DataView, segments: readonly Run[]): void {
  const count = segments.length;
  const power = 2 ** Math.floor(Math.log2(count));
  [4, view.byteLength, 0, 2 * count, 2 * power, Math.log2(power), 2 * (count - power)].forEach((value, k) => view.setUint16(2 * k, value));
  segments.forEach(({ first, last, glyph }, k) => {
    view.setUint16(14 + 2 * k, last);
    view.setUint16(16 + 2 * (count + k), first);
    view.setUint16(16 + 2 * (2 * count + k), first === NEVER_MAPPED ? 1 : (glyph - first) & 0xffff);
  });
}

function writeGroups(view: DataView, runs: readonly Run[]): void {
  view.setUint16(0, 12);
  view.setUint32(4, view.byteLength);
  view.setUint32(12, runs.length);
  runs.forEach(({ first, last, glyph }, k) => [first, last, glyph].forEach((value, field) => view.setUint32(16 + 12 * k + 4 * field, value)));
}
