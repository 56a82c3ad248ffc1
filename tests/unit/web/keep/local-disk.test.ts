import { describe, expect, it } from 'vitest';
import { encodeUtf8 } from '../../../../src/core/base/utf8.ts';
import { dateline } from '../../../../src/core/formats/dateline.ts';
import { crcOf, sumOf } from '../../../../src/core/keep/checksum.ts';
import { writeLine } from '../../../../src/core/keep/journal.ts';
import { packedStory } from '../../../../src/core/keep/packed-story.ts';
import { sealed } from '../../../../src/core/keep/sealed.ts';
import { localDisk } from '../../../../src/web/keep/local-disk.ts';
import { datasetOf } from '../../../support/dataset.ts';
import { memoryShelf } from '../../../support/memory-shelf.ts';

const DATASET = datasetOf([{ title: 'One', when: '2026-02-03', place: 'Tehran' }, { title: 'دو' }]);
const ABOUT = { title: 'A story', events: 2, changed: 5 };
const HEAD = { story: 's', seq: 1, end: 'start', about: ABOUT, fileName: 'a.csv', isDeleted: false, drafts: [] };
const FULL = new DOMException('no room', 'QuotaExceededError');

describe('the disk', () => {
  it('opens a story that was kept as a native file, with its journal', async () => {
    const { shelf } = memoryShelf('files');
    const bytes = encodeUtf8(dateline.serialize(DATASET));
    const head = sealed({ version: 1, ...HEAD, length: bytes.length, sum: sumOf(crcOf(bytes)) }).line;
    await shelf.writeSnapshot('s', { head, seq: 1, parts: [bytes] });
    const { line } = writeLine({ seq: 2, after: 'start', about: { ...ABOUT, title: 'Renamed' }, entry: { kind: 'rename', title: 'Renamed' } });
    await shelf.append('s', 1, [{ seq: 2, line }]);
    const found = await localDisk([shelf]).open('s');
    expect(found?.about.title).toBe('Renamed');
    expect(found?.opened?.dataset.story.title).toBe('Renamed');
    expect(found?.opened?.fileName).toBe('a.csv');
    expect(found?.opened?.dataset.columns).toEqual(DATASET.columns);
  });

  it('opens a packed story with what was found wrong in its file', async () => {
    const disk = localDisk([memoryShelf('files').shelf]);
    const issues = [{ code: 'title-missing', severity: 'error', place: { line: 3 } }] as const;
    await disk.writeSnapshot(HEAD, packedStory({ dataset: DATASET, issues }));
    expect((await disk.open('s'))?.opened).toEqual({ dataset: DATASET, issues, fileName: 'a.csv', imported: undefined });
  });

  it('does not open what is known already, and says where it ends', async () => {
    const disk = localDisk([memoryShelf('files').shelf]);
    await disk.writeSnapshot(HEAD, packedStory({ dataset: DATASET, issues: [] }));
    expect(await disk.open('s', 'start')).toMatchObject({ opened: undefined, start: { end: 'start' } });
  });

  it('has nothing of a story whose body is no story', async () => {
    const disk = localDisk([memoryShelf('files').shelf]);
    await disk.writeSnapshot(HEAD, [encodeUtf8('no story')]);
    expect(await disk.open('s')).toBeUndefined();
    expect((await disk.find('s'))?.head.story).toBe('s');
  });

  it('tells which shelf did not take a snapshot, and why', async () => {
    const [one, two] = [memoryShelf('database'), memoryShelf('files')];
    one.state.fault = FULL;
    const disk = localDisk([one.shelf, two.shelf]);
    const { length, failures } = await disk.writeSnapshot(HEAD, packedStory({ dataset: DATASET, issues: [] }));
    expect([...failures]).toEqual([['database', FULL]]);
    expect((await disk.find('s'))?.start).toMatchObject({ length, whole: new Map([['files', 1]]) });
  });
});
