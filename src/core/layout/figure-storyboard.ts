import { clamp, type Size } from '../base/geometry.ts';
import { figureMessagesOf } from '../i18n/figure-messages.ts';
import type { WalkStep } from '../model/story.ts';
import { wrap } from '../scene/fit-text.ts';
import type { Mark } from '../scene/scene.ts';
import type { Break } from '../time/time-scale.ts';
import type { FigureEvents } from './figure-events.ts';
import type { DecidedOptions } from './figure-options.ts';
import { layoutStepPicture, picturedSteps } from './figure-storyboard-picture.ts';
import { layoutLines, type TextStyle } from './figure-text.ts';
import type { LegendGround } from './legend-entries.ts';
import type { World } from './world.ts';

/** A storyboard as marks from (0, 0), and what the foot has to know of it. */
export interface Storyboard {
  readonly marks: readonly Mark[];
  readonly height: number;
  /** Pixels of its height that it would take with every step and every word. */
  readonly used: number;
  readonly grounds: readonly LegendGround[];
  readonly breaks: readonly Break[];
  /** Sentences on what is left out. */
  readonly notes: readonly string[];
}

/** Between panels beside and below each other. */
const GAP = { x: 26, y: 24 } as const;
/** The narrowest panel, and the lowest that has a picture and words. */
const LEAST: Size = { width: 216, height: 216 };
/** Where the height is free, panels are this wide at the least. */
const EASY_WIDTH = 264;
/** Height of a picture as a share of its width: where it is free, and at the most. */
const PICTURE_ASPECT = { free: 1, most: 1.2 } as const;
/** The picture takes this share of a panel at the least. */
const LEAST_PICTURE = 0.5;
/** Between picture and words. */
const WORDS_GAP = 9;
const NUMBER_WIDTH = 22;
const MOST_TITLE_LINES = 3;
/** The line that counts what has no room. */
const MORE_LINE = 20;

/**
 * The walk through a story in panels, in reading order: for each step its number, the picture of its view, its headline and its words.
 * Columns and rows follow from the room, so that first as many steps, then as many words, then as large pictures as can be are in it.
 */
export function layoutStoryboard(options: DecidedOptions & FigureEvents, width: number, height: number | undefined): Storyboard {
  const { dataset, world } = options;
  const { walk } = dataset.story;
  const grid = gridOf(walk, width, height, world);
  const { columns, panel, picture, shown } = grid;
  const drawn = picturedSteps(dataset).slice(0, shown).map((step) => layoutStepPicture(step, { width: panel.width, height: picture }, options));
  const figure = figureMessagesOf(world.messages);
  const { number } = world.formats;
  const left = walk.length - shown;
  const lines = Math.ceil(shown / columns);
  const bottom = lines * (panel.height + GAP.y) - GAP.y + (left > 0 ? MORE_LINE : 0);
  const panels = walk.slice(0, shown).map((step, position): Mark => {
    const words = wordsOf(step, panel.width, panel.height - picture - WORDS_GAP, world);
    return {
      kind: 'group',
      role: 'step',
      translate: { x: (position % columns) * (panel.width + GAP.x), y: Math.floor(position / columns) * (panel.height + GAP.y) },
      marks: [
        ...(drawn[position]?.marks ?? []),
        { kind: 'group', role: 'words', translate: { x: 0, y: picture + WORDS_GAP }, marks: wordMarks(words, number(position + 1), world) },
      ],
    };
  });
  return {
    marks: [...panels, ...(left === 0 ? [] : moreMarks(figure.moreSteps(left, number(left)), width, bottom, world))],
    height: height ?? bottom,
    used: grid.needed,
    grounds: (['map', 'timeline'] as const).filter((ground) => drawn.some(({ grounds }) => grounds.includes(ground))),
    breaks: drawn.flatMap(({ breaks }) => breaks),
    notes: grid.cut === 0 ? [] : [figure.shortenedSteps(grid.cut, number(grid.cut))],
  };
}

/** How panels stand: their columns and size, the height of their pictures. */
interface Grid {
  readonly columns: number;
  readonly panel: Size;
  readonly picture: number;
  /** How many steps have a panel, and how many of them not all of their words. */
  readonly shown: number;
  readonly cut: number;
  /** Pixels of height for every step with every word. */
  readonly needed: number;
}

function gridOf(walk: readonly WalkStep[], width: number, height: number | undefined, world: World): Grid {
  const columnsOf = (least: number): number => clamp(Math.floor((width + GAP.x) / (least + GAP.x)), 1, walk.length);
  if (height === undefined) {
    const most = columnsOf(EASY_WIDTH);
    return gridIn(walk, Math.ceil(walk.length / Math.ceil(walk.length / most)), width, undefined, world);
  }
  const grids = Array.from({ length: columnsOf(LEAST.width) }, (_, k) => gridIn(walk, k + 1, width, height, world));
  return grids.reduce((best, grid) => (isBetter(grid, best) ? grid : best));
}

