import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { ok, unreachable, type Result } from '../../../core/base/result.ts';
import { EXPORT_FORMATS } from '../../../core/export/index.ts';
import { PNG_SCALES, pngSize } from '../../../core/export/png.ts';
import { dataExportMessagesOf } from '../../../core/i18n/data-export-messages.ts';
import { exportMessagesOf } from '../../../core/i18n/export-messages.ts';
import { FIGURE_PARTS, FIGURE_SCOPES } from '../../../core/layout/figure-request.ts';
import { FIGURE_LIMITS, FIGURE_PRESETS } from '../../../core/layout/figure-size.ts';
import type { Scene } from '../../../core/scene/scene.ts';
import { Dialog } from '../../parts/dialog.tsx';
import { browserFiles, fileNameOf, type Files } from '../../platform/files.ts';
import { busy, whileBusy } from '../../platform/busy.ts';
import type { Store } from '../../store/store.ts';
import { DataExport } from './data-export.tsx';
import { figureOf, firstDraft, type ExportDraft } from './export-draft.ts';
import { Choice, Pixels, Select, Words } from './fields.tsx';
import { fetchFonts } from './fonts.ts';
import { copyPicture, makePicture, type PictureProblem } from './picture.ts';
import { Preview } from './preview.tsx';
import './export.css';

interface ExportDialogProps {
  readonly store: Store;
  readonly onClose: () => void;
  readonly files?: Files;
}

const THEMES = ['light', 'dark'] as const;
const DECK_ROWS = 3;

const KINDS = ['image', 'data'] as const;

/** The dialog that gives the story away: as a picture, or as data in another format. */
export function ExportDialog({ store, onClose, files = browserFiles(document) }: ExportDialogProps) {
  const { messages } = store.world.value;
  const [ofImages, ofData] = [exportMessagesOf(messages), dataExportMessagesOf(messages)];
  const [kind, setKind] = useState<(typeof KINDS)[number]>('image');
  return (
    <Dialog title={kind === 'image' ? ofImages.title : ofData.title} closeLabel={ofImages.close} onClose={onClose}>
      <div class="export-kind">
        <Choice label={ofData.kind} value={kind} options={labelled(KINDS, ofData.kinds)} onChoose={setKind} />
      </div>
      {kind === 'image' ? <ImageExport store={store} files={files} /> : <DataExport store={store} files={files} />}
    </Dialog>
  );
}

