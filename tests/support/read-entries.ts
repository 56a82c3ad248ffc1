import { finished } from '../../src/core/base/steps.ts';
import { encodeUtf8 } from '../../src/core/base/utf8.ts';
import type { Answers } from '../../src/core/formats/answers.ts';
import type { Entry } from '../../src/core/formats/entry.ts';
import type { ImportFormat, Parsed } from '../../src/core/formats/format.ts';
import { sampleOf } from '../../src/core/formats/sample.ts';

/** What a reader of entries makes of a text, all its entries taken. */
export interface ReadEntries extends Omit<Extract<Parsed, { readonly kind: 'entries' }>, 'entries'> {
  readonly entries: readonly Entry[];
  readonly events: readonly Extract<Entry, { readonly kind: 'event' }>[];
  readonly refused: readonly Extract<Entry, { readonly kind: 'refused' }>[];
  readonly notEvents: readonly Extract<Entry, { readonly kind: 'not-event' }>[];
}

/** Reads a text by a format whose reader gives entries; throws where the file as a whole is refused. */
export async function readEntries(format: ImportFormat, text: string | Uint8Array, answers: Answers = {}): Promise<ReadEntries> {
  const bytes = typeof text === 'string' ? encodeUtf8(text) : text;
  const reader = await format.load();
  const parsed = finished(reader({ bytes, encoding: 'utf-8', sample: sampleOf(bytes, () => []) }, answers));
  if (!parsed.ok) throw new Error(parsed.error.code);
  if (parsed.value.kind !== 'entries') throw new Error('the reader gives a table');
  const entries = [...parsed.value.entries];
  const ofKind = <K extends Entry['kind']>(kind: K) => entries.filter((entry): entry is Extract<Entry, { readonly kind: K }> => entry.kind === kind);
  const { questions, issues, story, ending } = parsed.value;
  const last = ending?.();
  const about = story ?? last?.story;
  return {
    kind: 'entries',
    questions: [...questions, ...(last?.questions ?? [])],
    issues: [...issues, ...(last?.issues ?? [])],
    ...(about === undefined ? {} : { story: about }),
    entries,
    events: ofKind('event'),
    refused: ofKind('refused'),
    notEvents: ofKind('not-event'),
  };
}
