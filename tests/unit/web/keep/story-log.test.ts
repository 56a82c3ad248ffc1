import { describe, expect, it, vi } from 'vitest';
import { encodeUtf8 } from '../../../../src/core/base/utf8.ts';
import type { LogStart } from '../../../../src/web/keep/disk.ts';
import { localDisk } from '../../../../src/web/keep/local-disk.ts';
import { listStories, recoverStory } from '../../../../src/web/keep/recover.ts';
import { createStoryLog } from '../../../../src/web/keep/story-log.ts';
import { memoryShelf } from '../../../support/memory-shelf.ts';

const FRESH: LogStart = { seq: 0, end: 'start', drafts: new Map(), whole: new Map(), lines: 0, length: 0 };
const FULL = new DOMException('no room', 'QuotaExceededError');
const BROKEN = new DOMException('no disk', 'UnknownError');

/** A story whose only content is its title, written to two shelves. */
function desk(start: LogStart = FRESH) {
  const one = memoryShelf('database');
  const two = memoryShelf('files');
  const shelves = [one.shelf, two.shelf];
  const state = { title: 'First' };
  const told: (readonly string[] | 'anew')[] = [];
  const log = createStoryLog({
    story: 's',
    disk: localDisk(shelves),
    start,
    about: () => ({ title: state.title, events: 0, changed: 5 }),
    whole: () => {
      return { fileName: 'a.geojson', pieces: [encodeUtf8(state.title)] };
    },
    onWritten: (what) => told.push(what),
  });
  const rename = (title: string): void => {
    state.title = title;
    log.append({ kind: 'rename', title });
  };
  /** The title that comes back after the browser was ended now. */
  const recovered = async (): Promise<string | undefined> => {
    const found = await recoverStory(shelves, 's');
    const last = found?.lines.findLast(({ entry }) => entry.kind === 'rename')?.entry;
    return last?.kind === 'rename' ? last.title : found && new TextDecoder().decode(found.body);
  };
  return { one, two, shelves, log, rename, recovered, told };
}

describe('the log of a story', () => {
  it('says that it is saving until both shelves have it, and then saved', async () => {
    const { log, rename, recovered, one, two } = desk();
    expect(log.state.value).toBe('saving');
    expect(await log.settled()).toBe(true);
    expect(log.state.value).toBe('saved');
    rename('Second');
    expect(log.state.value).toBe('saving');
    expect(await log.settled()).toBe(true);
    expect(log.state.value).toBe('saved');
    expect(one.countOf('s')).toEqual(two.countOf('s'));
    expect(await recovered()).toBe('Second');
  });

  it('loses nothing that was saved, whichever shelf is lost', async () => {
    for (const lost of ['one', 'two'] as const) {
      const all = desk();
      await all.log.settled();
      for (const title of ['a', 'b', 'c']) all.rename(title);
      await all.log.settled();
      all[lost].clear();
      expect(await all.recovered()).toBe('c');
    }
  });

  it('goes on with one shelf when the other fails, and writes that one whole with the next snapshot', async () => {
    const { log, rename, recovered, one, two, shelves } = desk();
    await log.settled();
    two.state.fault = BROKEN;
    rename('Second');
    expect(await log.settled()).toBe(true);
    expect(log.state.value).toBe('saved');
    expect(await recovered()).toBe('Second');
    two.state.fault = undefined;
    for (let i = 0; i < 300; i += 1) rename(`Title ${i}`);
    await log.settled();
    one.clear();
    expect(await recovered()).toBe('Title 299');
    expect(shelves).toHaveLength(2);
  });

  it('says that there is no room, and is saved when there is some again', async () => {
    const { log, rename, recovered, one, two, told } = desk();
    await log.settled();
    one.state.fault = FULL;
    two.state.fault = FULL;
    rename('Second');
    expect(await log.settled()).toBe(false);
    expect(log.state.value).toBe('full');
    expect(await recovered()).toBe('First');
    one.state.fault = undefined;
    log.retry();
    expect(await log.settled()).toBe(true);
    expect(log.state.value).toBe('saved');
    expect(await recovered()).toBe('Second');
    expect(told.at(-1)).toBe('anew');
  });

  it('says that it is not saved when the disk fails in another way, and tries again by itself', async () => {
    vi.useFakeTimers();
    const { log, rename, one, two } = desk();
    await log.settled();
    one.state.fault = BROKEN;
    two.state.fault = BROKEN;
    rename('Second');
    await log.settled();
    expect(log.state.value).toBe('unsaved');
    one.state.fault = undefined;
    await vi.advanceTimersByTimeAsync(20_000);
    expect(log.state.value).toBe('saved');
    vi.useRealTimers();
  });

  it('keeps its journal short', async () => {
    const { log, rename, one, recovered } = desk();
    await log.settled();
    for (let i = 0; i < 2000; i += 1) {
      rename(`Title ${i}`);
      if (i % 50 === 0) await log.settled();
    }
    await log.settled();
    expect(one.countOf('s').snapshots).toBe(1);
    expect(one.countOf('s').lines).toBeLessThan(600);
    expect(await recovered()).toBe('Title 1999');
  });

  it('of another story in place of the present one brings that one back, once it is written', async () => {
    const { log, rename, recovered } = desk();
    await log.settled();
    rename('Second');
    await log.settled();
    rename('Imported');
    log.anew();
    expect(log.state.value).toBe('saving');
    rename('Imported and changed');
    expect(await log.settled()).toBe(true);
    expect(await recovered()).toBe('Imported and changed');
  });

  it('goes on where it ended', async () => {
    const first = desk();
    await first.log.settled();
    first.rename('Second');
    await first.log.settled();
    const found = await recoverStory(first.shelves, 's');
    expect(found?.start.whole.size).toBe(2);
    expect(found?.start.end).toBe(first.log.end());
  });
});

describe('what comes back', () => {
  it('is the older snapshot with its journal when the newer one is damaged', async () => {
    const { log, rename, recovered, one, two } = desk();
    await log.settled();
    rename('Second');
    await log.settled();
    for (const shelf of [one, two]) {
      shelf.damage('s', ({ heads }) => {
        const [newest] = heads.values();
        const head = newest?.head.replace('"seq":', '"seq": ') ?? '';
        heads.set(99, { head, body: new Uint8Array() });
      });
    }
    expect(await recovered()).toBe('Second');
  });

  it('is nothing when no snapshot is whole', async () => {
    const { log, recovered, one, two } = desk();
    await log.settled();
    for (const shelf of [one, two]) {
      shelf.damage('s', ({ heads }) => {
        for (const [seq, { head }] of heads) heads.set(seq, { head, body: Uint8Array.of(1) });
      });
    }
    expect(await recovered()).toBeUndefined();
  });

  it('is listed with its last title, even when one shelf cannot be read', async () => {
    const { log, rename, two } = desk();
    await log.settled();
    rename('Second');
    await log.settled();
    const broken = { ...two.shelf, stories: () => Promise.reject(BROKEN), read: () => Promise.reject(BROKEN) };
    expect(await listStories([broken, two.shelf])).toMatchObject([{ id: 's', about: { title: 'Second' }, isDeleted: false }]);
  });

  it('asks for a whole snapshot where a shelf lacks a line', async () => {
    const { log, rename, one, shelves } = desk();
    await log.settled();
    rename('Second');
    await log.settled();
    one.damage('s', ({ lines }) => lines.clear());
    const found = await recoverStory(shelves, 's');
    expect([...(found?.start.whole.keys() ?? [])]).toEqual(['files']);
  });
});
