import { useEffect, useState } from 'preact/hooks';
import { pageExportMessagesOf } from '../../../core/i18n/page-export-messages.ts';
import { startingAt } from '../../../core/layout/starting-at.ts';
import { THEMES, type Theme } from '../../../core/view/view-state.ts';
import { fromSearch, toSearch } from '../../../core/view/url.ts';
import { whileBusy } from '../../platform/busy.ts';
import { fileNameOf, type Files } from '../../platform/files.ts';
import type { Store } from '../../store/store.ts';
import { NO_CHOICES } from './embed-options.tsx';
import { EmbedPage } from './embed-page.tsx';
import { EmbedPreview } from './embed-preview.tsx';
import { Choice, labelled } from './fields.tsx';
import { makePage } from './make-page.ts';

const VIEWS = ['first', 'present'] as const;
const FALLBACK_NAME = 'story';
/** A page of more bytes than this is one to be warned of. */
const LARGE = 30_000_000;

type Made = { readonly kind: 'making' } | { readonly kind: 'made'; readonly page: Blob } | { readonly kind: 'failed' };

interface PageExportProps {
  readonly store: Store;
  readonly files: Files;
  /** Whether it begins with the code for another page. */
  readonly isForEmbed: boolean;
}

/** The part of the dialog that writes a page: how it opens, how large it will be, and the file. */
export function PageExport({ store, files, isForEmbed }: PageExportProps) {
  const { messages, formats } = store.world.value;
  const words = pageExportMessagesOf(messages);
  const { dataset } = store.opened.value;
  // Its colours are chosen by themselves.
  const present = toSearch({ view: { ...store.view.value, theme: 'auto' }, story: undefined });
  const [opensWith, setOpensWith] = useState<(typeof VIEWS)[number]>('first');
  const [theme, setTheme] = useState<Theme>('auto');
  const [made, setMade] = useState<Made>({ kind: 'making' });
  const [status, setStatus] = useState('');
  const [isEmbedding, setEmbedding] = useState(isForEmbed);
  const [choices, setChoices] = useState(NO_CHOICES);
  const view = opensWith === 'first' ? '' : present;
  // A start that the story does not have is said where it is typed.
  const start = startingAt(fromSearch(view).view, choices.start, dataset).ok ? choices.start : undefined;
  const name = fileNameOf(dataset.story.title, 'html', FALLBACK_NAME);
  useEffect(() => {
    const making = new AbortController();
    setMade({ kind: 'making' });
    const make = async (): Promise<void> => {
      const page = await makePage(dataset, { view, theme, locale: formats.locale }, making.signal);
      if (page !== undefined) setMade({ kind: 'made', page });
    };
    void whileBusy(make()).catch(() => !making.signal.aborted && setMade({ kind: 'failed' }));
    return () => making.abort();
  }, [dataset, view, theme, formats.locale]);
  return (
    <div class="page-export">
      <div class="export-data">
        <form
          class="export-data"
          onSubmit={(submission) => {
            submission.preventDefault();
            if (made.kind !== 'made') return;
            files.save(name, made.page);
            setStatus(words.saved(name));
          }}
        >
          <p class="export-hint">{words.about}</p>
          <Choice label={words.view} value={opensWith} options={labelled(VIEWS, words.views)} onChoose={setOpensWith} />
          <Choice label={words.theme} value={theme} options={labelled(THEMES, words.themes)} onChoose={setTheme} />
          <p class="export-hint" aria-live="polite">
            {saidOf(made)}
          </p>
          <div class="export-actions">
            <p role="status">{status}</p>
            <button type="submit" class="button button-main" disabled={made.kind !== 'made'}>
              {words.save}
            </button>
          </div>
        </form>
        <EmbedPage
          store={store}
          words={words}
          files={files}
          isFirst={isForEmbed}
          isOpen={isEmbedding}
          onFold={setEmbedding}
          choices={choices}
          onChoose={setChoices}
          options={{ view, start, theme: theme === 'auto' ? undefined : theme, language: choices.language }}
        />
      </div>
      {isEmbedding && made.kind !== 'failed' && (
        <EmbedPreview
          words={words.embed.preview}
          formats={formats}
          dataset={dataset}
          title={dataset.story.title}
          options={{ view, start, theme, language: choices.language === '' ? formats.locale : choices.language }}
          height={choices.height}
        />
      )}
    </div>
  );

  function saidOf(now: Made): string {
    if (now.kind !== 'made') return now.kind === 'failed' ? words.failed : words.making;
    const megabytes = formats.number(Math.ceil(now.page.size / 100_000) / 10);
    return now.page.size > LARGE ? words.large(megabytes) : words.size(megabytes);
  }
}
