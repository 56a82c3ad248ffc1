import { describe, expect, it } from 'vitest';
import { en } from '../../../../../src/core/i18n/en.ts';
import type { Refusal } from '../../../../../src/core/model/account.ts';
import { accountCsv } from '../../../../../src/web/views/issues/account-csv.ts';

const refusalOf = (value: string): Refusal => ({
  issue: { code: 'entry-damaged', severity: 'error', place: { line: 7, member: 'date' }, value },
  cells: new Map(),
});

describe('the account as CSV', () => {
  it('has a line for each record that is no event and each warning, below its columns', () => {
    const text = accountCsv(
      {
        refused: [refusalOf('x')],
        warnings: [{ code: 'null-island', severity: 'warning', place: { line: 9 } }],
        notEvents: [{ line: 12, kind: 'blank' }],
      },
      en,
    );
    const lines = text.split('\r\n');
    expect(lines[0]).toBe('\uFEFFkind,line,column,value,reason,mend');
    expect(lines[1]).toMatch(/^set aside,7,date,x,/);
    expect(lines[2]).toMatch(/^to look at,9,,,/);
    expect(lines.slice(3)).toEqual(['not an event,12,,,a blank line,', '']);
  });

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\tx', '＝1'])('lets no cell become a formula: %j', (value) => {
    const text = accountCsv({ refused: [refusalOf(value)], warnings: [], notEvents: [] }, en);
    expect(text).toMatch(new RegExp(`,"?'${value.replaceAll(/[+()]/g, String.raw`\$&`)}`));
  });
});
