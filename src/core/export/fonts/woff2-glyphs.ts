import { byteReader, type ByteReader } from './byte-reader.ts';
import { indexGlyphs, simpleGlyph, type Contour } from './glyph-data.ts';
import { tableOf, viewOf, type FontTables } from './sfnt.ts';

/** The streams of a transformed `glyf` table (WOFF2, 5.1). */
interface Streams {
  readonly contours: ByteReader;
  readonly points: ByteReader;
  readonly flags: ByteReader;
  readonly glyphs: ByteReader;
  readonly composites: Uint8Array;
  readonly bitmap: Uint8Array;
  readonly boxes: ByteReader;
  readonly instructions: ByteReader;
}

/** Bits of a component (OpenType, `glyf`). */
const WORDS = 0x0001;
const SCALE = 0x0008;
const MORE = 0x0020;
const TWO_SCALES = 0x0040;
const MATRIX = 0x0080;
const INSTRUCTIONS = 0x0100;

/** Undoes what WOFF2 does to `glyf`, `loca` and, where it did, to `hmtx`. */
export function unpackGlyphs(tables: FontTables, hasPackedMetrics: boolean): FontTables {
  const reader = byteReader(tableOf(tables, 'glyf'));
  reader.bytes(4);
  const count = reader.u16();
  reader.u16();
  const lengths = Array.from({ length: 7 }, () => reader.u32());
  const [contours, points, flags, glyphs, composites, boxes, instructions] = lengths.map((length) => reader.bytes(length)) as [
    Uint8Array, Uint8Array, Uint8Array, Uint8Array, Uint8Array, Uint8Array, Uint8Array,
  ];
  const bitmapLength = 4 * Math.ceil(count / 32);
  const streams = {
    contours: byteReader(contours),
    points: byteReader(points),
    flags: byteReader(flags),
    glyphs: byteReader(glyphs),
    boxes: byteReader(boxes.subarray(bitmapLength)),
    bitmap: boxes.subarray(0, bitmapLength),
    instructions: byteReader(instructions),
    composites,
  };
  const readComposite = compositeReader(streams);
  const unpacked = Array.from({ length: count }, (_, glyph) => readGlyph(streams, glyph, readComposite));
  const { glyf, loca } = indexGlyphs(unpacked);
  const head = tableOf(tables, 'head').slice();
  viewOf(head).setInt16(50, 1);
  const whole = new Map([...tables, ['glyf', glyf], ['loca', loca], ['head', head]]);
  return hasPackedMetrics ? new Map([...whole, ['hmtx', unpackMetrics(whole, unpacked)]]) : whole;
}

function readGlyph(streams: Streams, glyph: number, readComposite: (box: Uint8Array) => Uint8Array): Uint8Array {
  const contourCount = streams.contours.i16();
  const hasBox = (((streams.bitmap[glyph >> 3] as number) >> (7 - (glyph & 7))) & 1) === 1;
  const box = hasBox ? streams.boxes.bytes(8) : undefined;
  if (contourCount === 0) return new Uint8Array();
  if (contourCount < 0) {
    if (box === undefined) throw new Error(`the composite glyph ${glyph} has no box`);
    return readComposite(box);
  }
  const counts = Array.from({ length: contourCount }, () => streams.points.short());
  const contours = readContours(streams, counts);
  return simpleGlyph(contours, streams.instructions.bytes(streams.glyphs.short()), box);
}

const signed = (flag: number, size: number): number => ((flag & 1) === 1 ? size : -size);

/** Points as steps from the one before, in 1 to 4 bytes after a flag that says how the bits are shared (WOFF2, 5.2). */
function readContours({ flags, glyphs }: Streams, counts: readonly number[]): readonly Contour[] {
  let [x, y] = [0, 0];
  const step = (flag: number): readonly [number, number] => {
    if (flag < 10) return [0, signed(flag, ((flag & 14) << 7) + glyphs.u8())];
    if (flag < 20) return [signed(flag, (((flag - 10) & 14) << 7) + glyphs.u8()), 0];
    if (flag < 84) {
      const [rest, byte] = [flag - 20, glyphs.u8()];
      return [signed(flag, 1 + (rest & 0x30) + (byte >> 4)), signed(flag >> 1, 1 + ((rest & 0x0c) << 2) + (byte & 0x0f))];
    }
    if (flag < 120) {
      const rest = flag - 84;
      const [across, down] = [glyphs.u8(), glyphs.u8()];
      return [signed(flag, 1 + (Math.floor(rest / 12) << 8) + across), signed(flag >> 1, 1 + (((rest % 12) >> 2) << 8) + down)];
    }
    if (flag < 124) {
      const [first, middle, last] = [glyphs.u8(), glyphs.u8(), glyphs.u8()];
      return [signed(flag, (first << 4) + (middle >> 4)), signed(flag >> 1, ((middle & 0x0f) << 8) + last)];
    }
    const [across, down] = [glyphs.u16(), glyphs.u16()];
    return [signed(flag, across), signed(flag >> 1, down)];
  };
  return counts.map((count) =>
    Array.from({ length: count }, () => {
      const flag = flags.u8();
      const [dx, dy] = step(flag & 0x7f);
      x += dx;
      y += dy;
      return { x, y, isOn: flag < 0x80 };
    }),
  );
}

/** Reads composite glyphs one after the other: their components stand in the stream as in a TrueType file. */
function compositeReader({ composites, glyphs, instructions }: Streams): (box: Uint8Array) => Uint8Array {
  let at = 0;
  const view = viewOf(composites);
  return (box) => {
    const from = at;
    let flags = MORE;
    let hasInstructions = false;
    while ((flags & MORE) !== 0) {
      flags = view.getUint16(at);
      hasInstructions ||= (flags & INSTRUCTIONS) !== 0;
      at += 4 + ((flags & WORDS) === 0 ? 2 : 4);
      if ((flags & SCALE) !== 0) at += 2;
      else if ((flags & TWO_SCALES) !== 0) at += 4;
      else if ((flags & MATRIX) !== 0) at += 8;
    }
    const code = hasInstructions ? instructions.bytes(glyphs.short()) : undefined;
    const codeBytes = code === undefined ? [] : [code.length >> 8, code.length & 0xff, ...code];
    return Uint8Array.from([0xff, 0xff, ...box, ...composites.subarray(from, at), ...codeBytes]);
  };
}

/** Side bearings that equal the left edge of the glyph are left out of a packed `hmtx` (WOFF2, 5.4). */
function unpackMetrics(tables: FontTables, glyphs: readonly Uint8Array[]): Uint8Array {
  const reader = byteReader(tableOf(tables, 'hmtx'));
  const flags = reader.u8();
  const wide = viewOf(tableOf(tables, 'hhea')).getUint16(34);
  const advances = Array.from({ length: wide }, () => reader.u16());
  const bytes = new Uint8Array(4 * wide + 2 * (glyphs.length - wide));
  const view = viewOf(bytes);
  glyphs.forEach((glyph, k) => {
    const isLeftOut = (flags & (k < wide ? 1 : 2)) !== 0;
    const left = isLeftOut ? (glyph.length === 0 ? 0 : viewOf(glyph).getInt16(2)) : reader.i16();
    if (k < wide) view.setUint16(4 * k, advances[k] as number);
    view.setInt16(k < wide ? 4 * k + 2 : 4 * wide + 2 * (k - wide), left);
  });
  return bytes;
}
