import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { finished } from '../../../../src/core/base/steps.ts';
import type { TimelineEvent } from '../../../../src/core/model/event.ts';
import { isLocated } from '../../../../src/core/model/place.ts';
import { eventsInFileOrder } from '../../../../src/core/model/rows.ts';
import { beginImport, type Imported } from '../../../../src/core/validate/import.ts';
import { summaryOf } from '../../../../src/core/validate/summary.ts';

const FILES = join(import.meta.dirname, '../../../formats');

/** An event to look at closely: by its position, or the first one of its title. */
interface Spot {
  readonly index?: number;
  readonly title?: string;
  readonly edtf?: string | null;
  readonly lng?: number;
  readonly lat?: number;
  readonly place?: string;
}

/** What reading a file gives, as `expected.json` of its folder has it. */
interface Expected {
  readonly records: number;
  readonly events: number;
  readonly refused: number;
  readonly notEvents: number;
  readonly dated: number;
  readonly withCoordinates: number;
  readonly first: string | null;
  readonly last: string | null;
  readonly spots?: readonly Spot[];
}

const files = readdirSync(FILES)
  .filter((folder) => existsSync(join(FILES, folder, 'expected.json')))
  .flatMap((folder) => {
    const expected = JSON.parse(readFileSync(join(FILES, folder, 'expected.json'), 'utf8')) as Readonly<Record<string, Expected>>;
    return Object.entries(expected).map(([name, wanted]) => ({ folder, name, wanted, path: join(FILES, folder, name) }));
  });

async function imported(bytes: Uint8Array): Promise<Imported> {
  const begun = await beginImport(bytes);
  if (!begun.ok) throw new Error(JSON.stringify(begun.error));
  const read = finished(begun.value.steps());
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  return read.value;
}

/** The same as `expected.json` has, of what was read. */
function countsOf({ dataset, account }: Imported): Omit<Expected, 'spots'> {
  const { dated, withCoordinates, first, last } = summaryOf(dataset);
  const { records, events, refused, notEvents } = account;
  return { records, events, refused: refused.length, notEvents: notEvents.length, dated, withCoordinates, first: first ?? null, last: last ?? null };
}

function spotOf(event: TimelineEvent | undefined, { index, title, edtf, lng, lat, place }: Spot): Spot {
  const located = event?.places.find(isLocated);
  const near = (wanted: number | undefined, found: number | undefined): number | undefined =>
    wanted !== undefined && found !== undefined && Math.abs(wanted - found) < 1e-4 ? wanted : found;
  return {
    ...(index === undefined ? {} : { index }),
    ...(title === undefined ? {} : { title: event?.title ?? '' }),
    ...(edtf === undefined ? {} : { edtf: event?.when.edtf?.text ?? null }),
    ...(lng === undefined ? {} : { lng: near(lng, located?.at[0]) ?? NaN }),
    ...(lat === undefined ? {} : { lat: near(lat, located?.at[1]) ?? NaN }),
    ...(place === undefined ? {} : { place: event?.places[0]?.kind ?? 'none' }),
  };
}

describe.each(files)('$folder/$name', ({ path, wanted }) => {
  it('is read as what it is: every record, its dates and its places', async () => {
    const read = await imported(readFileSync(path));
    const { spots = [], ...counts } = wanted;
    expect(countsOf(read)).toEqual(counts);
    const events = [...eventsInFileOrder(read.dataset)];
    const eventOf = ({ index, title }: Spot): TimelineEvent | undefined => (index === undefined ? events.find((event) => event.title === title) : events[index]);
    expect(spots.map((spot) => spotOf(eventOf(spot), spot))).toEqual(spots);
  });

  it('balances: records are events, refused, and no events', async () => {
    const { account, dataset } = await imported(readFileSync(path));
    expect(account.events + account.refused.length + account.notEvents.length).toBe(account.records);
    expect(dataset.size).toBe(account.events);
  });

  it('is the same file when it comes packed, whatever the package calls it', async () => {
    const bytes = new Uint8Array(readFileSync(path));
    const plain = countsOf(await imported(bytes));
    expect(countsOf(await imported(gzipSync(bytes, { level: 1 })))).toEqual(plain);
    expect(countsOf(await imported(zipSync({ 'folder/wrong-name.txt': bytes }, { level: 1 })))).toEqual(plain);
  });
});

describe('the files', () => {
  it('are of every folder that says what they hold', () => {
    expect(new Set(files.map(({ folder }) => folder)).size).toBeGreaterThan(10);
    expect(files.length).toBeGreaterThan(60);
  });
});
