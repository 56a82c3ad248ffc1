import { describe, expect, it } from 'vitest';
import { finished, type Steps } from '../../../../src/core/base/steps.ts';
import { encodeUtf8 } from '../../../../src/core/base/utf8.ts';
import type { Answers } from '../../../../src/core/formats/answers.ts';
import { parseGazetteer } from '../../../../src/core/geo/gazetteer.ts';
import { reviewFile, type Review } from '../../../../src/core/validate/review.ts';

const GAZETTEER = parseGazetteer('kind\tcountry\tcode\tweight\tlng\tlat\tradiusKm\ten\tfa\tar\ttr\ncity\tOMN\t\t20\t58.59\t23.61\t\tMuscat\t\t\t\ncountry\tOMN\tOMN\t20\t56\t21\t\tOman\t\t\t\n');

async function reviewOf(file: string | Uint8Array, answers: Answers = {}): Promise<Review> {
  const reviewed = await reviewFile(typeof file === 'string' ? encodeUtf8(file) : file, answers, {
    run: <T>(steps: Steps<unknown, T>) => Promise.resolve(finished(steps)),
    gazetteer: () => Promise.resolve(GAZETTEER),
  });
  if (reviewed?.ok !== true) throw new Error(reviewed?.error.code ?? 'stopped');
  return reviewed.value;
}

describe('the look at a file before it enters', () => {
  it('says what the file is, what its columns mean, and where its records have gone', async () => {
    const review = await reviewOf('Date;Name;Lat;Lon\n03.02.2026;One;23,6;58,5\n;;;\n14.02.2026;Two;35,7;51,4\n');
    expect(review).toMatchObject({
      isWhole: true,
      counts: { records: 3, events: 2, refused: 0, notEvents: 1 },
      about: { formatName: 'CSV', encoding: 'utf-8', delimiter: ';', habits: { order: 'day-first' } },
    });
    expect(review.about.columns.map(({ name, field }) => [name, field])).toEqual([
      ['Date', 'start'], ['Name', 'title'], ['Lat', 'latitude'], ['Lon', 'longitude'],
    ]);
    expect(review.about.columns[1]?.cells).toEqual(['One', 'Two']);
    expect(review.events.map(({ title, when }) => [title, when.edtf?.text])).toEqual([['One', '2026-02-03'], ['Two', '2026-02-14']]);
  });

  it('follows what is said of columns and dates', async () => {
    const csv = 'a,b\n03/04/2026,One\n05/06/2026,Two\n';
    const review = await reviewOf(csv, { order: 'month-first', mapping: new Map([['b', 'description'], ['a', 'start']]) });
    expect(review.about.columns.map(({ field }) => field)).toEqual(['start', 'description']);
    expect(review.events.map(({ when }) => when.edtf?.text)).toEqual(['2026-03-04', '2026-05-06']);
  });

  it('reads the beginning of a long file, and says that it is no more', async () => {
    const rows = Array.from({ length: 3000 }, (_, row) => `2026-01-01,Event ${row}\n`).join('');
    const review = await reviewOf(`date,title\n${rows}`);
    expect([review.isWhole, review.counts.events, review.events.length]).toEqual([false, 2000, 20]);
  });

  it('shows lines in which the encoding matters, each from near its letter on', async () => {
    const latin = Uint8Array.from(Array.from(`date,title\n2026-01-01,${'x'.repeat(100)} Déclaration\n2026-01-02,Plain\n`, (letter) => letter.charCodeAt(0)));
    expect((await reviewOf(latin, { encoding: 'windows-1252' })).lettered).toEqual([expect.stringMatching(/^…x+ Déclaration$/)]);
    expect((await reviewOf('date,title\n2026-01-01,Plain\n')).lettered).toEqual([]);
  });

  it('proposes positions for names without one, each name once', async () => {
    const { places, countries } = await reviewOf('date,title,place\n2026-01-01,One,Muscat\n2026-01-02,Two,Muscat\n2026-01-03,Three,Nowhere at all\n');
    expect(places).toMatchObject([{ name: 'Muscat', count: 2, lookedUp: { found: { at: [58.59, 23.61] } } }, { name: 'Nowhere at all', count: 1 }]);
    expect(places[1]?.lookedUp).toBeUndefined();
    expect([...countries]).toEqual([['OMN', 'Oman']]);
  });
});
