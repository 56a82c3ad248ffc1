import type { Result } from '../base/result.ts';
import type { Steps } from '../base/steps.ts';
import { looksLikeZip, membersOfZip } from '../formats/zip.ts';
import type { Issue } from '../model/issue.ts';
import { beginImport, type Imported } from './import.ts';
import type { OpeningProgress } from './open.ts';
import { isNative } from './review.ts';

/** A story that lies in an archive. */
export interface ArchivedStory {
  /** Its file's own name. */
  readonly fileName: string;
  readonly steps: () => Steps<OpeningProgress, Result<Imported, Issue>>;
}

/** What a story of this program may be called; other files are not unpacked. */
const NAMED = /\.(?:geo)?json$/i;

/** The stories of this program in a zip archive, such as the library writes, in the order in which they lie there. None in any other file. */
export async function storiesInArchive(file: Uint8Array): Promise<readonly ArchivedStory[]> {
  const stories: ArchivedStory[] = [];
  if (!looksLikeZip(file)) return stories;
  for (const { path, read } of membersOfZip(file).members) {
    const whole = NAMED.test(path) ? read() : undefined;
    const begun = whole?.ok === true ? await beginImport(whole.value.bytes) : undefined;
    if (begun?.ok === true && begun.value.detected.some(({ format }) => isNative({ format: format.id }))) {
      stories.push({ fileName: path.replace(/^.*\//, ''), steps: begun.value.steps });
    }
  }
  return stories;
}
