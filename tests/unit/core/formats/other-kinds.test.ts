import { describe, expect, it } from 'vitest';
import { encodeUtf8 } from '../../../../src/core/base/utf8.ts';
import { beginImport } from '../../../../src/core/validate/import.ts';

const bytesOf = (hex: string): Uint8Array => Uint8Array.from(hex.match(/../g) ?? [], (byte) => parseInt(byte, 16));

async function refusalOf(bytes: Uint8Array): Promise<unknown> {
  const begun = await beginImport(bytes);
  return begun.ok ? 'opened' : begun.error;
}

describe('a file that holds no events', () => {
  it.each<readonly [string, Uint8Array]>([
    ['pdf', encodeUtf8('%PDF-1.7\n1 0 obj\n<< >>\n')],
    ['image', bytesOf('89504e470d0a1a0a0000000d49484452')],
    ['image', bytesOf('ffd8ffe000104a464946000101000001')],
    ['image', encodeUtf8('<svg xmlns="http://www.w3.org/2000/svg"><rect/></svg>')],
    ['recording', bytesOf('0000001c6674797069736f6d00000200')],
    ['old-workbook', bytesOf('d0cf11e0a1b11ae100000000000000000000000000000000')],
    ['database', encodeUtf8('SQLite format 3\u0000')],
    ['map-layer', bytesOf('0000270a000000000000000000000000')],
    ['web-page', encodeUtf8('<!DOCTYPE html>\n<html><head><title>Sign in</title></head><body></body></html>')],
    ['topojson', encodeUtf8('{"type":"Topology","objects":{"a":{"type":"GeometryCollection","geometries":[]}},"arcs":[]}')],
  ])('is refused for what it is: %s', async (kind, bytes) => {
    expect(await refusalOf(bytes)).toMatchObject({ code: 'file-other-kind', severity: 'error', parameters: { kind } });
  });

  it('is unknown where its beginning does not tell', async () => {
    expect(await refusalOf(encodeUtf8('<root><thing/></root>'))).toMatchObject({ code: 'file-unknown' });
  });
});
