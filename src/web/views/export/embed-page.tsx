import { useState } from 'preact/hooks';
import { embedCode } from '../../../core/export/embed-code.ts';
import type { pageExportMessagesOf } from '../../../core/i18n/page-export-messages.ts';
import { whileBusy } from '../../platform/busy.ts';
import { browserClipboard, type Clipboard } from '../../platform/clipboard.ts';
import type { Files } from '../../platform/files.ts';
import type { FrameOptions } from '../../embed/messages.ts';
import type { Store } from '../../store/store.ts';
import { EmbedOptions, type EmbedChoices } from './embed-options.tsx';
import './embed-page.css';

interface EmbedPageProps {
  readonly store: Store;
  readonly words: ReturnType<typeof pageExportMessagesOf>;
  readonly title: string;
  /** Name of the file that the story's page is saved as. */
  readonly pageName: string;
  readonly files: Files;
  /** Whether it is what the dialog was opened for, and has the focus. */
  readonly isFirst: boolean;
  readonly isOpen: boolean;
  readonly onFold: (isOpen: boolean) => void;
  readonly choices: EmbedChoices;
  readonly onChoose: (choices: EmbedChoices) => void;
  /** How it is shown. */
  readonly options: FrameOptions;
  readonly clipboard?: Clipboard;
}

/** The script for pages that have stories in frames; it lies beside this page. */
const SCRIPT = 'embed.js';

/** How the story's page is shown within another: the code to be put there, and the script that goes with it. */
export function EmbedPage({
  store, words, title, pageName, files, isFirst, isOpen, onFold, choices, onChoose, options, clipboard = browserClipboard(navigator),
}: EmbedPageProps) {
  const [status, setStatus] = useState('');
  const code = embedCode({ page: pageName, script: SCRIPT, title, height: choices.height, options });
  const copy = async (): Promise<void> => setStatus((await clipboard.writeText(code)) ? words.embed.copied : words.embed.refused);
  const saveScript = async (): Promise<void> => {
    const script = await whileBusy(fetchScript());
    if (script !== undefined) files.save(SCRIPT, script);
    setStatus(script === undefined ? words.failed : words.saved(SCRIPT));
  };
  return (
    <details class="export-embed" open={isOpen} onToggle={({ currentTarget }) => onFold(currentTarget.open)}>
      <summary autoFocus={isFirst}>{words.embed.title}</summary>
      <div class="embed-fields">
        <p class="export-hint">{words.embed.about(pageName, SCRIPT)}</p>
        <EmbedOptions store={store} words={words.embed} choices={choices} onChoose={onChoose} />
        <label class="export-field">
          <span>{words.embed.code}</span>
          <textarea rows={5} readOnly dir="ltr" spellcheck={false} value={code} onFocus={({ currentTarget }) => currentTarget.select()} />
        </label>
        <div class="export-actions">
          <p role="status">{status}</p>
          <button type="button" class="button" onClick={() => void saveScript()}>
            {words.embed.saveScript(SCRIPT)}
          </button>
          <button type="button" class="button button-main" onClick={() => void copy()}>
            {words.embed.copy}
          </button>
        </div>
      </div>
    </details>
  );
}

async function fetchScript(): Promise<Blob | undefined> {
  try {
    const answer = await fetch(SCRIPT);
    return answer.ok ? await answer.blob() : undefined;
  } catch {
    return undefined;
  }
}
