import { describe, expect, it } from 'vitest';
import { earliestAndLatest } from '../../../../../src/core/formats/xml/times.ts';

describe('the first and the last of times', () => {
  it.each([
    [['2020-01-01T10:00:05Z', '2020-01-01T10:00:00Z', '2020-01-01T10:00:09Z'], ['2020-01-01T10:00:00Z', '2020-01-01T10:00:09Z']],
    [['2020-01-01T10:00:00.5Z', '2020-01-01T10:00:00Z', '2020-01-01T10:00:00.25Z'], ['2020-01-01T10:00:00Z', '2020-01-01T10:00:00.5Z']],
    [['2020-01-01T10:00:00+03:00', '2020-01-01T08:00:00Z'], ['2020-01-01T10:00:00+03:00', '2020-01-01T08:00:00Z']],
    [['2020-01-02', 'soon', '2020-01-01'], ['2020-01-01', '2020-01-02']],
    [['soon'], ['soon', 'soon']],
    [[], undefined],
  ])('of %j', (texts, ends) => {
    expect(earliestAndLatest(texts)).toEqual(ends);
  });
});
