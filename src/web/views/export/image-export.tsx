import { useEffect, useRef, useState } from 'preact/hooks';
import { ok } from '../../../core/base/result.ts';
import { exportFormat } from '../../../core/export/index.ts';
import { pngSize } from '../../../core/export/png.ts';
import { dateline } from '../../../core/formats/dateline.ts';
import { exportMessagesOf } from '../../../core/i18n/export-messages.ts';
import { fileNameOf, type Files } from '../../platform/files.ts';
import type { Store } from '../../store/store.ts';
import { firstDraft, type ExportDraft } from './export-draft.ts';
import { FigureFields } from './figure-fields.tsx';
import { fetchFonts } from './fonts.ts';
import { copyPicture, makePicture } from './picture.ts';
import { Preview } from './preview.tsx';
import { rememberDraft, rememberedDraft } from './remembered.ts';
import { useFigure } from './use-figure.ts';
import { usePictureWork } from './use-picture-work.ts';

interface ImageExportProps {
  readonly store: Store;
  readonly files: Files;
}

const FALLBACK_NAME = 'timeline';

/** The part of the dialog that makes a picture: choices on one side, the picture as it will be on the other. */
export function ImageExport({ store, files }: ImageExportProps) {
  const world = store.world.value;
  const words = exportMessagesOf(world.messages);
  const { number } = world.formats;
  const { story } = store.opened.value.dataset;
  const [draft, setDraft] = useState(() => rememberedDraft(story.title) ?? firstDraft(world.palette.theme));
  // Presses can follow each other faster than frames: what was chosen last counts, not what is on the page already.
  const chosen = useRef(draft);
  const { figure: request, format, scale } = draft;
  const figure = useFigure(request, store);
  const scene = figure.shown?.scene;
  const size = scene && pngSize(scene.size, format === 'png' ? scale : 1);
  const work = usePictureWork(words, world, size);
  useEffect(() => {
    if (scene !== undefined) void fetchFonts(scene);
  }, [scene]);
  const change = (by: (now: ExportDraft) => ExportDraft): void => {
    const next = by(chosen.current);
    chosen.current = next;
    setDraft(next);
    rememberDraft(story.title, next);
    work.forget();
  };
  const save = (): Promise<void> =>
    work.run(async (told) => {
      const wanted = chosen.current;
      const held = wanted.withStory && exportFormat(wanted.format).holdsStory ? dateline.serialize(store.opened.value.dataset) : undefined;
      const picture = await makePicture(figure.of(wanted.figure).scene, { format: wanted.format, scale: wanted.scale, story: held }, told);
      if (!picture.ok) return picture;
      const name = fileNameOf(wanted.figure.title ?? story.title, wanted.format, FALLBACK_NAME);
      files.save(name, picture.value);
      return ok(words.saved(name));
    });
  const copy = (): Promise<void> =>
    work.run(async (told) => {
      const copied = await copyPicture(figure.of(chosen.current.figure).scene, chosen.current.scale, told);
      return copied.ok ? ok(words.copied) : copied;
    });
  const unnamed = figure.shown?.unnamed ?? 0;

  return (
    <form
      class="export"
      onSubmit={(submission) => {
        submission.preventDefault();
        void save();
      }}
    >
      <FigureFields store={store} draft={draft} drafted={scene?.description ?? ''} onChange={change} />
      <div class="export-result">
        <Preview scene={scene} label={words.preview} />
        <p class="export-facts">
          {size && words.pixels(number(size.width), number(size.height))}
          {unnamed > 0 && ` · ${words.notListed(unnamed, number(unnamed))}`}
          {store.baseMap.value === undefined && ` · ${words.baseMapPending}`}
        </p>
        <div class="export-actions">
          <p role="status">{work.status}</p>
          {work.stop !== undefined && (
            <button type="button" class="button" onClick={work.stop}>
              {words.stop}
            </button>
          )}
          {canCopy() && (
            <button type="button" class="button" disabled={work.isRunning} onClick={() => void copy()}>
              {words.copy}
            </button>
          )}
          <button type="submit" class="button button-main" disabled={work.isRunning}>
            {words.save(words.formats[format])}
          </button>
        </div>
      </div>
    </form>
  );
}

const canCopy = (): boolean => 'ClipboardItem' in window && (navigator.clipboard as Clipboard | undefined)?.write !== undefined;
