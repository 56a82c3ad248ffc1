import { describe, expect, it } from 'vitest';
import { describeIssue } from '../../../../src/core/i18n/describe-issue.ts';
import { en } from '../../../../src/core/i18n/en.ts';
import { ISSUE_CODES, type Issue } from '../../../../src/core/model/issue.ts';

const say = (issue: Partial<Issue>): string => describeIssue({ code: 'title-missing', severity: 'warning', place: {}, ...issue }, en);
const whereOf = (place: Issue['place']): string => say({ place }).replace(/:? ?The title is missing.*$/, '');

describe('an issue in words', () => {
  it('names the place as closely as it is known', () => {
    expect(whereOf({})).toBe('');
    expect(whereOf({ line: 3, column: 5 })).toBe('Line 3, column 5');
    expect(whereOf({ member: 'dateline.title' })).toBe('dateline.title');
    expect(whereOf({ feature: 4 })).toBe('Feature 4');
    expect(whereOf({ feature: 4, id: 'talks', line: 12, member: 'properties.title' })).toBe('Feature 4 “talks”, line 12, properties.title');
  });

  it('gives the parser’s reason and a suggestion for a date', () => {
    expect(say({ code: 'when-unreadable', value: '2026/2/3', parameters: { reason: 'month', at: 6, found: '13', suggestion: '2026-02-03' } })).toBe(
      '“2026/2/3” cannot be read as a date. Month 13 does not exist. Write "2026-02-03", if that is what is meant.',
    );
    expect(say({ code: 'when-unreadable', value: 'soon', parameters: { reason: 'unexpected', at: 1, found: 's' } })).toBe(
      '“soon” cannot be read as a date. Write a day as 2026-02-03, a month as 2026-02, a year as 2026, one of several days as [2026-02-05..2026-02-08].',
    );
  });

  it('counts events with separators, and one event as one', () => {
    expect(say({ code: 'file-truncated', parameters: { events: 1234 } })).toContain('the 1,234 events before this place are shown');
    expect(say({ code: 'file-truncated', parameters: { events: 1 } })).toContain('the one event before this place is shown');
  });

  it.each(ISSUE_CODES)('quotes no property of objects for a parameter that is absent: %s', (code) => {
    expect(say({ code, value: 'constructor' })).not.toMatch(/function|undefined|NaN/);
  });
});
