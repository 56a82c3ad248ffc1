import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { followFrame, type Following, type HostPage, type StoryFrame } from '../../../../src/web/embed/follow-frame.ts';
import type { FrameOptions } from '../../../../src/web/embed/messages.ts';
import { viewInHash, withView } from '../../../../src/web/embed/host-hash.ts';

interface Stage {
  readonly following: Following;
  readonly posted: unknown[];
  readonly heights: number[];
  readonly told: unknown[];
  /** The page’s address after `#`, and its clock. */
  readonly page: { hash: string; now: number };
  /** Has all that waits happen. */
  readonly rest: () => void;
}

function stageOf({ hash = '', source, options = {} }: { readonly hash?: string; readonly source?: string; readonly options?: FrameOptions } = {}): Stage {
  const waiting = new Set<() => void>();
  const posted: unknown[] = [];
  const heights: number[] = [];
  const told: unknown[] = [];
  const page = { hash, now: 0 };
  const host: HostPage = {
    hash: () => page.hash,
    replaceHash: (next) => {
      page.hash = next;
    },
    fetchText: (address) => (address === 'story.geojson' ? Promise.resolve('{"a":1}') : Promise.reject(new Error('404'))),
    fetchFont: (name) => (name === 'arabic.woff2' ? Promise.resolve(new ArrayBuffer(8)) : Promise.reject(new Error('404'))),
    after: (_ms, run) => {
      waiting.add(run);
      return () => waiting.delete(run);
    },
    now: () => page.now,
  };
  const frame: StoryFrame = { name: '', source, options: () => options, post: (sent) => posted.push(sent), setHeight: (pixels) => heights.push(pixels), tell: (said) => told.push(said) };
  const rest = (): void => {
    for (const run of waiting) run();
    waiting.clear();
  };
  return { following: followFrame(frame, host), posted, heights, told, page, rest };
}

const message = (members: object): object => ({ dateline: 1, ...members });

describe('a page with a story in a frame', () => {
  it('answers with the view that its address asks for', () => {
    const { following, posted } = stageOf({ hash: 'dateline=v%3D1%26event%3Da' });
    following.take(message({ kind: 'ready', hasStory: true }));
    expect(posted).toEqual([message({ kind: 'hello', view: 'v=1&event=a' })]);
  });

  it('asks for what it is told to ask for, in whose stead a view in its address stands for view and start', () => {
    const options = { view: 'v=1&event=b', start: '2026-02-04', theme: 'dark', language: 'de' } as const;
    const [plain, linked] = [stageOf({ options }), stageOf({ options, hash: 'dateline=v%3D1%26event%3Da' })];
    for (const { following } of [plain, linked]) following.take(message({ kind: 'ready', hasStory: true }));
    expect(plain.posted).toEqual([message({ kind: 'hello', ...options })]);
    expect(linked.posted).toEqual([message({ kind: 'hello', view: 'v=1&event=a', theme: 'dark', language: 'de' })]);
  });

  it('keeps the view in its address once it rests, beside what else stands there, and tells of it', () => {
    const stage = stageOf({ hash: 'chapter-2' });
    stage.following.take(message({ kind: 'view', view: 'v=1&event=a' }));
    stage.following.take(message({ kind: 'view', view: 'v=1&event=b' }));
    expect(stage.page.hash).toBe('chapter-2');
    stage.rest();
    expect(stage.page.hash).toBe('chapter-2&dateline=v%3D1%26event%3Db');
    expect(stage.told).toHaveLength(2);
  });

  it('shows a view that its address was changed to, and does not answer its own change', () => {
    const stage = stageOf();
    stage.following.take(message({ kind: 'ready', hasStory: true }));
    stage.following.take(message({ kind: 'view', view: 'v=1&event=a' }));
    stage.rest();
    stage.posted.length = 0;
    stage.following.onHash();
    expect(stage.posted).toEqual([]);
    stage.page.hash = '';
    stage.following.onHash();
    expect(stage.posted).toEqual([message({ kind: 'view', view: '' })]);
  });

  it('does not write what the frame showed before over a view that its address was changed to', () => {
    const stage = stageOf({ hash: 'dateline=v%3D1%26event%3Da' });
    stage.following.take(message({ kind: 'ready', hasStory: true }));
    stage.following.take(message({ kind: 'view', view: 'v=1&event=b' }));
    stage.page.hash = 'dateline=v%3D1%26event%3Dc';
    stage.following.onHash();
    stage.rest();
    expect([stage.page.hash, stage.posted.at(-1)]).toEqual(['dateline=v%3D1%26event%3Dc', message({ kind: 'view', view: 'v=1&event=c' })]);
  });

  it('hands over the story to a frame without one, and an empty text where it cannot be had', async () => {
    for (const [source, text] of [['story.geojson', '{"a":1}'], ['gone.geojson', '']] as const) {
      const { following, posted } = stageOf({ source });
      following.take(message({ kind: 'ready', hasStory: false }));
      await Promise.resolve();
      await Promise.resolve();
      await Promise.resolve();
      expect(posted.at(-1)).toEqual(message({ kind: 'story', text }));
    }
  });

  it('hands over fonts by their names, and nothing where one cannot be had', async () => {
    for (const [name, posted] of [['arabic.woff2', [message({ kind: 'font', name: 'arabic.woff2', bytes: new ArrayBuffer(8) })]], ['gone.woff2', []], ['../secret.woff2', []]] as const) {
      const { following, posted: seen } = stageOf();
      following.take(message({ kind: 'font', name }));
      await Promise.resolve();
      await Promise.resolve();
      await Promise.resolve();
      expect(seen).toEqual(posted);
    }
  });

  it('does nothing for whatever is no message', () => {
    fc.assert(
      fc.property(fc.anything(), (data) => {
        const stage = stageOf({ hash: 'a' });
        stage.following.take(data);
        stage.rest();
        expect([stage.posted, stage.heights, stage.told, stage.page.hash]).toEqual([[], [], [], 'a']);
      }),
    );
  });

  it('hears no more than sixty messages in a second', () => {
    const stage = stageOf();
    for (let k = 0; k < 10_000; k += 1) stage.following.take(message({ kind: 'height', height: 300 + (k % 2) }));
    expect(stage.heights).toHaveLength(60);
    stage.page.now = 1000;
    stage.following.take(message({ kind: 'height', height: 500 }));
    expect(stage.heights.at(-1)).toBe(500);
  });
});

describe('a view in the address of another page', () => {
  it('comes back from it, whatever it holds and whatever stands beside it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), fc.stringMatching(/^[a-z0-9-]{0,8}$/), fc.stringMatching(/^[a-z]{0,5}$/), (view, other, name) => {
        const hash = withView(other, name, view);
        expect(viewInHash(`#${hash}`, name)).toBe(view);
        expect(withView(hash, name, '')).toBe(other);
      }),
    );
  });

  it('is told apart by name', () => {
    const hash = withView(withView('', 'map', 'v=1&event=a'), '', 'v=1&event=b');
    expect([viewInHash(hash, 'map'), viewInHash(hash, ''), viewInHash(hash, 'other')]).toEqual(['v=1&event=a', 'v=1&event=b', undefined]);
  });

  it('is none when it is garbled', () => {
    expect(viewInHash('#dateline=%E0%A4%A', '')).toBeUndefined();
  });
});
