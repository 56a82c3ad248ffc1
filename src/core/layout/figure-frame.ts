import { figureMessagesOf } from '../i18n/figure-messages.ts';
import { wrap } from '../scene/fit-text.ts';
import type { Colour, Font, Mark } from '../scene/scene.ts';
import { layoutText, type TextStyle } from './figure-text.ts';
import { layoutSources, type ListedSource } from './figure-sources.ts';
import type { LegendEntry } from './legend-entries.ts';
import { layoutLegend } from './legend.ts';
import type { World } from './world.ts';

/** Marks from (0, 0) downwards, and the height they take in pixels. */
export interface Strip {
  readonly marks: readonly Mark[];
  readonly height: number;
}

/** The space around a figure in pixels. */
export const marginOf = (width: number): number => (width >= 760 ? 40 : 28);

/** Headline and deck: what a figure says before it shows. */
export function layoutFigureHead(title: string, deck: string | undefined, width: number, { palette }: World): Strip {
  const margin = marginOf(width);
  const inner = width - 2 * margin;
  const size = headlineSize(width);
  const headline: TextStyle = { font: { family: 'serif', size, weight: 600 }, leading: size * 1.16, fill: palette.ink };
  const top = layoutText(title, headline, { x: margin, y: margin - size * 0.22, width: inner, isBalanced: true, role: 'headline' });
  const deckTop = margin - size * 0.22 + top.height + 5;
  const below = fittingDeck(deck ?? '', inner, palette.second);
  const rest = layoutText(deck ?? '', below, { x: margin, y: deckTop, width: inner, isBalanced: true, role: 'deck' });
  return { marks: [...top.marks, ...rest.marks], height: Math.round(deckTop + rest.height + 20) };
}

/** Narrower than this, a figure is as wide as a phone. */
const SLIM = 420;
const headlineSize = (width: number): number => (width >= 1000 ? 32 : width >= 600 ? 28 : width >= SLIM ? 26 : 22);

const DECK_SIZES = [18, 17, 16] as const;
const SLIM_DECK_SIZES = [15, 14] as const;
const deckFont = (size: number): Font => ({ family: 'serif', size, weight: 400 });

/** The largest type in which the deck takes no more lines than in the smallest. */
function fittingDeck(deck: string, width: number, fill: Colour): TextStyle {
  const linesAt = (size: number): number => wrap(deck, deckFont(size), width).length;
  const sizes = width < SLIM ? SLIM_DECK_SIZES : DECK_SIZES;
  const fewest = Math.min(...sizes.map(linesAt));
  const size = sizes.find((candidate) => linesAt(candidate) === fewest) ?? sizes[0];
  return { font: deckFont(size), leading: Math.round(size * 1.33), fill };
}

/** What stands under a figure's content. */
export interface FootContent {
  readonly legend: readonly LegendEntry[];
  /** Sentences on what the picture does not show. */
  readonly notes: readonly string[];
  /** Sources in a list of their own. */
  readonly sources: readonly ListedSource[];
  /** Sources, date and credits, as sentences. */
  readonly credits: readonly string[];
}

const WORDMARK: Font = { family: 'serif', size: 13.5, weight: 700 };

/** Hairline, legend, list of sources, notes, credits and wordmark. */
export function layoutFigureFoot({ legend, notes, sources, credits }: FootContent, width: number, world: World): Strip {
  const { palette, messages, measure } = world;
  const margin = marginOf(width);
  const inner = width - 2 * margin;
  const small: TextStyle = { font: { family: 'sans', size: 11.5, weight: 400 }, leading: 16, fill: palette.second };
  const key = layoutLegend(legend, inner, world);
  const legendTop = 9;
  const wordmark = figureMessagesOf(messages).wordmark;
  const sourcesTop = legendTop + key.height + (key.height > 0 ? 12 : 6);
  const list = layoutSources(sources, inner, world);
  const textTop = sourcesTop + list.height + (list.height > 0 ? 10 : 0);
  const text = layoutText([...notes, ...credits].join(' '), small, {
    x: margin,
    y: textTop,
    width: inner - measure(wordmark, WORDMARK) - 32,
    isBalanced: true,
    role: 'credits',
  });
  const height = textTop + text.height + margin - 10;
  return {
    marks: [
      { kind: 'line', x1: margin, y1: 0, x2: width - margin, y2: 0, stroke: { colour: palette.line, width: 1 } },
      { kind: 'group', role: 'legend', marks: key.marks, translate: { x: margin, y: legendTop } },
      ...(list.marks.length === 0 ? [] : [{ kind: 'group', role: 'sources', marks: list.marks, translate: { x: margin, y: sourcesTop } } as const]),
      ...text.marks,
      {
        kind: 'text',
        role: 'wordmark',
        x: width - margin,
        y: textTop + text.height - 4,
        text: wordmark,
        font: WORDMARK,
        fill: palette.ink,
        anchor: 'end',
      },
    ],
    height: Math.round(height),
  };
}
