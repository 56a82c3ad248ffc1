import { describe, expect, it } from 'vitest';
import { PAGE_STORY_TAG } from '../../../../src/core/formats/page-story.ts';
import { eventsInFileOrder } from '../../../../src/core/model/rows.ts';
import { INITIAL_VIEW, type ViewState } from '../../../../src/core/view/view-state.ts';
import { createDesk } from '../../../../src/web/app/desk.ts';
import { createPageState } from '../../../../src/web/app/page-state.ts';
import { memoryAddress } from '../../../../src/web/platform/address.ts';
import { memoryClipboard } from '../../../../src/web/platform/clipboard.ts';
import { memoryFiles } from '../../../../src/web/platform/files.ts';
import type { Store } from '../../../../src/web/store/store.ts';
import { datasetOf } from '../../../support/dataset.ts';
import { storeOf } from '../support.ts';

const GOOD = JSON.stringify({
  type: 'FeatureCollection',
  dateline: { version: 1, title: 'Two days in May' },
  features: [{ type: 'Feature', id: 'one', geometry: null, properties: { title: 'One', when: '2026-05-01' } }],
});

const titlesOf = (store: Store): readonly string[] => Array.from(eventsInFileOrder(store.opened.value.dataset), ({ title }) => title);

const fileOf = (text: string, name = 'may.geojson') => new File([text], name);

const KEPT_NOWHERE = 'This story is not kept here.';
const openKeptAtOnce = (id: string): Promise<string | undefined> => Promise.resolve(id === 'one' ? undefined : KEPT_NOWHERE);

function deskWith({
  offered = [] as readonly File[],
  awaited = { story: undefined as string | undefined, view: INITIAL_VIEW as ViewState },
  openKept = openKeptAtOnce,
} = {}) {
  const store = storeOf([{ when: '2026-02-03', title: 'Before' }]);
  const page = createPageState();
  const files = memoryFiles(offered);
  const clipboard = memoryClipboard();
  const kept: string[] = [];
  const keep = (): Promise<void> => Promise.resolve(void kept.push(store.opened.peek().fileName));
  const desk = createDesk({ store, page, files, clipboard, address: memoryAddress('v=1&event=one'), first: undefined, awaited, openKept, keep });
  return { store, page, files, clipboard, desk, kept };
}

