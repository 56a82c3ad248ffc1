import { describe, expect, it } from 'vitest';
import { finished } from '../../../../src/core/base/steps.ts';
import { encodeUtf8 } from '../../../../src/core/base/utf8.ts';
import type { Answers } from '../../../../src/core/formats/answers.ts';
import { beginImport, type Imported } from '../../../../src/core/validate/import.ts';
import { mendRecord } from '../../../../src/core/validate/mend-record.ts';

async function imported(text: string, answers: Answers = {}): Promise<Imported> {
  const begun = await beginImport(encodeUtf8(text), answers);
  if (!begun.ok) throw new Error(begun.error.code);
  const read = finished(begun.value.steps());
  if (!read.ok) throw new Error(read.error.code);
  return read.value;
}

describe('a refused record that was mended', () => {
  it('is read with the columns and the order of dates of its file', async () => {
    const { about } = await imported('Wann,Was,Wo\n13/07/2026,One,Oman\n03/04/2026,Two,Iran\n', { mapping: new Map([['Wann', 'start'], ['Was', 'title']]) });
    const cells = new Map([['Wann', '05/06/2026'], ['Was', 'Three'], ['Wo', '']]);
    const mended = await mendRecord(cells, about, {});
    if (!mended.ok) return expect.fail(mended.error.code);
    expect(mended.value.events).toMatchObject([{ title: 'Three', when: { edtf: { text: '2026-06-05' } } }]);
  });

  it('is refused still while there is nothing in it', async () => {
    const { about } = await imported('date,title\n2026-01-01,One\n');
    const mended = await mendRecord(new Map([['date', ''], ['title', ' ']]), about, {});
    expect(mended.ok && mended.value.events).toEqual([]);
  });

  it('is read from its text as a line below the columns of its file', async () => {
    const { about } = await imported('date;title\n2026-01-01;One\n');
    const mended = await mendRecord(new Map([['', '2026-01-02;Two']]), about, {});
    expect(mended).toMatchObject({ ok: true, value: { events: [{ title: 'Two', when: { edtf: { text: '2026-01-02' } } }] } });
  });

  it('is read from its text as a record of a list of JSON', async () => {
    const { account, about } = await imported('[{"date":"2026-01-01","title":"One"},"no record",{"date":"2026-01-02","title":"Two"}]');
    expect(account.refused.map(({ cells }) => [...cells])).toEqual([[['', 'no record']]]);
    const mended = await mendRecord(new Map([['', '{"date":"2026-01-03","title":"Three"}']]), about, {});
    expect(mended).toMatchObject({ ok: true, value: { events: [{ title: 'Three' }] } });
  });
});
