import { decodeUtf8, encodeUtf8 } from '../base/utf8.ts';
import type { CountriesFile, LabelsFile, OverlayFile } from './build-base-map.ts';
import type { Topology } from './topology.ts';

/** The files of a base map in full: see `data/basemap`. */
export interface WholeBaseMap {
  readonly countries: CountriesFile;
  readonly overlay: OverlayFile;
  readonly labels: LabelsFile;
}

/** Bytes of the number at the beginning, which says how long the text after it is. */
const HEAD = 4;

/**
 * Packs the files of a base map into fewer bytes than their text has, and into many fewer once these are compressed: the length of a text as
 * a 32-bit number, lowest byte first; the files as JSON without their arcs; and the arcs of the countries and of the overlay as numbers of
 * seven bits a byte, lowest first, with the sign in the lowest bit (LEB128 and zigzag, as in https://protobuf.dev/programming-guides/encoding/):
 * how many arcs there are, and for each how many points and the steps from point to point.
 */
export function packBaseMapFiles({ countries, overlay, labels }: WholeBaseMap): Uint8Array<ArrayBuffer> {
  const text = encodeUtf8(JSON.stringify({ countries: withArcs(countries, []), overlay: withArcs(overlay, []), labels }));
  const numbers: number[] = [];
  for (const { arcs } of [countries, overlay]) {
    writeNumber(numbers, arcs.length);
    for (const arc of arcs) {
      writeNumber(numbers, arc.length);
      for (const step of arc) for (const part of step) writeNumber(numbers, part);
    }
  }
  const bytes = new Uint8Array(HEAD + text.length + numbers.length);
  new DataView(bytes.buffer).setUint32(0, text.length, true);
  bytes.set(text, HEAD);
  bytes.set(numbers, HEAD + text.length);
  return bytes;
}

/** Unpacks what `packBaseMapFiles` has packed. */
export function unpackBaseMapFiles(bytes: Uint8Array): WholeBaseMap {
  const length = new DataView(bytes.buffer, bytes.byteOffset).getUint32(0, true);
  // A file of this program: its shape is known.
  const { countries, overlay, labels } = JSON.parse(decodeUtf8(bytes.subarray(HEAD, HEAD + length))) as WholeBaseMap;
  const read = numberReader(bytes.subarray(HEAD + length));
  const readArcs = (): Topology<unknown>['arcs'] => Array.from({ length: read() }, () => Array.from({ length: read() }, () => [read(), read()] as const));
  return { countries: withArcs(countries, readArcs()), overlay: withArcs(overlay, readArcs()), labels };
}

const withArcs = <P>(topology: Topology<P>, arcs: Topology<P>['arcs']): Topology<P> => ({ ...topology, arcs });

function writeNumber(bytes: number[], value: number): void {
  let rest = value < 0 ? -2 * value - 1 : 2 * value;
  for (; rest >= 0x80; rest = Math.floor(rest / 0x80)) bytes.push((rest % 0x80) + 0x80);
  bytes.push(rest);
}

function numberReader(bytes: Uint8Array): () => number {
  let at = 0;
  return () => {
    let value = 0;
    for (let weight = 1; ; weight *= 0x80) {
      const byte = bytes[at] ?? 0;
      at += 1;
      value += (byte % 0x80) * weight;
      if (byte < 0x80) return value % 2 === 0 ? value / 2 : -(value + 1) / 2;
    }
  };
}