describe('opening a file', () => {
  it('shows its events and says so', async () => {
    const { store, page, desk } = deskWith();
    await desk.open(fileOf(GOOD), 'may.geojson');
    expect(titlesOf(store)).toEqual(['One']);
    expect(store.opened.value.fileName).toBe('may.geojson');
    expect(page.toast.value).toBe('Opened “Two days in May”: 1 event.');
    expect(desk.story.value).toBe('file:may.geojson');
  });

  it.each([
    ['text that is no JSON', 'Dear diary'],
    ['JSON that is no GeoJSON', '{"a": 1}'],
    ['nothing', ''],
  ])('keeps the present story when it holds %s, and says why', async (_, text) => {
    const { store, page, desk } = deskWith();
    await desk.open(fileOf(text, 'diary.txt'), 'diary.txt');
    expect(titlesOf(store)).toEqual(['Before']);
    expect(page.alert.value).toMatch(/^“diary\.txt” could not be opened\. .+ The present story stays open\.$/);
    expect(desk.story.value).toBeUndefined();
  });

  it('keeps the present story when the file cannot be read', async () => {
    const { page, desk } = deskWith();
    const unreadable = Object.assign(fileOf(GOOD), { arrayBuffer: () => Promise.reject(new Error('gone')) });
    await desk.open(unreadable, unreadable.name);
    expect(page.alert.value).toContain('could not be read from the disk');
  });

  it('takes an earlier complaint away', async () => {
    const { page, desk } = deskWith();
    await desk.open(fileOf(''), 'may.geojson');
    await desk.open(fileOf(GOOD), 'may.geojson');
    expect(page.alert.value).toBeUndefined();
  });

  it('comes back to the view of a link that was made from the same file', async () => {
    const view = { ...INITIAL_VIEW, selected: 'one' };
    const { store, desk } = deskWith({ awaited: { story: 'file:may.geojson', view } });
    await desk.open(fileOf(GOOD), 'may.geojson');
    expect(store.view.value.selected).toBe('one');
  });

  it('keeps the present story when it is stopped, and says nothing', async () => {
    const { store, page, desk } = deskWith();
    const slow = Object.assign(fileOf(GOOD), { arrayBuffer: () => new Promise<ArrayBuffer>((resolve) => setTimeout(() => resolve(new ArrayBuffer(0)), 400)) });
    const opening = desk.open(slow, slow.name);
    await expect.poll(() => page.opening.value?.name).toBe('may.geojson');
    page.opening.value?.stop();
    expect(await opening).toEqual({ ok: false, error: { kind: 'stopped' } });
    expect([titlesOf(store), page.alert.value, page.opening.value]).toEqual([['Before'], undefined, undefined]);
  });

  it('opens the last of several files, and none that it was chosen over', async () => {
    const { store, page, desk } = deskWith();
    const [first, second] = [desk.open(fileOf('Dear diary'), 'diary.txt'), desk.open(fileOf(GOOD), 'may.geojson')];
    expect((await first).ok).toBe(false);
    expect((await second).ok).toBe(true);
    expect([titlesOf(store), page.alert.value]).toEqual([['One'], undefined]);
  });

  it('does nothing when no file was chosen', async () => {
    const { store, desk } = deskWith();
    await desk.pickFile();
    expect(store.opened.value.dataset.size).toBe(1);
  });
});

describe('keeping and sharing', () => {
  it('renames the story, and saves it under the new name', async () => {
    const { files, store, desk } = deskWith();
    store.dispatch({ kind: 'select', id: 'e0' });
    await desk.rename('Three days in June');
    await desk.save();
    const saved = files.saved.get('three-days-in-june.geojson');
    expect(JSON.parse((await saved?.text()) ?? '{}')).toMatchObject({ dateline: { title: 'Three days in June' } });
    expect(store.view.value.selected).toBe('e0');
  });

  it('copies the whole address', async () => {
    const { clipboard, page, desk } = deskWith();
    await desk.share();
    expect(clipboard.text()).toBe('memory:#v=1&event=one');
    expect(page.toast.value).toBe('The link to this view is copied.');
  });

  it('says of an own file that the link does not hold it', async () => {
    const { page, desk } = deskWith();
    await desk.open(fileOf(GOOD), 'may.geojson');
    await desk.share();
    expect(page.toast.value).toContain('not your file');
  });
});

describe('a story that is kept in the browser', () => {
  it('is opened by its link', async () => {
    const { page, desk } = deskWith();
    await desk.openStory('kept:one');
    expect(desk.story.value).toBe('kept:one');
    expect(desk.arrivals.value).toBe(1);
    expect(page.alert.value).toBeUndefined();
  });

  it('that is not there is said to be missing, and the present story stays', async () => {
    const { page, desk } = deskWith();
    await desk.openStory('kept:two');
    expect(desk.story.value).toBeUndefined();
    expect(desk.arrivals.value).toBe(0);
    expect(page.alert.value).toBe(KEPT_NOWHERE);
  });

  it('is not missed when another story was asked for before it came', async () => {
    let resolve: (failure: string) => void = () => undefined;
    const looking = new Promise<string>((settle) => {
      resolve = settle;
    });
    const { store, page, desk } = deskWith({ openKept: () => looking });
    const opening = desk.openStory('kept:one');
    await desk.open(fileOf(GOOD), 'may.geojson');
    resolve(KEPT_NOWHERE);
    await opening;
    expect([titlesOf(store), page.alert.value, desk.story.value]).toEqual([['One'], undefined, 'file:may.geojson']);
  });

  it('is shared with the hint that a link does not hold it', async () => {
    const { page, desk } = deskWith();
    await desk.openStory('kept:one');
    await desk.share();
    expect(page.toast.value).toContain('It holds the view, not your file');
  });
});

