import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { finished } from '../../../../src/core/base/steps.ts';
import { encodeUtf8 } from '../../../../src/core/base/utf8.ts';
import { beginImport } from '../../../../src/core/validate/import.ts';
import { storiesInArchive } from '../../../../src/core/validate/stories-in-archive.ts';
import { generatedBytes } from '../../../support/generated.ts';

const archive = (files: Readonly<Record<string, Uint8Array>>): Uint8Array => zipSync(files);
const [THREE, FOUR] = [generatedBytes(3), generatedBytes(4)];

describe('the stories in an archive', () => {
  it('are those of this program, under their own names, whatever else lies beside them', async () => {
    const stories = await storiesInArchive(
      archive({ 'mine/three.geojson': THREE, 'rows.csv': encodeUtf8('date,title\n2026,One\n'), 'plain.json': encodeUtf8('{"type":"FeatureCollection","features":[]}'), 'four.geojson': FOUR }),
    );
    expect(stories.map(({ fileName }) => fileName)).toEqual(['three.geojson', 'four.geojson']);
    const sizes = stories.map(({ steps }) => finished(steps())).map((read) => (read.ok ? read.value.dataset.size : 0));
    expect(sizes).toEqual([3, 4]);
  });

  it('are none in a file that is no archive, be it a story', async () => {
    expect(await storiesInArchive(THREE)).toEqual([]);
    expect(await storiesInArchive(new Uint8Array())).toEqual([]);
  });

  it('pass over what is damaged', async () => {
    const bytes = archive({ 'three.geojson': THREE, 'four.geojson': encodeUtf8('{"type":') });
    expect(await storiesInArchive(bytes)).toHaveLength(1);
  });
});

describe('a story in an archive with other files', () => {
  it('is read with a word about the others', async () => {
    const begun = await beginImport(archive({ 'three.geojson': THREE, 'four.geojson': FOUR }));
    const read = begun.ok ? finished(begun.value.steps()) : begun;
    expect(read.ok && read.value.dataset.size).toBe(4);
    expect(read.ok && read.value.issues).toMatchObject([{ code: 'archive-others', value: 'three.geojson', parameters: { read: 'four.geojson', others: 1 } }]);
  });
});
