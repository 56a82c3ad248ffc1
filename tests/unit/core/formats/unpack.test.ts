import fc from 'fast-check';
import { gzipSync, strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { decodeUtf8, encodeUtf8 } from '../../../../src/core/base/utf8.ts';
import { unpack } from '../../../../src/core/formats/unpack.ts';
import { valueOf } from '../../../support/result.ts';

const TABLE = 'id,date,title\n1,2020-01-01,Ferry\n'.repeat(200);

const unpacked = (bytes: Uint8Array): ReturnType<typeof told> => told(bytes);
const told = (bytes: Uint8Array): { readonly text: string; readonly path: string | undefined; readonly codes: readonly string[]; readonly others: readonly string[] } => {
  const { bytes: inner, path, issues, others } = valueOf(unpack(bytes));
  return { text: decodeUtf8(inner), path, codes: issues.map(({ code }) => code), others: others.map(({ path }) => path) };
};

const errorOf = (bytes: Uint8Array): string | undefined => {
  const result = unpack(bytes);
  return result.ok ? undefined : result.error.code;
};

/** An archive whose files are stored as they are. */
const stored = (files: Readonly<Record<string, Uint8Array>>): Uint8Array => zipSync(files, { level: 0 });

describe('what is packed', () => {
  it('is told by content: anything else stays as it is', () => {
    const bytes = encodeUtf8(TABLE);
    expect(valueOf(unpack(bytes)).bytes).toBe(bytes);
    expect(unpacked(new Uint8Array())).toEqual({ text: '', path: undefined, codes: [], others: [] });
  });

  it('may be gzip, of several members', () => {
    const [half, rest] = [TABLE.slice(0, 1000), TABLE.slice(1000)].map((text) => gzipSync(strToU8(text)));
    expect(unpacked(gzipSync(strToU8(TABLE)))).toEqual({ text: TABLE, path: undefined, codes: [], others: [] });
    expect(unpacked(Uint8Array.from([...(half ?? []), ...(rest ?? [])])).text).toBe(TABLE);
  });

  it('may be zip, deflated or stored', () => {
    const files = { 'data/events.csv': strToU8(TABLE) };
    expect(unpacked(zipSync(files))).toEqual({ text: TABLE, path: 'data/events.csv', codes: [], others: [] });
    expect(unpacked(stored(files))).toEqual({ text: TABLE, path: 'data/events.csv', codes: [], others: [] });
  });

  it('may be packed again', () => {
    expect(unpacked(gzipSync(zipSync({ 'a.csv.gz': gzipSync(strToU8(TABLE)) })))).toMatchObject({ text: TABLE, path: 'a.csv.gz', codes: [] });
    const often = [1, 2, 3, 4].reduce((bytes) => gzipSync(bytes), strToU8(TABLE));
    expect(errorOf(often)).toBe('archive-empty');
  });

  it('may have something before it', () => {
    const archive = zipSync({ 'a.csv': strToU8(TABLE) });
    const local = [0x50, 0x4b, 0x03, 0x04];
    expect(unpacked(Uint8Array.from([...local, ...archive])).text).toBe(TABLE);
  });
});

describe('an archive of several files', () => {
  it('gives the largest that may be read, and names the others', () => {
    const result = unpacked(zipSync({
      'small.csv': strToU8('a,b\n1,2\n'),
      'large.csv': strToU8(TABLE),
      'picture.png': Uint8Array.from({ length: 90_000 }, (_, i) => (i * 7919) % 256),
    }));
    expect(result).toMatchObject({ text: TABLE, path: 'large.csv', codes: ['archive-others'], others: ['small.csv'] });
  });

  it('passes over what systems put there, and over what stands beside data', () => {
    const result = unpacked(zipSync({
      '__MACOSX/._a.csv': strToU8(TABLE + TABLE),
      '.DS_Store': strToU8(TABLE + TABLE),
      'README.md': strToU8(TABLE + TABLE),
      'a.csv': strToU8(TABLE),
    }));
    expect(result).toEqual({ text: TABLE, path: 'a.csv', codes: [], others: [] });
    expect(unpacked(zipSync({ 'README.md': strToU8('# Words') })).text).toBe('# Words');
  });

  it('gives the main file of a map first', () => {
    expect(unpacked(zipSync({ 'doc.kml': strToU8('<kml/>'), 'files/points.csv': strToU8(TABLE) }))).toMatchObject({ text: '<kml/>', path: 'doc.kml' });
  });

  it('is a workbook, when it says so, and stays as it is', () => {
    const book = zipSync({ '[Content_Types].xml': strToU8('<Types/>'), 'xl/workbook.xml': strToU8('<workbook/>') });
    expect(valueOf(unpack(book)).bytes).toBe(book);
  });

  it('without anything to read is refused', () => {
    expect(errorOf(zipSync({}))).toBe('archive-empty');
    expect(errorOf(zipSync({ 'a/': new Uint8Array(), 'b.bin': Uint8Array.from({ length: 5000 }, (_, i) => (i * 7919) % 256) }))).toBe('archive-empty');
  });

  it('locked with a password is refused with a sentence of its own', () => {
    const archive = zipSync({ 'a.csv': strToU8(TABLE) });
    const view = new DataView(archive.buffer, archive.byteOffset, archive.byteLength);
    for (let at = 0; at + 4 < archive.length; at += 1) {
      if (view.getUint32(at, true) === 0x02014b50) view.setUint16(at + 8, 1, true);
    }
    expect(errorOf(archive)).toBe('archive-locked');
  });
});

describe('a damaged archive', () => {
  it('of gzip gives what stands before the damage', () => {
    const whole = gzipSync(strToU8(TABLE.repeat(50) + Math.PI));
    const result = unpacked(whole.subarray(0, Math.floor(whole.length * 0.7)));
    expect(result.codes).toEqual(['archive-damaged']);
    expect(result.text.length).toBeGreaterThan(0);
    expect(`${TABLE.repeat(50)}${Math.PI}`.startsWith(result.text)).toBe(true);
  });

  it('of zip is read by what stands before each file, where its end is missing', () => {
    const archive = zipSync({ 'a.csv': strToU8('a,b\n'), 'b.csv': strToU8(TABLE) });
    expect(unpacked(archive.subarray(0, archive.length - 40))).toMatchObject({ text: TABLE, codes: ['archive-damaged', 'archive-others'] });
    expect(unpacked(stored({ 'a.csv': strToU8(TABLE) }).subarray(0, 3000))).toMatchObject({ text: TABLE.slice(0, 3000 - 35), codes: ['archive-damaged'] });
  });

  it('never throws, whatever it holds', () => {
    const archives = [gzipSync(strToU8(TABLE)), zipSync({ 'a.csv': strToU8(TABLE), 'b/c.txt': strToU8('words') })];
    const damage = fc.tuple(fc.constantFrom(...archives), fc.array(fc.tuple(fc.nat(2000), fc.integer({ min: 0, max: 255 })), { maxLength: 12 }), fc.nat(3000));
    fc.assert(
      fc.property(damage, ([archive, changes, length]) => {
        const bytes = archive.slice(0, Math.max(length, 4));
        for (const [at, byte] of changes) if (at < bytes.length) bytes[at] = byte;
        const result = unpack(bytes);
        expect(result.ok ? result.value.bytes.length : result.error.severity).not.toBe('warning');
      }),
      { numRuns: 1500 },
    );
  });
});

describe('an archive that is made to fill the memory', () => {
  it('is refused before it does', () => {
    const member = gzipSync(new Uint8Array(6 * 2 ** 20), { level: 9 });
    const bomb = Uint8Array.from({ length: 10 * member.length }, (_, at) => member[at % member.length] ?? 0);
    expect(bomb.length).toBeLessThan(70_000);
    expect(errorOf(bomb)).toBe('archive-too-dense');
  });
});