describe('a file that can be written back to', () => {
  const handleOf = (name: string) => ({ kind: 'file', name }) as FileSystemFileHandle;

  it('is the one that the story was opened from', async () => {
    const { desk, files, page } = deskWith();
    await desk.openFiles([{ file: fileOf(GOOD), handle: handleOf('may.geojson') }]);
    expect(desk.home.value).toBe('may.geojson');
    await desk.rename('Three days in June');
    await desk.saveHome();
    expect(JSON.parse((await files.saved.get('may.geojson')?.text()) ?? '{}')).toMatchObject({ dateline: { title: 'Three days in June' } });
    expect(page.toast.value).toBe('Saved to “may.geojson”.');
  });

  it('is none when it is a page, which holds more than the story', async () => {
    const { desk, store } = deskWith();
    await desk.openFiles([{ file: fileOf(`<!doctype html>\n${PAGE_STORY_TAG}${GOOD}</script>`), handle: handleOf('may.html') }]);
    expect(titlesOf(store)).toEqual(['One']);
    expect(desk.home.value).toBeUndefined();
  });

  it('is none when the file was made by a newer version, which is said', async () => {
    const { desk, files, page } = deskWith();
    await desk.openFiles([{ file: fileOf(GOOD.replace('"version":1', '"version":99')), handle: handleOf('may.geojson') }]);
    expect(desk.home.value).toBeUndefined();
    expect(page.alert.value).toContain('was made by a newer version');
    await desk.saveHome();
    expect(files.saved.size).toBe(0);
  });

  it('gets the story that it is of, and none that is opened while it is being written', async () => {
    const { desk, files, store } = deskWith();
    await desk.openFiles([{ file: fileOf(GOOD), handle: handleOf('may.geojson') }]);
    const saving = desk.saveHome();
    store.open({ dataset: datasetOf([{ title: 'Of another story' }]), issues: [], fileName: 'june.geojson' });
    await saving;
    expect(JSON.parse((await files.saved.get('may.geojson')?.text()) ?? '{}')).toMatchObject({ features: [{ properties: { title: 'One' } }] });
  });

  it('is asked about, as a file of another program is, when it is opened again', async () => {
    const { desk, page, store } = deskWith();
    const chosen = { file: fileOf(GOOD), handle: undefined };
    await desk.openFiles([chosen]);
    const again = desk.openFiles([{ file: fileOf(GOOD.replace('"One"', '"One again"')), handle: undefined }]);
    await expect.poll(() => page.asked.value?.kind).toBe('review');
    const asked = page.asked.value;
    expect(asked?.kind === 'review' && asked.choices).toEqual(['update', 'open', 'add']);
    asked?.decide(undefined);
    await again;
    expect(titlesOf(store)).toEqual(['One']);
  });

  it('is none when another story was opened since', async () => {
    const { desk } = deskWith();
    await desk.openFiles([{ file: fileOf(GOOD), handle: handleOf('may.geojson') }]);
    await desk.open(fileOf(GOOD), 'june.geojson');
    expect(desk.home.value).toBeUndefined();
  });
});

describe('a file that is larger than a browser can read', () => {
  it('is refused at once, with the limit', async () => {
    const { page, desk } = deskWith();
    const file = fileOf('date,title\n', 'huge.csv');
    await desk.openFiles([{ file: Object.defineProperty(file, 'size', { value: 2 ** 31 }), handle: undefined }]);
    expect(page.alert.value).toContain('“huge.csv” could not be opened. The file is larger than this program takes (2 GB)');
  });
});

