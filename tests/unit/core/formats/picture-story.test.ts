import fc from 'fast-check';
import { deflateSync } from 'fflate';
import { PNG } from 'pngjs';
import { describe, expect, it } from 'vitest';
import { finished } from '../../../../src/core/base/steps.ts';
import { encodeUtf8 } from '../../../../src/core/base/utf8.ts';
import { pngChunk } from '../../../../src/core/export/png/png-encoder.ts';
import { writePng } from '../../../../src/core/export/png.ts';
import { toSvg } from '../../../../src/core/export/svg.ts';
import { dateline } from '../../../../src/core/formats/dateline.ts';
import { PNG_STORY } from '../../../../src/core/formats/picture-story.ts';
import type { Scene } from '../../../../src/core/scene/scene.ts';
import { beginImport, type Imported } from '../../../../src/core/validate/import.ts';
import { openText } from '../../../../src/core/validate/open.ts';

const SCENE: Scene = { size: { width: 8, height: 5 }, background: '#ffffff', marks: [], title: 'A picture', language: 'en' };

async function pngOf(story: string | undefined): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  const paintTile = ({ width, height }: { readonly width: number; readonly height: number }) => new Uint8ClampedArray(width * height * 4).fill(255);
  await writePng(SCENE, 1, { story, paintTile, emit: (bytes) => void pieces.push(bytes), goOn: () => true });
  return new Uint8Array(Buffer.concat(pieces));
}

const svgOf = (story: string | undefined): Uint8Array => encodeUtf8(toSvg(SCENE, [], story));

const PICTURES = [['PNG', pngOf], ['SVG', svgOf]] as const;

function storyOf(title: string): string {
  const features = ['a', 'b', 'c'].map((id) => ({ type: 'Feature', id, geometry: { type: 'Point', coordinates: [51.5, 35.25] }, properties: { title: `${title} ${id}`, when: '2026-02' } }));
  const opened = openText(JSON.stringify({ type: 'FeatureCollection', dateline: { version: 1, title }, features }));
  if (!opened.ok) throw new Error(JSON.stringify(opened.error));
  return dateline.serialize(opened.value.dataset);
}

async function read(picture: Uint8Array) {
  const begun = await beginImport(picture);
  return begun.ok ? finished(begun.value.steps()) : begun;
}

