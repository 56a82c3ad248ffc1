import type { FigureParts, FigureScope } from '../../../core/layout/figure-request.ts';
import { layoutFigure, type FigureLayout } from '../../../core/layout/figure.ts';
import { customFigureSize, figureSizeOf, type FigurePresetId, type FigureSize } from '../../../core/layout/figure-size.ts';
import type { ExportFormatId } from '../../../core/export/index.ts';
import type { PngScale } from '../../../core/export/png.ts';
import { DARK, LIGHT, type Palette } from '../../../core/scene/palette.ts';
import type { Story } from '../../../core/model/story.ts';
import type { Store } from '../../store/store.ts';

/** What a person has chosen in the dialog. */
export interface ExportDraft {
  readonly parts: FigureParts;
  readonly scope: FigureScope;
  readonly preset: FigurePresetId | 'custom';
  /** Pixels of one's own size; an undefined height takes what the content needs. */
  readonly width: number;
  readonly height: number | undefined;
  readonly format: ExportFormatId;
  readonly scale: PngScale;
  readonly theme: Palette['theme'];
  readonly title: string;
  readonly deck: string;
  readonly credit: string;
}

/** What the dialog opens with: the story in its own words, as a post, in the theme of the page. */
export const firstDraft = (story: Story, theme: Palette['theme']): ExportDraft => ({
  parts: 'both',
  scope: 'story',
  preset: 'social',
  width: 1200,
  height: undefined,
  format: 'png',
  scale: 2,
  theme,
  title: story.title,
  deck: story.deck ?? '',
  credit: story.credit ?? '',
});

const sizeOf = (draft: ExportDraft): FigureSize =>
  draft.preset === 'custom' ? customFigureSize(draft.width, draft.height) : figureSizeOf(draft.preset);

/** The figure of a draft, from what the store holds now. */
export function figureOf(draft: ExportDraft, store: Store): FigureLayout {
  return layoutFigure({
    dataset: store.opened.value.dataset,
    view: store.view.value,
    shownMap: store.shownMap.value,
    parts: draft.parts,
    scope: draft.scope,
    size: sizeOf(draft),
    title: draft.title,
    deck: draft.deck,
    credit: draft.credit,
    world: { ...store.world.value, palette: draft.theme === 'dark' ? DARK : LIGHT },
    base: store.baseMap.value,
  });
}