/** Whether one grid shows more steps than another, or else more whole texts, or else larger pictures. */
function isBetter(a: Grid, b: Grid): boolean {
  if (a.shown !== b.shown) return a.shown > b.shown;
  if (a.cut !== b.cut) return a.cut < b.cut;
  return a.picture * a.panel.width > b.picture * b.panel.width;
}

function gridIn(walk: readonly WalkStep[], columns: number, width: number, height: number | undefined, world: World): Grid {
  const across = Math.floor((width - (columns - 1) * GAP.x) / columns);
  const rows = Math.ceil(walk.length / columns);
  const words = walk.map((step) => wordsOf(step, across, Number.POSITIVE_INFINITY, world).height);
  const highest = Math.max(...words);
  if (height === undefined) {
    const picture = Math.round(across * PICTURE_ASPECT.free);
    const panel: Size = { width: across, height: picture + WORDS_GAP + highest };
    const needed = rows * (panel.height + GAP.y) - GAP.y;
    return { columns, panel, picture, shown: walk.length, cut: 0, needed };
  }
  const rowsIn = (room: number): number => Math.max(1, Math.floor((room + GAP.y) / (LEAST.height + GAP.y)));
  const hasAll = rows <= rowsIn(height);
  const room = hasAll ? height : height - MORE_LINE;
  const drawn = hasAll ? rows : rowsIn(room);
  const tall = Math.floor((room + GAP.y) / drawn) - GAP.y;
  const shown = Math.min(walk.length, drawn * columns);
  const wanted = Math.max(...words.slice(0, shown));
  const picture = Math.floor(clamp(tall - wanted - WORDS_GAP, tall * LEAST_PICTURE, across * PICTURE_ASPECT.most));
  const panel: Size = { width: across, height: Math.min(tall, Math.max(picture + WORDS_GAP + wanted, 0)) };
  const cut = words.slice(0, shown).filter((needs) => needs > panel.height - picture - WORDS_GAP).length;
  return { columns, panel, picture, shown, cut, needed: rows * (picture + WORDS_GAP + highest + GAP.y) - GAP.y };
}

/** The words of a step in lines, and their height in pixels. */
interface Words {
  readonly title: readonly string[];
  readonly text: readonly string[];
  readonly height: number;
}

const titleStyle = ({ palette }: World): TextStyle => ({ font: { family: 'serif', size: 15.5, weight: 600 }, leading: 20, fill: palette.ink });
const textStyle = ({ palette }: World): TextStyle => ({ font: { family: 'sans', size: 12.5, weight: 400 }, leading: 17, fill: palette.second });
const numberStyle = ({ palette }: World): TextStyle => ({ font: { family: 'sans', size: 13, weight: 600 }, leading: 20, fill: palette.third });
const TEXT_GAP = 3;

/** Words broken into lines: as many of them as a height in pixels holds, the last with an ellipsis where it is not all. */
function wordsOf(step: WalkStep, width: number, height: number, world: World): Words {
  const [title, text] = [titleStyle(world), textStyle(world)];
  const mostTitle = Math.min(MOST_TITLE_LINES, Math.max(1, Math.floor(height / title.leading)));
  const titleLines = wrap(step.title, title.font, width - NUMBER_WIDTH, mostTitle);
  const above = Math.max(1, titleLines.length) * title.leading + TEXT_GAP;
  const most = Math.max(0, Math.floor((height - above) / text.leading));
  const textLines = most === 0 ? [] : wrap(step.text.replaceAll(/\s*\n\s*/gu, '\n'), text.font, width, most);
  return { title: titleLines, text: textLines, height: above + textLines.length * text.leading };
}

function wordMarks({ title, text }: Words, number: string, world: World): readonly Mark[] {
  const style = titleStyle(world);
  return [
    ...layoutLines([number], numberStyle(world), { x: 0, y: 0, role: 'step-number' }),
    ...layoutLines(title, style, { x: NUMBER_WIDTH, y: 0, role: 'title' }),
    ...layoutLines(text, textStyle(world), { x: 0, y: Math.max(1, title.length) * style.leading + TEXT_GAP, role: 'text' }),
  ];
}

const moreMarks = (text: string, width: number, bottom: number, world: World): readonly Mark[] =>
  layoutLines([text], numberStyle(world), { x: width, y: bottom - MORE_LINE, anchor: 'end', role: 'more' });
