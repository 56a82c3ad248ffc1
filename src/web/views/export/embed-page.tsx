import { useState } from 'preact/hooks';
import { embedCode } from '../../../core/export/embed-code.ts';
import type { pageExportMessagesOf } from '../../../core/i18n/page-export-messages.ts';
import { whileBusy } from '../../platform/busy.ts';
import { browserClipboard, type Clipboard } from '../../platform/clipboard.ts';
import type { Files } from '../../platform/files.ts';
import './embed-page.css';

interface EmbedPageProps {
  readonly words: ReturnType<typeof pageExportMessagesOf>;
  readonly title: string;
  /** Name of the file that the story's page is saved as. */
  readonly pageName: string;
  readonly files: Files;
  /** Whether it is what the dialog was opened for: unfolded, with the focus. */
  readonly isFirst: boolean;
  readonly clipboard?: Clipboard;
}

/** The script for pages that have stories in frames; it lies beside this page. */
const SCRIPT = 'embed.js';

/** How the story's page is shown within another: the code to be put there, and the script that goes with it. */
export function EmbedPage({ words, title, pageName, files, isFirst, clipboard = browserClipboard(navigator) }: EmbedPageProps) {
  const [status, setStatus] = useState('');
  const code = embedCode({ page: pageName, script: SCRIPT, title, height: undefined });
  const copy = async (): Promise<void> => setStatus((await clipboard.writeText(code)) ? words.embed.copied : words.embed.refused);
  const saveScript = async (): Promise<void> => {
    const script = await whileBusy(fetchScript());
    if (script !== undefined) files.save(SCRIPT, script);
    setStatus(script === undefined ? words.failed : words.saved(SCRIPT));
  };
  return (
    <details class="export-embed" open={isFirst}>
      <summary autoFocus={isFirst}>{words.embed.title}</summary>
      <p class="export-hint">{words.embed.about(pageName, SCRIPT)}</p>
      <ArticleSketch />
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

/** How a story lies in the column of an article: its title, the map, the strip of the whole time line, and the list. */
function ArticleSketch() {
  return (
    <svg class="embed-sketch" viewBox="0 0 320 200" aria-hidden="true">
      <g class="sketch-text">
        <rect x="60" y="10" width="150" height="9" />
        <rect x="60" y="27" width="200" height="4" />
        <rect x="60" y="35" width="176" height="4" />
        <rect x="60" y="178" width="200" height="4" />
        <rect x="60" y="186" width="120" height="4" />
      </g>
      <rect class="sketch-frame" x="60" y="48" width="200" height="122" rx="3" />
      <rect class="sketch-map" x="61" y="60" width="198" height="46" />
      <path class="sketch-line" d="M60 60h200M60 106h200M60 120h200" />
      <g class="sketch-sign">
        <circle cx="128" cy="76" r="4" />
        <circle cx="176" cy="88" r="6" />
        <circle cx="190" cy="98" r="3" />
        <circle cx="70" cy="134" r="3" />
        <circle cx="70" cy="154" r="3" />
      </g>
      <g class="sketch-text">
        <rect x="66" y="53" width="84" height="4" />
        <rect x="66" y="110" width="188" height="6" />
        <rect x="80" y="131" width="130" height="5" />
        <rect x="80" y="151" width="104" height="5" />
      </g>
    </svg>
  );
}
