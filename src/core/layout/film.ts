import type { Size } from '../base/geometry.ts';
import type { Mark, Scene } from '../scene/scene.ts';
import type { ContentOptions } from './figure-content.ts';
import { eventsOfScope } from './figure-events.ts';
import type { FigureOptions } from './figure-options.ts';
import { FIRST_FIGURE } from './figure-request.ts';
import { scaleMarks } from './figure-scale.ts';
import { layoutFilmFrame } from './film-frame.ts';
import { layoutFilmStage } from './film-stage.ts';
import { filmSteps, type FilmPace } from './film-steps.ts';

/** What a film is made from: the figure whose parts move, and how they move. */
export type FilmOptions = FigureOptions & FilmPace;

/** What changes from one frame to the next, to be painted over the ground; and how long it stands, in milliseconds. */
export interface FilmFrame {
  readonly scene: Scene;
  readonly ms: number;
}

/** A story that plays, as pictures one after the other. */
export interface Film {
  readonly size: Size;
  /** What stands still: headline, land, the timeline of all events, credits. */
  readonly ground: Scene;
  /** How many frames there are. */
  readonly length: number;
  readonly frameAt: (frame: number) => FilmFrame;
  /** How long it plays, in milliseconds. */
  readonly ms: number;
}

/** The last frame stands so much longer, in milliseconds. */
const LAST_MS = 1500;
/** A film as high as this share of its width, where its size leaves the height free. */
const ASPECT = 9 / 16;

/**
 * Lays out the playing of a story. Timeline, land and words stand still; what has not happened yet lies under a veil on the timeline, and is
 * not yet on the map. Each dated event is in a frame, those of one instant one by one where it plays from event to event.
 */
export function layoutFilm(given: FilmOptions): Film {
  const options: ContentOptions = { ...FIRST_FIGURE, ...given, ...eventsOfScope({ ...FIRST_FIGURE, ...given }) };
  const { size, world } = options;
  const whole: Size = { width: size.width, height: size.height ?? Math.round(size.width * ASPECT) };
  const stage = layoutFilmStage(options, { width: whole.width / size.unit, height: whole.height / size.unit });
  const { title } = stage;
  const sceneOf = (marks: readonly Mark[]): Scene => ({ size: whole, marks: scaleMarks(marks, size.unit), title, language: options.dataset.story.language });
  const steps = filmSteps(given, options);
  return {
    size: whole,
    ground: { ...sceneOf(stage.ground), background: world.palette.paper },
    length: steps.length,
    ms: steps.length * steps.ms + LAST_MS,
    frameAt: (frame) => ({ scene: sceneOf(layoutFilmFrame(stage, steps.at(frame), options)), ms: frame === steps.length - 1 ? steps.ms + LAST_MS : steps.ms }),
  };
}
