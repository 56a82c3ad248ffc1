import { useState } from 'preact/hooks';
import { describePlaces } from '../../../core/i18n/describe-event.ts';
import { importMessagesOf } from '../../../core/i18n/import-messages.ts';
import type { World } from '../../../core/layout/world.ts';
import type { TimelineEvent } from '../../../core/model/event.ts';
import type { Review } from '../../../core/validate/review.ts';
import { dateInWords } from './date-in-words.ts';

/** How many events are shown at first. */
const SHOWN = 6;

interface FirstEventsProps {
  readonly world: World;
  readonly review: Review;
}

/** The first events of a file as they will be: date in words, title, place. */
export function FirstEvents({ world, review }: FirstEventsProps) {
  const { review: words } = importMessagesOf(world.messages);
  const [isWhole, setWhole] = useState(false);
  const events = isWhole ? review.events : review.events.slice(0, SHOWN);
  return (
    <section class="import-part">
      <h3>{words.preview}</h3>
      {review.events.length === 0 && <p class="import-hint">{words.noEvents}</p>}
      <ol class="import-events">
        {events.map((event) => (
          <li key={event.id}>
            <span class="import-when" data-undated={event.when.edtf === undefined}>
              {dateInWords(event, world)}
            </span>
            <span class="import-title">
              <bdi>{event.title}</bdi>
            </span>
            <span class="import-where">{whereOf(event, world)}</span>
          </li>
        ))}
      </ol>
      {events.length < review.events.length && (
        <button type="button" class="link-button" onClick={() => setWhole(true)}>
          {words.allShown(world.formats.number(review.events.length))}
        </button>
      )}
    </section>
  );
}

/** Where an event happened: its places by their names, the first by its position where it has none. */
function whereOf(event: TimelineEvent, world: World): string {
  const [place] = event.places;
  if (place?.name !== '' || !('at' in place)) return describePlaces(event, world);
  const [lng, lat] = place.at;
  return `${world.formats.number(lat)}, ${world.formats.number(lng)}`;
}
