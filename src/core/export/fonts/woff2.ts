import decompress from 'brotli/decompress.js';
import { byteReader, type ByteReader } from './byte-reader.ts';
import { unpackGlyphs } from './woff2-glyphs.ts';
import type { FontTables } from './sfnt.ts';

const SIGNATURE = 0x774f_4632;

/** The tables that a directory names by number (W3C, WOFF File Format 2.0, 4.1). */
const KNOWN_TAGS = (
  'cmap head hhea hmtx maxp name OS/2 post cvt  fpgm glyf loca prep CFF  VORG EBDT EBLC gasp hdmx kern LTSH PCLT VDMX vhea vmtx BASE GDEF GPOS GSUB '
  + 'EBSC JSTF MATH CBDT CBLC COLR CPAL SVG  sbix acnt avar bdat bloc bsln cvar fdsc feat fmtx fvar gvar hsty just lcar mort morx opbd prop trak Zapf Silf Glat Gloc Feat Sill'
).match(/.{4} ?/g)?.map((tag) => tag.slice(0, 4)) ?? [];

interface Entry {
  readonly tag: string;
  /** Bytes in the packed stream. */
  readonly length: number;
  readonly isTransformed: boolean;
}

function readEntry(reader: ByteReader): Entry {
  const flags = reader.u8();
  const number = flags & 0x3f;
  const tag = number === 63 ? String.fromCharCode(...reader.bytes(4)) : (KNOWN_TAGS[number] ?? '');
  const version = flags >> 6;
  const isTransformed = tag === 'glyf' || tag === 'loca' ? version === 0 : version !== 0;
  const plain = reader.base128();
  return { tag, length: isTransformed ? reader.base128() : plain, isTransformed };
}

/**
 * The tables of a WOFF2 file as those of a TrueType file (https://www.w3.org/TR/WOFF2/).
 * @throws Error for bytes that are no such file: the fonts come with the program.
 */
export function readWoff2(file: Uint8Array): FontTables {
  const reader = byteReader(file);
  if (reader.u32() !== SIGNATURE) throw new Error('a font that comes with the program is not WOFF2');
  reader.bytes(8);
  const count = reader.u16();
  reader.bytes(6);
  const packedLength = reader.u32();
  reader.bytes(24);
  const entries = Array.from({ length: count }, () => readEntry(reader));
  const length = entries.reduce((sum, entry) => sum + entry.length, 0);
  const plain = decompress(reader.bytes(packedLength), length);
  if (plain === undefined) throw new Error('a font that comes with the program cannot be unpacked');
  const data = byteReader(plain);
  const tables = new Map(entries.map(({ tag, length: size }) => [tag, data.bytes(size)]));
  const isTransformed = (tag: string): boolean => entries.some((entry) => entry.tag === tag && entry.isTransformed);
  return isTransformed('glyf') ? unpackGlyphs(tables, isTransformed('hmtx')) : tables;
}
