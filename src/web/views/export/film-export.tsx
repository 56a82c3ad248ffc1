import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { formatDuration } from '../../../core/i18n/describe-time.ts';
import { filmMessagesOf } from '../../../core/i18n/film-messages.ts';
import { FIGURE_THEMES, type FigureTheme } from '../../../core/layout/figure-request.ts';
import { figureSizeOf } from '../../../core/layout/figure-size.ts';
import { layoutFilm, type Film } from '../../../core/layout/film.ts';
import { DARK, LIGHT } from '../../../core/scene/palette.ts';
import type { Scene } from '../../../core/scene/scene.ts';
import { PLAYBACK_KINDS, PLAYBACK_SPEEDS, type Playback } from '../../../core/view/playback.ts';
import { whileBusy } from '../../platform/busy.ts';
import { fileNameOf, type Files } from '../../platform/files.ts';
import type { Store } from '../../store/store.ts';
import { Choice, labelled, Select } from './fields.tsx';
import { FILM_FORMATS, type FilmFormatId, type VideoFormatId } from './film/film-formats.ts';
import { paintedFrames } from './film/painted-frames.ts';
import { Preview } from './preview.tsx';
import { useAlive } from './use-alive.ts';

const SHAPES = ['social', 'square', 'story'] as const;
const SCOPES = ['story', 'view'] as const;
const VIDEO = ['mp4', 'webm'] as const satisfies readonly VideoFormatId[];
const FALLBACK_NAME = 'timeline';

/** What is asked of a film. */
interface Draft {
  readonly kind: Playback['kind'];
  readonly speed: Playback['speed'];
  readonly scope: (typeof SCOPES)[number];
  readonly shape: (typeof SHAPES)[number];
  readonly theme: FigureTheme;
  readonly format: FilmFormatId;
}

