import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encodeUtf8 } from '../../../../src/core/base/utf8.ts';
import { crcOf, sumOf } from '../../../../src/core/keep/checksum.ts';
import { sealed } from '../../../../src/core/keep/sealed.ts';
import { bodyOf, partsOf, readHead, writeSnapshot } from '../../../../src/core/keep/snapshot.ts';

const HEAD = {
  story: 'one',
  seq: 7,
  end: 'abc',
  about: { title: 'A story', events: 3, changed: 1_750_000_000_000 },
  fileName: 'a.geojson',
  isDeleted: false,
  drafts: [['e1', 'text']] as const,
};

const joined = (parts: Iterable<Uint8Array>): Uint8Array => Uint8Array.from([...parts].flatMap((part) => [...part]));

describe('a snapshot', () => {
  it('has a head that tells its length and its checksum', () => {
    const bytes = encodeUtf8('the story itself');
    const body = bodyOf([...partsOf([bytes])]);
    expect(readHead(writeSnapshot(HEAD, body).head)).toEqual({ ...HEAD, form: 'packed', length: bytes.length, sum: sumOf(crcOf(bytes)) });
  });

  it('that was written as a native file is told from one that is packed', () => {
    const { line } = sealed({ version: 1, ...HEAD, length: 3, sum: '00000000' });
    expect(readHead(line)?.form).toBe('native');
  });

  it('of a newer version is left alone', () => {
    expect(readHead(sealed({ version: 3, ...HEAD, length: 3, sum: '00000000' }).line)).toBeUndefined();
  });
});

describe('the parts of a body', () => {
  it('are its pieces put together, whatever their sizes', () => {
    fc.assert(
      fc.property(fc.array(fc.uint8Array({ maxLength: 40 }), { maxLength: 8 }), (pieces) => {
        expect(joined(partsOf(pieces))).toEqual(joined(pieces));
      }),
    );
  });

  it('are of equal size, all but the last one, and copies', () => {
    const piece = new Uint8Array(2_500_000).fill(7);
    const parts = [...partsOf([Uint8Array.of(1), piece])];
    expect(parts.map(({ length }) => length)).toEqual([2 ** 20, 2 ** 20, 2_500_001 - 2 ** 21]);
    piece.fill(8);
    expect(parts.every((part) => !part.includes(8))).toBe(true);
  });
});
