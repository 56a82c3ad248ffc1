import type { ExportFormatId } from '../../../core/export/index.ts';
import type { PngScale } from '../../../core/export/png.ts';
import { FIRST_FIGURE, type FigureRequest } from '../../../core/layout/figure-request.ts';
import { layoutFigure, type FigureLayout } from '../../../core/layout/figure.ts';
import type { World } from '../../../core/layout/world.ts';
import type { Palette } from '../../../core/scene/palette.ts';
import type { Store } from '../../store/store.ts';

/** What a person has chosen in the dialog. */
export interface ExportDraft {
  readonly figure: FigureRequest;
  /** Whether the size is one's own, even where a preset has the same. */
  readonly isOwnSize: boolean;
  readonly format: ExportFormatId;
  readonly scale: PngScale;
  /** Whether the story is put inside a picture that can hold it. */
  readonly withStory: boolean;
}

/** What the dialog opens with at first: the story in its own words, as a post, in the theme of the page. */
export const firstDraft = (theme: Palette['theme']): ExportDraft => ({ figure: { ...FIRST_FIGURE, theme }, isOwnSize: false, format: 'png', scale: 2, withStory: false });

/** The figure of a request in a world of its theme, from what the store holds now. */
export const figureOf = (request: FigureRequest, store: Store, world: World): FigureLayout =>
  layoutFigure({
    ...request,
    dataset: store.opened.value.dataset,
    view: store.view.value,
    shownMap: store.shownMap.value,
    world,
    base: store.baseMap.value,
  });
