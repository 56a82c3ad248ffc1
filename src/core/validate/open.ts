import { ok, type Result } from '../base/result.ts';
import { finished, retold, type Steps } from '../base/steps.ts';
import { decodeUtf8, encodeUtf8 } from '../base/utf8.ts';
import type { DatelineFile } from '../formats/dateline-file.ts';
import { FORMATS } from '../formats/index.ts';
import type { Issue } from '../model/issue.ts';
import { validateDateline, type Validated } from './validate-dateline.ts';

/** How far the opening of a file has come. */
export interface OpeningProgress {
  /** From 0 to 1. */
  readonly share: number;
  /** Events read so far. */
  readonly events: number;
  /** Records refused so far, where the format counts them on the way. */
  readonly refused?: number;
}

/** How many bytes from its beginning a format is told by. */
const HEAD = 4096;

/** The share of the work that is done when a file is cut into features; the rest is reading them. */
const CUT_SHARE = 0.1;

/**
 * Opens the UTF-8 bytes of a file: the front door of page and command line. A broken file opens as far as it can, with an issue for all
 * that could not be read. The error is the one reason why nothing of it could. Taken in steps, so that progress can be shown between them.
 */
export function* openSteps(bytes: Uint8Array): Steps<OpeningProgress, Result<Validated, Issue>> {
  const head = decodeUtf8(bytes.subarray(0, HEAD));
  const format = FORMATS.find(({ looksLike }) => looksLike(head)) ?? FORMATS[0];
  const total = Math.max(bytes.length, 1);
  const file = yield* retold(format.parse(bytes), (passed) => ({ share: (passed / total) * CUT_SHARE, events: 0 }));
  if (!file.ok) return file;
  const read = function* (from: DatelineFile): Steps<OpeningProgress, Validated | undefined> {
    const steps = validateDateline(from);
    return yield* retold(steps, ({ end, events }) => ({ share: CUT_SHARE + (Math.min(end / total, 1)) * (1 - CUT_SHARE), events }));
  };
  const validated = yield* read(file.value);
  if (validated !== undefined) return ok(validated);
  const mended = format.mend(bytes);
  if (!mended.ok) return mended;
  const rest = yield* read(mended.value);
  if (rest === undefined) throw new Error('a mended file has a feature that is no JSON');
  return ok(rest);
}

/** Opens the bytes of a file at once: see `openSteps`. */
export const openBytes = (bytes: Uint8Array): Result<Validated, Issue> => finished(openSteps(bytes));

/** Opens a text as the file that holds it. */
export const openText = (text: string): Result<Validated, Issue> => openBytes(encodeUtf8(text));
