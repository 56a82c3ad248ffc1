import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { finished } from '../../../../src/core/base/steps.ts';
import { encodeUtf8 } from '../../../../src/core/base/utf8.ts';
import { writeCsv } from '../../../../src/core/formats/csv/write-csv.ts';
import { writeIcs } from '../../../../src/core/formats/ics/write-ics.ts';
import { writeKml } from '../../../../src/core/formats/kml/write-kml.ts';
import { writeMarkwhen } from '../../../../src/core/formats/markwhen/write-markwhen.ts';
import { wholeOf, type StoryPart } from '../../../../src/core/formats/story-part.ts';
import { writeTimelinejs } from '../../../../src/core/formats/timelinejs/write-timelinejs.ts';
import { buildDataset } from '../../../../src/core/model/build-dataset.ts';
import { buildStory } from '../../../../src/core/model/build-story.ts';
import type { TimelineEvent } from '../../../../src/core/model/event.ts';
import { eventsInFileOrder } from '../../../../src/core/model/rows.ts';
import { beginImport } from '../../../../src/core/validate/import.ts';
import { arbitraryEvents } from '../../../support/arbitrary-event.ts';

interface Written {
  readonly name: string;
  readonly write: (part: StoryPart) => Iterable<string>;
  /** Events that the format has no room for. */
  readonly leaves?: (event: TimelineEvent) => boolean;
}

const say = ({ when }: TimelineEvent): string => `on ${when.edtf?.text ?? ''}`;
const isUndated = ({ when }: TimelineEvent): boolean => when.edtf === undefined;

const FORMATS: readonly Written[] = [
  { name: 'CSV', write: writeCsv },
  { name: 'TimelineJS', write: (part) => writeTimelinejs(part, say), leaves: isUndated },
  { name: 'iCalendar', write: writeIcs },
  { name: 'KML', write: writeKml },
  { name: 'markwhen', write: writeMarkwhen, leaves: isUndated },
];

async function read(text: string): Promise<readonly TimelineEvent[]> {
  const begun = await beginImport(encodeUtf8(text));
  if (!begun.ok) throw new Error(begun.error.code);
  const opened = finished(begun.value.steps());
  if (!opened.ok) throw new Error(opened.error.code);
  expect(opened.value.account.refused).toEqual([]);
  return [...eventsInFileOrder(opened.value.dataset)];
}

describe('round trips', () => {
  it.each(FORMATS)('$name gives back every event as it was', async ({ write, leaves = () => false }) => {
    await fc.assert(
      fc.asyncProperty(arbitraryEvents, async (events) => {
        const dataset = buildDataset(buildStory({ title: 'S' }), events.filter(({ title, id }) => title.trim() !== '' && id.trim() !== ''));
        const wanted = [...eventsInFileOrder(dataset)].filter((event) => !leaves(event));
        const text = [...write(wholeOf(dataset))].join('');
        if (wanted.length > 0) expect(await read(text)).toEqual(wanted);
      }),
      { numRuns: 60 },
    );
  });
});
