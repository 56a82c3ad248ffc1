import { useState } from 'preact/hooks';
import type { exportMessagesOf } from '../../../core/i18n/export-messages.ts';
import { browserClipboard, type Clipboard } from '../../platform/clipboard.ts';
import { Words } from './fields.tsx';

interface AltTextProps {
  readonly words: ReturnType<typeof exportMessagesOf>;
  /** What a person wrote; `undefined` while the draft stands. */
  readonly own: string | undefined;
  readonly drafted: string;
  readonly onWrite: (text: string | undefined) => void;
  readonly clipboard?: Clipboard;
}

const ROWS = 4;

/** The words for those who do not see the picture: drafted, one's own to change, and copied to where the picture is published. */
export function AltText({ words, own, drafted, onWrite, clipboard = browserClipboard(navigator) }: AltTextProps) {
  const [status, setStatus] = useState('');
  const text = own ?? drafted;
  const write = (next: string | undefined): void => {
    setStatus('');
    onWrite(next);
  };
  const copy = async (): Promise<void> => setStatus((await clipboard.writeText(text)) ? words.altCopied : words.copyRefused);
  return (
    <div class="export-alt">
      <Words label={words.alt} value={text} rows={ROWS} onWrite={write} />
      <p class="export-hint">{words.altHint}</p>
      <div class="export-alt-actions">
        <button type="button" class="button" disabled={text === ''} onClick={() => void copy()}>
          {words.altCopy}
        </button>
        {own !== undefined && (
          <button type="button" class="button" onClick={() => write(undefined)}>
            {words.altAnew}
          </button>
        )}
        <span role="status">{status}</span>
      </div>
    </div>
  );
}