/** The part of the dialog that makes a film: how it plays, any of its frames, and the file. */
export function FilmExport({ store, files }: { readonly store: Store; readonly files: Files }) {
  const world = store.world.value;
  const words = filmMessagesOf(world.messages);
  const { number } = world.formats;
  const { dataset } = store.opened.value;
  const [draft, setDraft] = useState<Draft>({ kind: 'events', speed: 1, scope: 'story', shape: 'social', theme: world.palette.theme, format: 'gif' });
  const [share, setShare] = useState(1);
  const [status, setStatus] = useState('');
  const [running, setRunning] = useState<AbortController>();
  const encodable = useEncodable();
  const [view, base, shownMap] = [store.view.value, store.baseMap.value, store.shownMap.value];
  const format = FILM_FORMATS.find(({ id }) => id === draft.format) ?? FILM_FORMATS[0];
  const film = useMemo(
    () =>
      layoutFilm({
        dataset, view, base, shownMap,
        scope: draft.scope,
        size: figureSizeOf(draft.shape),
        playback: draft,
        rate: format.rate,
        world: { ...world, palette: draft.theme === 'dark' ? DARK : LIGHT },
      }),
    [dataset, view, base, shownMap, world, draft],
  );
  const frame = Math.round(share * Math.max(film.length - 1, 0));
  const scene = useMemo(() => (film.length === 0 ? undefined : sceneAt(film, frame)), [film, frame]);
  const isTooLong = film.length > format.most;
  const isOpen = useAlive();
  const set = (change: Partial<Draft>): void => {
    setDraft((before) => ({ ...before, ...change }));
    setStatus('');
  };
  // A second press may come before the button is off.
  const atWork = useRef(false);
  const make = async (): Promise<void> => {
    if (atWork.current) return;
    atWork.current = true;
    const controller = new AbortController();
    isOpen.addEventListener('abort', () => controller.abort());
    setRunning(controller);
    const onProgress = (done: number): void => {
      if (!isOpen.aborted) setStatus(words.making(done.toLocaleString(world.locale, { style: 'percent' })));
    };
    onProgress(0);
    const outcome = await whileBusy(madeFilm(film, draft.format, controller.signal, onProgress)).then(
      (file) => {
        const name = fileNameOf(dataset.story.title, draft.format, FALLBACK_NAME);
        files.save(name, file);
        return words.saved(name);
      },
      (error: unknown) => (controller.signal.aborted ? words.stopped : words.failed(error instanceof Error ? error.message : String(error))),
    );
    atWork.current = false;
    if (isOpen.aborted) return;
    setStatus(outcome);
    setRunning(undefined);
  };
  return (
    <form
      class="export"
      onSubmit={(submission) => {
        submission.preventDefault();
        void make();
      }}
    >
      <div class="export-options">
        <p class="export-hint">{words.about}</p>
        <Select label={words.kind} value={draft.kind} groups={[{ label: undefined, options: labelled(PLAYBACK_KINDS, words.kinds) }]} onChoose={(kind) => set({ kind })} />
        <Choice label={words.speed} value={draft.speed} options={PLAYBACK_SPEEDS.map((value) => ({ value, label: words.times(number(value)) }))} onChoose={(speed) => set({ speed })} />
        <Choice label={words.scope} value={draft.scope} options={labelled(SCOPES, words.scopes)} onChoose={(scope) => set({ scope })} />
        <Select label={words.shape} value={draft.shape} groups={[{ label: undefined, options: labelled(SHAPES, words.shapes) }]} onChoose={(shape) => set({ shape })} />
        <Choice label={words.theme} value={draft.theme} options={labelled(FIGURE_THEMES, words.themes)} onChoose={(theme) => set({ theme })} />
        <Choice
          label={words.format}
          value={draft.format}
          options={FILM_FORMATS.map(({ id }) => ({ value: id, label: words.formats[id], refused: id === 'gif' || encodable.has(id) ? undefined : words.notHere }))}
          onChoose={(chosen) => set({ format: chosen })}
        />
        <p class="export-hint">{words.hints[draft.format]}</p>
      </div>
      <div class="export-result">
        <Preview scene={scene} label={words.preview} />
        {film.length > 1 && (
          <input
            class="film-frame"
            type="range"
            min={0}
            max={film.length - 1}
            value={frame}
            aria-label={words.frame}
            aria-valuetext={words.position(number(frame + 1), number(film.length))}
            onInput={({ currentTarget }) => setShare(Number(currentTarget.value) / (film.length - 1))}
          />
        )}
        <p class="export-facts">{factsOf()}</p>
        <div class="export-actions">
          <p role="status">{status}</p>
          {running !== undefined && (
            <button type="button" class="button" onClick={() => running.abort()}>
              {words.stop}
            </button>
          )}
          <button type="submit" class="button button-main" disabled={running !== undefined || film.length === 0 || isTooLong}>
            {words.save(words.formats[draft.format])}
          </button>
        </div>
      </div>
    </form>
  );

  function factsOf(): string {
    if (film.length === 0) return words.empty;
    if (isTooLong) return words.tooLong(number(format.most));
    return words.facts(film.length, number(film.length), formatDuration(film.ms, world));
  }
}

const sceneAt = (film: Film, frame: number): Scene => ({ ...film.ground, marks: [...film.ground.marks, ...film.frameAt(frame).scene.marks] });

/** Makes the file; the writers are fetched when they are asked for. */
async function madeFilm(film: Film, format: FilmFormatId, signal: AbortSignal, onProgress: (done: number) => void): Promise<Blob> {
  const frames = paintedFrames(film, signal);
  if (format === 'gif') return (await import('./film/make-gif.ts')).makeGif(frames, onProgress);
  return (await import('./film/make-video.ts')).makeVideo(format, film.size, frames, onProgress);
}

/** The kinds of video that this browser can encode, as far as they are known yet. */
function useEncodable(): ReadonlySet<FilmFormatId> {
  const [encodable, setEncodable] = useState<ReadonlySet<FilmFormatId>>(new Set());
  useEffect(() => {
    const ask = async (): Promise<void> => {
      const { canMakeVideo } = await import('./film/make-video.ts');
      const answers = await Promise.all(VIDEO.map((format) => canMakeVideo(format, { width: 1200, height: 674 })));
      setEncodable(new Set(VIDEO.filter((_, position) => answers[position])));
    };
    // Without them there is GIF.
    void whileBusy(ask()).catch(() => undefined);
  }, []);
  return encodable;
}
