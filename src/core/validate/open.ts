import { ok, type Result } from '../base/result.ts';
import { FORMATS } from '../formats/index.ts';
import { featureLines } from '../formats/walk-file.ts';
import type { Issue } from '../model/issue.ts';
import { validateDateline, type Validated } from './validate-dateline.ts';

/**
 * Opens the text of a file: the front door of page and command line. A broken file opens as far as it can, with an issue for all that
 * could not be read. The error is the one reason why nothing of it could.
 */
export function openText(text: string): Result<Validated, Issue> {
  const format = FORMATS.find(({ looksLike }) => looksLike(text)) ?? FORMATS[0];
  const file = format.parse(text);
  if (!file.ok) return file;
  const { dataset, issues } = validateDateline(file.value);
  return ok({ dataset, issues: withLines(text, issues) });
}

/** The issues with the line where their feature begins; the file is only walked again when there is one to place. */
function withLines(text: string, issues: readonly Issue[]): readonly Issue[] {
  const lacks = ({ place }: Issue): boolean => place.feature !== undefined && place.line === undefined;
  if (!issues.some(lacks)) return issues;
  const lines = featureLines(text);
  return issues.map((issue) => {
    const line = lacks(issue) && issue.place.feature !== undefined ? lines[issue.place.feature - 1] : undefined;
    return line === undefined ? issue : { ...issue, place: { ...issue.place, line } };
  });
}
