import { useState } from 'preact/hooks';
import { elementCode, frameCode } from '../../../core/export/embed-code.ts';
import type { pageExportMessagesOf } from '../../../core/i18n/page-export-messages.ts';
import { whileBusy } from '../../platform/busy.ts';
import { browserClipboard, type Clipboard } from '../../platform/clipboard.ts';
import { fileNameOf, type Files } from '../../platform/files.ts';
import type { FrameOptions } from '../../embed/messages.ts';
import type { Store } from '../../store/store.ts';
import { ELEMENT_SCRIPT, elementArchive } from './element-archive.ts';
import { EmbedOptions, type EmbedChoices } from './embed-options.tsx';
import { Choice, labelled } from './fields.tsx';
import './embed-page.css';

interface EmbedPageProps {
  readonly store: Store;
  readonly words: ReturnType<typeof pageExportMessagesOf>;
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

/** How a story gets into another page: as a frame with a page of its own in it, or as an element of that page. */
const WAYS = ['frame', 'element'] as const;

/** One way: what is to be done, the code, and the file that goes with it, with what the button says that saves it. */
interface Way {
  readonly about: string;
  readonly code: string;
  readonly file: string;
  readonly save: string;
  readonly make: () => Promise<Blob>;
}

/** The script for pages that have stories in frames; it lies beside this page. */
const SCRIPT = 'embed.js';
const FALLBACK_NAME = 'story';

/** How the story is shown within another page: the code to be put there, and the files that go with it. */
export function EmbedPage({
  store, words, files, isFirst, isOpen, onFold, choices, onChoose, options, clipboard = browserClipboard(navigator),
}: EmbedPageProps) {
  const [status, setStatus] = useState('');
  const [way, setWay] = useState<(typeof WAYS)[number]>('frame');
  const { dataset } = store.opened.value;
  const { about, code, file, save, make } = wayOf(way);
  const copy = async (): Promise<void> => setStatus((await clipboard.writeText(code)) ? words.embed.copied : words.embed.refused);
  const saveFile = async (): Promise<void> => {
    const made = await whileBusy(make()).catch(() => undefined);
    if (made !== undefined) files.save(file, made);
    setStatus(made === undefined ? words.failed : words.saved(file));
  };
  return (
    <details class="export-embed" open={isOpen} onToggle={({ currentTarget }) => onFold(currentTarget.open)}>
      <summary autoFocus={isFirst}>{words.embed.title}</summary>
      <div class="embed-fields">
        <Choice
          label={words.embed.way}
          value={way}
          options={labelled(WAYS, words.embed.ways)}
          onChoose={(chosen) => {
            setWay(chosen);
            setStatus('');
          }}
        />
        <p class="export-hint">{about}</p>
        <EmbedOptions store={store} words={words.embed} choices={choices} onChoose={onChoose} />
        <label class="export-field">
          <span>{words.embed.code}</span>
          <textarea rows={5} readOnly dir="ltr" spellcheck={false} value={code} onFocus={({ currentTarget }) => currentTarget.select()} />
        </label>
        <div class="export-actions">
          <p role="status">{status}</p>
          <button type="button" class="button" onClick={() => void saveFile()}>
            {save}
          </button>
          <button type="button" class="button button-main" onClick={() => void copy()}>
            {words.embed.copy}
          </button>
        </div>
      </div>
    </details>
  );

  function wayOf(chosen: (typeof WAYS)[number]): Way {
    const { title } = dataset.story;
    const look = { height: choices.height, options };
    switch (chosen) {
      case 'frame': {
        const page = fileNameOf(title, 'html', FALLBACK_NAME);
        return {
          about: words.embed.aboutFrame(page, SCRIPT),
          code: frameCode({ ...look, page, script: SCRIPT, title }),
          file: SCRIPT,
          save: words.embed.saveScript(SCRIPT),
          make: fetchScript,
        };
      }
      case 'element': {
        const [story, archive] = [fileNameOf(title, 'geojson', FALLBACK_NAME), fileNameOf(title, 'zip', FALLBACK_NAME)];
        return {
          about: words.embed.aboutElement(archive),
          code: elementCode({ ...look, story, script: ELEMENT_SCRIPT }),
          file: archive,
          save: words.embed.saveArchive,
          make: () => elementArchive(dataset, story),
        };
      }
    }
  }
}

async function fetchScript(): Promise<Blob> {
  const answer = await fetch(SCRIPT);
  if (!answer.ok) throw new Error(`${SCRIPT}: ${answer.status}`);
  return answer.blob();
}
