import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { DATA_FORMATS, type DataFormat, type DataFormatId } from '../../../core/formats/data-formats.ts';
import { lossesOf, type Loss } from '../../../core/formats/losses.ts';
import { partOf, wholeOf, type StoryPart } from '../../../core/formats/story-part.ts';
import { dataExportMessagesOf } from '../../../core/i18n/data-export-messages.ts';
import { describeLosses } from '../../../core/i18n/describe-losses.ts';
import { sayWhen } from '../../../core/i18n/say-when.ts';
import type { Visible } from '../../../core/query/visible.ts';
import { whileBusy } from '../../platform/busy.ts';
import { fileNameOf, type Files } from '../../platform/files.ts';
import { inSlices } from '../../platform/slices.ts';
import type { Store } from '../../store/store.ts';
import { Choice, Select } from './fields.tsx';
import { useAlive } from './use-alive.ts';

const SCOPES = ['story', 'view'] as const;
type Scope = (typeof SCOPES)[number];

const FALLBACK_NAME = 'story';

/** The part of the dialog that writes data: format and events, what the format cannot hold, and the file. */
export function DataExport({ store, files }: { readonly store: Store; readonly files: Files }) {
  const world = store.world.value;
  const words = dataExportMessagesOf(world.messages);
  const { number } = world.formats;
  const { dataset } = store.opened.value;
  const visible = store.visible.value;
  const [id, setId] = useState<DataFormatId>('csv');
  const [scope, setScope] = useState<Scope>('story');
  const [status, setStatus] = useState('');
  const [isWriting, setWriting] = useState(false);
  const format = DATA_FORMATS.find((known) => known.id === id) ?? DATA_FORMATS[0];
  const part = useMemo(() => (scope === 'story' ? wholeOf(dataset) : partOf(dataset, () => rowsOf(visible))), [dataset, visible, scope]);
  const losses = useLosses(part, id);
  const signal = useAlive();
  // A second press may come before the button is off.
  const atWork = useRef(false);
  const save = async (): Promise<void> => {
    if (atWork.current) return;
    atWork.current = true;
    setWriting(true);
    setStatus(words.saving);
    const outcome = await whileBusy(written(format, part, store, signal)).then(
      (blob) => {
        if (blob === undefined) return '';
        const name = fileNameOf(dataset.story.title, format.extension, FALLBACK_NAME);
        files.save(name, blob);
        return words.saved(name);
      },
      (error: unknown) => words.failed(error instanceof Error ? error.message : String(error)),
    );
    atWork.current = false;
    if (signal.aborted) return;
    setStatus(outcome);
    setWriting(false);
  };
  return (
    <form
      class="export-data"
      onSubmit={(submission) => {
        submission.preventDefault();
        void save();
      }}
    >
      <Select
        label={words.format}
        value={id}
        groups={[{ label: undefined, options: DATA_FORMATS.map((known) => ({ value: known.id, label: words.formats[known.id] })) }]}
        onChoose={(chosen) => {
          setId(chosen);
          setStatus('');
        }}
      />
      <p class="export-hint">{words.hints[id]}</p>
      <Choice
        label={words.scope}
        value={scope}
        options={SCOPES.map((value) => ({ value, label: words.scopes[value](number(value === 'story' ? dataset.size : visible.count)) }))}
        onChoose={(chosen) => {
          setScope(chosen);
          setStatus('');
        }}
      />
      <div class="export-losses" aria-live="polite">
        {losses === undefined ? (
          <p>{words.looking}</p>
        ) : (
          describeLosses(losses, id, world).map(({ sentence, items }) => (
            <section key={sentence}>
              <p>{sentence}</p>
              {items.length > 0 && (
                <ul>
                  {items.map(({ what, examples }) => (
                    <li key={what}>
                      {what}
                      {examples !== '' && <span>{examples}</span>}
                    </li>
                  ))}
                </ul>
              )}
            </section>
          ))
        )}
      </div>
      <div class="export-actions">
        <p role="status">{status}</p>
        <button type="submit" class="button button-main" disabled={isWriting}>
          {words.save}
        </button>
      </div>
    </form>
  );
}

function* rowsOf(visible: Visible): Generator<number, void, void> {
  for (let k = 0; k < visible.count; k += 1) {
    const row = visible.nth(k);
    if (row !== undefined) yield row;
  }
}

/** What the format cannot hold; `undefined` until all events were looked at. */
function useLosses(part: StoryPart, id: DataFormatId): readonly Loss[] | undefined {
  const [found, setFound] = useState<{ readonly part: StoryPart; readonly id: DataFormatId; readonly losses: readonly Loss[] }>();
  useEffect(() => {
    const looking = new AbortController();
    const look = async (): Promise<void> => {
      const losses = await whileBusy(inSlices(lossesOf(part, id), { signal: looking.signal }));
      if (losses !== undefined && !looking.signal.aborted) setFound({ part, id, losses });
    };
    void look();
    return () => looking.abort();
  }, [part, id]);
  return found?.part === part && found.id === id ? found.losses : undefined;
}

/** The file, written in slices so that the page answers meanwhile; `undefined` when it was given up. */
async function written(format: DataFormat, part: StoryPart, store: Store, signal: AbortSignal): Promise<Blob | undefined> {
  const write = await format.load();
  const { messages, locale } = store.world.peek();
  const pieces: string[] = [];
  const gathered = function* (): Generator<undefined, true, void> {
    for (const piece of write(part, (event) => sayWhen(event, { messages, locale }))) {
      pieces.push(piece);
      yield undefined;
    }
    return true;
  };
  const isDone = await inSlices(gathered(), { signal });
  return isDone === true ? new Blob(pieces, { type: format.mime }) : undefined;
}
