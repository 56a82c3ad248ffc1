import { strToU8, Zlib, zlibSync } from 'fflate';
import type { Size } from '../../base/geometry.ts';
import { PNG_STORY } from '../../formats/picture-story.ts';
import { joinBytes } from '../fonts/glyph-data.ts';
import { viewOf } from '../fonts/sfnt.ts';
import { crc32 } from './crc32.ts';
import { rowFilter } from './row-filter.ts';

/** What a PNG file says beside its pixels. */
export interface PngFacts {
  /** Pixels of the file. */
  readonly size: Size;
  /** Pixels of the file for each pixel of the figure, of which there are 96 in an inch. */
  readonly scale: number;
  readonly title: string;
  readonly description?: string | undefined;
  /** The text of a native file, from which the picture can be opened again. */
  readonly story?: string | undefined;
}

/** Takes the pixels of a picture from the top down. */
export interface PngEncoder {
  /** Adds whole rows of opaque pixels: red, green, blue and alpha of each. */
  readonly addRows: (pixels: Uint8Array | Uint8ClampedArray) => void;
  /** Ends the file; throws when rows are missing. */
  readonly finish: () => void;
}

const SIGNATURE = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);
const CHANNELS = 3;
const PIXELS_PER_METRE = 96 / 0.0254;

/** A chunk: its length, four letters, its data and their checksum (W3C, PNG, 5.3). */
export function pngChunk(kind: string, data: Uint8Array): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(12 + data.length);
  const view = viewOf(bytes);
  view.setUint32(0, data.length);
  bytes.set(strToU8(kind), 4);
  bytes.set(data, 8);
  view.setUint32(8 + data.length, crc32(bytes.subarray(4, 8 + data.length)));
  return bytes;
}

/** Words of any script under a keyword (11.3.3.4). */
const textChunk = (keyword: string, text: string): Uint8Array => pngChunk('iTXt', strToU8(`${keyword}\0\0\0\0\0${text}`));

/** The same, packed by zlib. */
const packedTextChunk = (keyword: string, text: string): Uint8Array => pngChunk('iTXt', joinBytes([strToU8(`${keyword}\0\u0001\0\0\0`), zlibSync(strToU8(text))]));

function header({ width, height }: Size): Uint8Array {
  const data = new Uint8Array(13);
  viewOf(data).setUint32(0, width);
  viewOf(data).setUint32(4, height);
  // Eight bits of red, green and blue.
  data.set([8, 2], 8);
  return data;
}

/** How large the picture is in print (11.3.4.3). */
function density(scale: number): Uint8Array {
  const data = new Uint8Array(9);
  const perMetre = Math.round(scale * PIXELS_PER_METRE);
  viewOf(data).setUint32(0, perMetre);
  viewOf(data).setUint32(4, perMetre);
  data[8] = 1;
  return data;
}

/**
 * Writes a PNG file row by row, so that the picture is never held as a whole. The same rows and facts give the same bytes on every machine.
 * @param emit takes the bytes of the file piece by piece.
 */
export function pngEncoder({ size, scale, title, description, story }: PngFacts, emit: (bytes: Uint8Array<ArrayBuffer>) => void): PngEncoder {
  emit(
    joinBytes([
      SIGNATURE,
      pngChunk('IHDR', header(size)),
      pngChunk('sRGB', Uint8Array.of(0)),
      pngChunk('pHYs', density(scale)),
      textChunk('Title', title),
      ...(description === undefined ? [] : [textChunk('Description', description)]),
      ...(story === undefined ? [] : [packedTextChunk(PNG_STORY, story)]),
    ]),
  );
  const packed = new Zlib({ level: 6 }, (data) => {
    if (data.length > 0) emit(pngChunk('IDAT', data));
  });
  const filter = rowFilter(size.width * CHANNELS, CHANNELS);
  let left = size.height;
  return {
    addRows: (pixels) => {
      const count = pixels.length / (4 * size.width);
      if (!Number.isInteger(count) || count > left) throw new RangeError(`${pixels.length} bytes are no rows of ${size.width} pixels, or more than the ${left} that are left`);
      const rows = new Uint8Array(count * (1 + size.width * CHANNELS));
      const row = new Uint8Array(size.width * CHANNELS);
      for (let k = 0; k < count; k++) {
        for (let from = k * size.width * 4, to = 0; to < row.length; from += 4, to += CHANNELS) {
          row[to] = pixels[from] as number;
          row[to + 1] = pixels[from + 1] as number;
          row[to + 2] = pixels[from + 2] as number;
        }
        filter(row, rows.subarray(k * (1 + row.length), (k + 1) * (1 + row.length)));
      }
      left -= count;
      packed.push(rows, left === 0);
    },
    finish: () => {
      if (left > 0) throw new Error(`${left} rows of the picture are missing`);
      emit(pngChunk('IEND', new Uint8Array()));
    },
  };
}
