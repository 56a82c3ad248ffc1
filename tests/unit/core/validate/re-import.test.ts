import { describe, expect, it } from 'vitest';
import { finished } from '../../../../src/core/base/steps.ts';
import { encodeUtf8 } from '../../../../src/core/base/utf8.ts';
import type { Dataset } from '../../../../src/core/model/dataset.ts';
import { beginImport } from '../../../../src/core/validate/import.ts';
import { compareStories } from '../../../../src/core/validate/re-import.ts';

async function storyOf(csv: string): Promise<Dataset> {
  const begun = await beginImport(encodeUtf8(csv));
  if (!begun.ok) throw new Error(begun.error.code);
  const read = finished(begun.value.steps());
  if (!read.ok) throw new Error(read.error.code);
  return read.value.dataset;
}

const compared = async (story: string, file: string) => finished(compareStories(await storyOf(story), await storyOf(file)));

describe('a file that is opened again', () => {
  it('has nothing new when it is the same', async () => {
    const csv = 'id,date,title,place\na,2026-02-03,One,Oman\nb,2026-02-04,Two,Iran\n';
    expect(await compared(csv, csv)).toEqual({ added: [], changed: [], removed: [], same: 2 });
  });

  it('tells by ids what is new, what is told otherwise in which members, and what it does not have', async () => {
    const { added, changed, removed, same } = await compared(
      'id,date,title\na,2026-02-03,One\nb,2026-02-04,Two\nc,2026-02-05,Three\n',
      'id,date,title\nd,2026-02-06,Four\nb,2026-02-07,Two\na,2026-02-03,One\n',
    );
    expect(added.map(({ title }) => title)).toEqual(['Four']);
    expect(changed).toMatchObject([{ before: { id: 'b' }, after: { id: 'b', title: 'Two' }, members: ['when'] }]);
    expect(changed.map(({ before, after }) => [before.when.edtf?.text, after.when.edtf?.text])).toEqual([['2026-02-04', '2026-02-07']]);
    expect(removed.map(({ id }) => id)).toEqual(['c']);
    expect(same).toBe(1);
  });

  it('goes by title, date and place where there are no ids, and keeps the story’s own', async () => {
    const [story, file] = await Promise.all([
      storyOf('date,title,notes\n2026-02-03,One,first\n2026-02-04,Two,\n'),
      storyOf('date,title,notes\n2026-02-04,Two,\n2026-02-03,One,second\n2026-02-05,Three,\n'),
    ]);
    const { added, changed, removed, same } = finished(compareStories(story, file));
    expect(added.map(({ title }) => title)).toEqual(['Three']);
    expect(changed).toHaveLength(1);
    expect(changed[0]?.after.id).toBe(changed[0]?.before.id);
    expect([removed, same]).toEqual([[], 1]);
  });

  it('matches as many equal events as there are, and no more', async () => {
    const one = 'date,title\n2026-02-03,Rain\n';
    expect((await compared(one, `${one}2026-02-03,Rain\n`)).added).toHaveLength(1);
    expect((await compared(`${one}2026-02-03,Rain\n`, one)).removed).toHaveLength(1);
  });
});