/** The part of the dialog that makes a picture: choices on one side, the picture as it will be on the other. */
function ImageExport({ store, files }: Required<Pick<ExportDialogProps, 'store' | 'files'>>) {
  const world = store.world.value;
  const words = exportMessagesOf(world.messages);
  const { number } = world.formats;
  const [draft, setDraft] = useState(() => firstDraft(store.opened.peek().dataset.story, world.palette.theme));
  const [status, setStatus] = useState('');
  const [isWorking, setWorking] = useState(false);
  const set = (change: Partial<ExportDraft>): void => {
    setDraft((before) => ({ ...before, ...change }));
    setStatus('');
  };
  const [opened, view, base] = [store.opened.value, store.view.value, store.baseMap.value];
  const settled = useSettled(draft);
  const figure = useMemo(() => figureOf(settled, store), [settled, opened, view, base, world]);
  /** The figure of what is chosen at this moment, which the preview may not have reached yet. */
  const sceneNow = (): Scene => (settled === draft ? figure : figureOf(draft, store)).scene;
  useEffect(() => void fetchFonts(figure.scene), [figure]);
  const pixels = pngSize(figure.scene.size, draft.format === 'png' ? draft.scale : 1);
  // A picture that is under way when the dialog closes has nobody to speak to.
  const isOpen = useRef(true);
  useEffect(
    () => () => {
      isOpen.current = false;
    },
    [],
  );

  const sentenceOf = (problem: PictureProblem): string => {
    switch (problem) {
      case 'too-large':
        return words.tooLarge(number(Math.round((pixels.width * pixels.height) / 1e6)));
      case 'fonts-missing':
        return words.fontsMissing;
      case 'clipboard-refused':
        return words.copyRefused;
      default:
        return unreachable(problem);
    }
  };
  const work = async (task: () => Promise<Result<string, PictureProblem>>): Promise<void> => {
    setWorking(true);
    setStatus(words.preparing);
    const outcome = await whileBusy(task()).then(
      (result) => (result.ok ? result.value : sentenceOf(result.error)),
      (error: unknown) => words.failed(error instanceof Error ? error.message : String(error)),
    );
    if (!isOpen.current) return;
    setStatus(outcome);
    setWorking(false);
  };
  const save = (): Promise<void> =>
    work(async () => {
      const picture = await makePicture(sceneNow(), draft.format, draft.scale);
      if (!picture.ok) return picture;
      const name = fileNameOf(draft.title, draft.format, FALLBACK_NAME);
      files.save(name, picture.value);
      return ok(words.saved(name));
    });
  const copy = (): Promise<void> =>
    work(async () => {
      const copied = await copyPicture(sceneNow(), draft.scale);
      return copied.ok ? ok(words.copied) : copied;
    });

  return (
    <form
      class="export"
      onSubmit={(submission) => {
        submission.preventDefault();
        void save();
      }}
    >
      <div class="export-options">
        <Choice label={words.what} value={draft.parts} options={labelled(FIGURE_PARTS, words.parts)} onChoose={(parts) => set({ parts })} />
        <Choice label={words.scope} value={draft.scope} options={labelled(FIGURE_SCOPES, words.scopes)} onChoose={(scope) => set({ scope })} />
        <Select
          label={words.size}
          value={draft.preset}
          options={labelled([...FIGURE_PRESETS.map(({ id }) => id), 'custom'] as const, words.sizes)}
          onChoose={(preset) => set({ preset })}
        />
        {draft.preset === 'custom' && (
          <div class="export-pair">
            <Pixels label={words.width} value={draft.width} {...FIGURE_LIMITS} onSet={(width) => width !== undefined && set({ width })} />
            <Pixels
              label={words.height}
              value={draft.height}
              {...FIGURE_LIMITS}
              placeholder={words.heightNatural}
              onSet={(height) => set({ height })}
            />
          </div>
        )}
        <Choice label={words.theme} value={draft.theme} options={labelled(THEMES, words.themes)} onChoose={(theme) => set({ theme })} />
        <Words label={words.headline} value={draft.title} rows={2} onWrite={(title) => set({ title })} />
        <Words label={words.deck} value={draft.deck} rows={DECK_ROWS} onWrite={(deck) => set({ deck })} />
        <Words label={words.credit} value={draft.credit} onWrite={(credit) => set({ credit })} />
        <Choice
          label={words.format}
          value={draft.format}
          options={EXPORT_FORMATS.map(({ id }) => ({ value: id, label: words.formats[id] }))}
          onChoose={(format) => set({ format })}
        />
        <p class="export-hint">{words.formatHints[draft.format]}</p>
        {draft.format === 'png' && (
          <Choice
            label={words.scale}
            value={draft.scale}
            options={PNG_SCALES.map((scale) => ({ value: scale, label: words.scaleOf(number(scale)) }))}
            onChoose={(scale) => set({ scale })}
          />
        )}
      </div>
      <div class="export-result">
        <Preview scene={figure.scene} label={words.preview} />
        <p class="export-facts">
          {words.pixels(number(pixels.width), number(pixels.height))}
          {figure.unnamed > 0 && ` · ${words.notListed(figure.unnamed, number(figure.unnamed))}`}
          {base === undefined && ` · ${words.baseMapPending}`}
        </p>
        <div class="export-actions">
          <p role="status">{status}</p>
          {canCopy() && (
            <button type="button" class="button" disabled={isWorking} onClick={() => void copy()}>
              {words.copy}
            </button>
          )}
          <button type="submit" class="button button-main" disabled={isWorking}>
            {words.save(words.formats[draft.format])}
          </button>
        </div>
      </div>
    </form>
  );
}

/** Milliseconds without a change after which the preview follows: typing stays quick however large the story is. */
const SETTLING_MS = 120;

/** The value as it was when it last stood still. */
function useSettled<T>(value: T): T {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const done = busy();
    const timer = setTimeout(() => {
      setSettled(() => value);
      done();
    }, SETTLING_MS);
    return () => {
      clearTimeout(timer);
      done();
    };
  }, [value]);
  return settled;
}

const FALLBACK_NAME = 'timeline';

const labelled = <T extends string>(values: readonly T[], labels: Readonly<Record<T, string>>) =>
  values.map((value) => ({ value, label: labels[value] }));

const canCopy = (): boolean => 'ClipboardItem' in window && (navigator.clipboard as Clipboard | undefined)?.write !== undefined;
