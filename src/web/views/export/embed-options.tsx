import { describeEdtf } from '../../../core/i18n/describe-time.ts';
import type { pageExportMessagesOf } from '../../../core/i18n/page-export-messages.ts';
import { startingAt } from '../../../core/layout/starting-at.ts';
import { eventAt, rowOf } from '../../../core/model/rows.ts';
import { parseEdtf } from '../../../core/time/edtf.ts';
import { INITIAL_VIEW } from '../../../core/view/view-state.ts';
import { HEIGHTS } from '../../embed/messages.ts';
import type { Store } from '../../store/store.ts';
import { Pixels, Select, Words } from './fields.tsx';

/** What is chosen of a story in another page, beside the view and the colours that its own page opens with. */
export interface EmbedChoices {
  /** As it is typed. */
  readonly start: string;
  /** IETF tag; empty for the one that its own page has. */
  readonly language: string;
  /** Pixels; `undefined` for those that suit the width. */
  readonly height: number | undefined;
}

export const NO_CHOICES: EmbedChoices = { start: '', language: '', height: undefined };

/** Languages whose forms of dates and numbers are offered. */
const LANGUAGES = ['ar', 'cs', 'da', 'de', 'el', 'en-GB', 'en-US', 'es', 'fi', 'fr', 'he', 'hi', 'hu', 'id', 'it', 'ja', 'ko', 'nb', 'nl', 'pl', 'pt-BR', 'pt-PT', 'ro', 'ru', 'sv', 'tr', 'uk', 'vi', 'zh-CN'];

interface EmbedOptionsProps {
  readonly store: Store;
  readonly words: ReturnType<typeof pageExportMessagesOf>['embed'];
  readonly choices: EmbedChoices;
  readonly onChoose: (choices: EmbedChoices) => void;
}

/** Where a story in another page begins, how high it is, and whose forms of dates it has. */
export function EmbedOptions({ store, words, choices, onChoose }: EmbedOptionsProps) {
  const { formats } = store.world.value;
  const { start, language, height } = choices;
  const names = new Intl.DisplayNames(formats.locale, { type: 'language' });
  const offered = LANGUAGES.map((tag) => ({ value: tag, label: names.of(tag) ?? tag })).toSorted((a, b) => a.label.localeCompare(b.label, formats.locale));
  return (
    <>
      <Words label={words.start} value={start} placeholder={words.startPlaceholder} onWrite={(text) => onChoose({ ...choices, start: text })} />
      <p class="export-hint" aria-live="polite">
        {saidOfStart(start, store, words)}
      </p>
      <div class="export-pair">
        <Pixels
          label={words.height}
          value={height}
          least={HEIGHTS.least}
          most={HEIGHTS.most}
          placeholder={words.heightPlaceholder}
          onSet={(pixels) => onChoose({ ...choices, height: pixels })}
        />
        <Select
          label={words.language}
          value={language}
          groups={[{ label: undefined, options: [{ value: '', label: words.languageAsHere(names.of(formats.locale) ?? formats.locale) }, ...offered] }]}
          onChoose={(tag) => onChoose({ ...choices, language: tag })}
        />
      </div>
    </>
  );
}

/** What a start means to the story: what it names, or why it is none. */
function saidOfStart(start: string, store: Store, words: EmbedOptionsProps['words']): string {
  if (start.trim() === '') return words.startHint;
  const { dataset } = store.opened.value;
  const { messages, locale } = store.world.value;
  const begun = startingAt(INITIAL_VIEW, start, dataset);
  if (!begun.ok) return words.startFaults[begun.error];
  const row = rowOf(dataset, start);
  if (row !== undefined) return words.startEvent(eventAt(dataset, row).title);
  const edtf = parseEdtf(start.trim());
  return edtf.ok ? words.startDate(describeEdtf(edtf.value, { messages, locale })) : words.startFaults.unknown;
}