describe('a file of another program', () => {
  const TABLE = 'date,title\n2026-05-01,One\n';

  it('waits until a person has looked at it', async () => {
    const { store, page, desk } = deskWith();
    const opening = desk.openFiles([{ file: fileOf(TABLE, 'may_days.csv'), handle: undefined }]);
    await expect.poll(() => page.asked.value?.kind).toBe('review');
    expect(titlesOf(store)).toEqual(['Before']);
    const { value: asked } = page.asked;
    if (asked?.kind !== 'review') return expect.fail('nothing is asked');
    expect([asked.choices, asked.review.value.counts.events]).toEqual([['open', 'add'], 1]);
    asked.decide({ how: 'open', answers: {}, places: { taken: new Map(), others: false } });
    await opening;
    expect([titlesOf(store), page.asked.value]).toEqual([['One'], undefined]);
    expect(store.opened.value).toMatchObject({ imported: { account: { records: 1, events: 1 } }, dataset: { story: { title: 'may days' } } });
  });

  it('is kept once it is opened, which a story of this program is not that its own file holds', async () => {
    const { page, desk, kept } = deskWith();
    const opening = desk.openFiles([{ file: fileOf(TABLE, 'may.csv'), handle: undefined }]);
    await expect.poll(() => page.asked.value?.kind).toBe('review');
    const { value: asked } = page.asked;
    if (asked?.kind !== 'review') return expect.fail('nothing is asked');
    asked.decide({ how: 'open', answers: {}, places: { taken: new Map(), others: false } });
    await opening;
    await desk.openFiles([{ file: fileOf(GOOD), handle: undefined }]);
    expect(kept).toEqual(['may.csv']);
  });

  it('gives way, with all that was chosen beside it, to files that are chosen after it', async () => {
    const { store, page, desk } = deskWith();
    const opening = desk.openFiles(['may.csv', 'june.csv'].map((name) => ({ file: fileOf(TABLE, name), handle: undefined })));
    await expect.poll(() => page.asked.value?.kind).toBe('review');
    await Promise.all([opening, desk.openFiles([{ file: fileOf(GOOD), handle: undefined }])]);
    expect([titlesOf(store), page.asked.value]).toEqual([['One'], undefined]);
  });

  it('changes nothing when it is not to enter', async () => {
    const { store, page, desk } = deskWith();
    const opening = desk.openFiles([{ file: fileOf(TABLE, 'may.csv'), handle: undefined }]);
    await expect.poll(() => page.asked.value?.kind).toBe('review');
    page.asked.value?.decide(undefined);
    await opening;
    expect([titlesOf(store), page.alert.value]).toEqual([['Before'], undefined]);
  });

  it('is read again with each answer, and the last one counts', async () => {
    const { page, desk } = deskWith();
    const opening = desk.openFiles([{ file: fileOf('date,title\n03/04/2026,One\n', 'may.csv'), handle: undefined }]);
    await expect.poll(() => page.asked.value?.kind).toBe('review');
    const { value: asked } = page.asked;
    if (asked?.kind !== 'review') return expect.fail('nothing is asked');
    asked.answer({ order: 'day-first' });
    asked.answer({ order: 'month-first' });
    await expect.poll(() => asked.isReading.value).toBe(false);
    expect(asked.review.value.events.map(({ when }) => when.edtf?.text)).toEqual(['2026-03-04']);
    asked.decide(undefined);
    await opening;
  });

  it('can be added to the open story', async () => {
    const { store, page, desk } = deskWith();
    const opening = desk.openFiles([{ file: fileOf(TABLE, 'may.csv'), handle: undefined }]);
    await expect.poll(() => page.asked.value?.kind).toBe('review');
    const { value: asked } = page.asked;
    if (asked?.kind === 'review') asked.decide({ how: 'add', answers: {}, places: { taken: new Map(), others: false } });
    await opening;
    expect(titlesOf(store)).toEqual(['Before', 'One']);
    expect(page.toast.value).toBe('Added 1 event from “may.csv”.');
  });
});
