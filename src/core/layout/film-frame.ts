import type { Box } from '../base/geometry.ts';
import { withAlpha } from '../base/colour.ts';
import { capitalised } from '../i18n/describe-event.ts';
import { describeEdtf, formatInterval } from '../i18n/describe-time.ts';
import { filmMessagesOf } from '../i18n/film-messages.ts';
import type { EventNumber } from '../model/event.ts';
import { eventAt, placesOfRow } from '../model/rows.ts';
import { passesIn } from '../query/visible.ts';
import { truncate } from '../scene/fit-text.ts';
import type { Font, Mark } from '../scene/scene.ts';
import type { ContentOptions } from './figure-content.ts';
import { cornerOf, sizeOf, type FilmStage } from './film-stage.ts';
import type { FilmStep } from './film-steps.ts';
import { layoutMapPointer } from './map-pointer.ts';
import { layoutMap } from './map.ts';
import { layoutTimelinePointer } from './timeline-pointer.ts';
import type { TimelineLayout } from './timeline.ts';
import type { World } from './world.ts';

const CAPTION_FONT: Font = { family: 'serif', size: 18, weight: 600 };
const COUNT_FONT: Font = { family: 'sans', size: 13, weight: 500 };

/** The title of the event is told below the map. */
const NOTHING = { selected: undefined, hovered: undefined };

/** The marks of a frame, over those of the stage. */
export function layoutFilmFrame({ timeline, map, caption }: FilmStage, step: FilmStep, options: ContentOptions): readonly Mark[] {
  const { dataset, world, within } = options;
  const { event } = step;
  const shown = within(step.window);
  const places = map && layoutMap({ ...map.layout.input, visible: shown });
  const last = event === undefined ? undefined : options.visible.rankOf(event);
  const isTold = (i: EventNumber): boolean => passesIn(shown, i) && (last === undefined || options.visible.rankOf(i) <= last);
  const pointer = layoutTimelinePointer(timeline.layout, { ...NOTHING, selected: event }, { dataset, world });
  return [
    ...(map === undefined || places === undefined
      ? []
      : [
          {
            kind: 'group',
            role: 'places',
            translate: cornerOf(map.box),
            clip: { x: 0, y: 0, ...sizeOf(map.box) },
            marks: [places.marks, ...layoutMapPointer(places, { ...NOTHING, place: event === undefined ? undefined : placesOfRow(dataset, event)[0] }, world).marks],
          } as const,
        ]),
    { kind: 'group', role: 'played', translate: cornerOf(timeline.box), marks: [...veilMarks(timeline.layout, step, world), ...told(timeline.labels, isTold), ...pointer.marks] },
    ...captionMarks(caption, step, shown.datedCount, options),
  ];
}

/** The labels of the events that have been told. */
const told = (labels: Mark | undefined, isTold: (i: EventNumber) => boolean): readonly Mark[] =>
  labels?.kind === 'group' ? [{ ...labels, marks: labels.marks.filter(({ event }) => event === undefined || isTold(event)) }] : [];

/** How much of what is not told yet, or no more, the veil covers. */
const VEIL = 0.88;

/** The veil over the time that is not shown, and the line at which the playing has come. */
function veilMarks({ plot, scale, placeOf }: TimelineLayout, { window, event, isSliding }: FilmStep, { palette }: World): readonly Mark[] {
  const left = plot.x;
  const right = plot.x + plot.width;
  const within = (x: number): number => Math.min(Math.max(x, left), right);
  const place = event === undefined ? undefined : placeOf(event);
  const to = within(place === undefined ? scale.xOf(window.end) : place.box.x + place.box.width + 2);
  const from = isSliding ? within(scale.xOf(window.start)) : left;
  const veil = (x0: number, x1: number): readonly Mark[] =>
    x1 <= x0 ? [] : [{ kind: 'rect', x: x0, y: plot.y, width: x1 - x0, height: plot.height, fill: withAlpha(palette.paper, VEIL), role: 'veil' }];
  return [
    ...veil(left, from),
    ...veil(to, right),
    ...[...(isSliding ? [from] : []), to].map((x): Mark => ({ kind: 'line', x1: x, y1: plot.y, x2: x, y2: plot.y + plot.height, stroke: { colour: palette.ink, width: 1 }, role: 'played-to' })),
  ];
}

/** What is shown: the event and its time, or the stretch of time and how many events it has. */
function captionMarks(box: Box, { window, event }: FilmStep, count: number, { dataset, visible, world }: ContentOptions): readonly Mark[] {
  const { palette, measure, formats, messages } = world;
  const words = filmMessagesOf(messages);
  const shown = event === undefined ? undefined : eventAt(dataset, event);
  const edtf = shown?.when.edtf;
  const when = shown === undefined ? formatInterval(window, world) : edtf === undefined ? '' : describeEdtf(edtf, world);
  const text = shown === undefined ? capitalised(when, world) : words.event(capitalised(when, world), shown.title);
  const told = shown === undefined ? words.events(formats.number(count), formats.number(visible.datedCount)) : words.position(formats.number(visible.rankOf(event ?? 0) + 1), formats.number(visible.datedCount));
  const baseline = box.y + box.height / 2 + 6;
  const room = box.width - measure(told, COUNT_FONT) - 20;
  return [
    { kind: 'text', x: box.x, y: baseline, text: truncate(text, CAPTION_FONT, room), font: CAPTION_FONT, fill: palette.ink, anchor: 'start', role: 'caption' },
    { kind: 'text', x: box.x + box.width, y: baseline, text: told, font: COUNT_FONT, fill: palette.third, anchor: 'end', role: 'played' },
  ];
}