async function opened(picture: Uint8Array): Promise<Imported> {
  const result = await read(picture);
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

const BARE = { ok: false, error: { code: 'file-other-kind', severity: 'error', place: {}, parameters: { kind: 'image' } } };

/** The kinds of the chunks of a PNG file, in their order. */
function chunkKinds(png: Uint8Array): readonly string[] {
  const file = Buffer.from(png);
  const kinds: string[] = [];
  for (let at = 8; at < file.length; at += 12 + file.readUInt32BE(at)) kinds.push(file.toString('latin1', at + 4, at + 8));
  return kinds;
}

/** So many bytes tell a picture: the signature of PNG, the first tag of SVG. */
const BEGINNING = 8;

describe.each(PICTURES)('a %s with its story inside', (_, pictureOf) => {
  it('opens as that story, whatever its words hold', async () => {
    const words = fc.string({ unit: fc.constantFrom('</dateline:story>', '<!--', ']]>', '&lt;', '&amp;lt;', '"', '\\', '\n', '\r', '\0', '\u0085', '\uffff', '\ud800', 'a', 'ن', '🙂'), minLength: 1 });
    await fc.assert(
      fc.asyncProperty(words, async (title) => {
        const story = storyOf(`x${title}`);
        expect(dateline.serialize((await opened(await pictureOf(story))).dataset)).toBe(story);
      }),
    );
  });

  it('is told by what is in it: the native format, in a picture', async () => {
    const { about, account, issues } = await opened(await pictureOf(storyOf('Talks')));
    expect(about).toMatchObject({ format: 'dateline', formatName: 'Dateline', layoutName: 'Dateline picture', encoding: 'utf-8' });
    expect(account).toMatchObject({ records: 3, events: 3 });
    expect(issues).toEqual([]);
  });

  it('is refused as a picture when it was saved without, or holds something else', async () => {
    expect(await read(await pictureOf(undefined))).toEqual(BARE);
    for (const other of ['', 'a,b\n1,2', '{"type":"FeatureCollection","features":[]}']) expect(await read(await pictureOf(other))).toEqual(BARE);
  });

  it('opens or is refused, and never throws, wherever bytes behind its beginning were changed or it was cut off', async () => {
    const picture = await pictureOf(storyOf('Talks'));
    const change = fc.record({ at: fc.integer({ min: BEGINNING, max: picture.length - 1 }), byte: fc.nat(255) });
    await fc.assert(
      fc.asyncProperty(fc.array(change, { maxLength: 6 }), fc.integer({ min: BEGINNING, max: picture.length }), async (changes, length) => {
        const damaged = picture.slice();
        for (const { at, byte } of changes) damaged[at] = byte;
        for (const bytes of [damaged, damaged.slice(0, length)]) {
          const result = await read(bytes);
          expect(result.ok ? result.value.account.events : result.error.severity).toSatisfy((value) => value === 'error' || (typeof value === 'number' && value <= 3));
        }
      }),
      { numRuns: 150 },
    );
  });

  it('gives back the events before the damage', async () => {
    const picture = await pictureOf(storyOf('Talks'));
    const place = Buffer.from(picture).indexOf('story');
    const counts: number[] = [];
    for (let length = place; length <= picture.length; length += 11) {
      const result = await read(picture.slice(0, length));
      counts.push(result.ok ? result.value.account.events : 0);
    }
    expect(new Set(counts)).toContain(3);
    expect(counts.toSorted((a, b) => a - b)).toEqual(counts);
  });
});

describe('a PNG with its story inside', () => {
  it('stays a PNG: the story is one packed text before the pixels, with a checksum that other programs accept', async () => {
    const png = await pngOf(storyOf('Talks'));
    expect(PNG.sync.read(Buffer.from(png), { checkCRC: true })).toMatchObject({ width: 8, height: 5 });
    expect(chunkKinds(png)).toEqual(['IHDR', 'sRGB', 'pHYs', 'iTXt', 'iTXt', 'IDAT', 'IEND']);
    expect(chunkKinds(await pngOf(undefined))).toEqual(['IHDR', 'sRGB', 'pHYs', 'iTXt', 'IDAT', 'IEND']);
    expect(png.length).toBeLessThan((await pngOf(undefined)).length + storyOf('Talks').length);
  });

  it('is read with the story behind the pixels too, where other programs put texts', async () => {
    const story = storyOf('Talks');
    const packed = Buffer.concat([Buffer.from(`${PNG_STORY}\0\u0001\0en\0${PNG_STORY}\0`), Buffer.of(0x78, 0x9c), deflateSync(encodeUtf8(story)), Buffer.alloc(4)]);
    const bare = Buffer.from(await pngOf(undefined));
    const moved = new Uint8Array(Buffer.concat([bare.subarray(0, -12), pngChunk('iTXt', packed), bare.subarray(-12)]));
    expect(dateline.serialize((await opened(moved)).dataset)).toBe(story);
  });

  it('is not unpacked when it is packed more tightly than anything real', async () => {
    const bomb = Buffer.concat([Buffer.from(`${PNG_STORY}\0\u0001\0\0\0`), Buffer.of(0x78, 0x9c), deflateSync(new Uint8Array(80 * 2 ** 20)), Buffer.alloc(4)]);
    const bare = await pngOf(undefined);
    const result = await read(new Uint8Array(Buffer.concat([bare.subarray(0, 33), pngChunk('iTXt', bomb), bare.subarray(33)])));
    expect(result).toMatchObject({ ok: false, error: { code: 'archive-too-dense' } });
  });
});
