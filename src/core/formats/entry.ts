import type { NotEventKind } from '../model/account.ts';
import type { Draft } from '../model/draft.ts';
import type { IssueCode, Issue } from '../model/issue.ts';
import type { Story } from '../model/story.ts';

/** Something to tell about a record: becomes an issue at its line. */
export interface Finding {
  readonly code: IssueCode;
  /** Name of the column or path of the member that it is about. */
  readonly column?: string | undefined;
  /** What stood there. */
  readonly value?: string | undefined;
  readonly parameters?: Issue['parameters'];
}

/** One record of a foreign file, read. Each record of a file becomes exactly one entry, so that the account balances. */
export type Entry =
  | { readonly kind: 'event'; readonly line: number; readonly draft: Draft; readonly findings: readonly Finding[] }
  /** What it says about the whole story, such as its title or an era, is in `story`: lists are added to those of other entries. */
  | { readonly kind: 'not-event'; readonly line: number; readonly what: NotEventKind; readonly story?: Partial<Story>; readonly findings?: readonly Finding[] }
  | { readonly kind: 'refused'; readonly line: number; readonly finding: Finding; readonly cells: ReadonlyMap<string, string> };
