import { capitalised, describePlaceInFull, describeStatus } from '../../../core/i18n/describe-event.ts';
import type { EventNumber, Media, TimelineEvent } from '../../../core/model/event.ts';
import { isLocated } from '../../../core/model/place.ts';
import { categoryAt, eventAt } from '../../../core/model/rows.ts';
import { categoryColour } from '../../../core/scene/palette.ts';
import { isReadOnly } from '../../keep/keeping.ts';
import { storyText } from '../../parts/story-text.ts';
import { draftingOf, type FormRequest } from '../../store/drafting.ts';
import type { Store } from '../../store/store.ts';
import { describeWhen } from './dates.ts';
import { Fact } from './fact.tsx';
import { moreFacts } from './more-facts.ts';
import { Relations } from './relations.tsx';
import { Sources } from './sources.tsx';

/** All that is known of an event, and how it is known. */
export function Details({ store, i }: { readonly store: Store; readonly i: EventNumber }) {
  const { dataset } = store.opened.value;
  const event = eventAt(dataset, i);
  const world = store.world.value;
  const { details } = world.messages.list;
  return (
    <div class="details">
      {event.description !== undefined && (
        <p
          class="details-description"
          {...storyText(store)}
          style={{ borderColor: categoryColour(world.palette, categoryAt(dataset, i)) }}
        >
          {event.description}
        </p>
      )}
      <dl class="details-facts">
        <Fact name={details.when}>
          {describeWhen(event.when, world).map((sentence) => (
            <p key={sentence}>{capitalised(sentence, world)}</p>
          ))}
        </Fact>
        <Fact name={details.where}>
          {event.places.length === 0 && <p>{details.noPlace}</p>}
          {event.places.map((place, position) => (
            <p key={position}>{capitalised(describePlaceInFull(place, world), world)}</p>
          ))}
        </Fact>
        <Fact name={details.status}>{capitalised(describeStatus(event, world), world)}</Fact>
        {event.actors.length > 0 && <Fact name={details.who}>{event.actors.join(' · ')}</Fact>}
        <Relations store={store} event={event} />
        {event.sources.length > 0 && (
          <Fact name={event.sources.length === 1 ? details.source : details.sources}>
            <Sources sources={event.sources} world={world} />
          </Fact>
        )}
        {event.media.length > 0 && (
          <Fact name={details.media}>
            {event.media.map((media) => (
              <MediaLink key={media.url} media={media} title={details.openMedia} />
            ))}
          </Fact>
        )}
        {moreFacts(event).map(([name, text]) => (
          <Fact key={name} name={name}>
            {text}
          </Fact>
        ))}
      </dl>
      <EditButtons store={store} event={event} />
    </div>
  );
}

/** The ways from a card to the form of its event. */
function EditButtons({ store, event }: { readonly store: Store; readonly event: TimelineEvent }) {
  const { edit } = store.world.value.messages.list;
  const open = (part?: FormRequest['part']) => (): void => {
    draftingOf(store).form.value = { id: event.id, part };
  };
  if (isReadOnly(store)) return null;
  return (
    <p class="details-edit">
      <button type="button" class="link-button" onClick={open()}>
        {edit.open}
      </button>
      {event.when.edtf === undefined && (
        <button type="button" class="link-button" onClick={open('when')}>
          {edit.giveDate}
        </button>
      )}
      {!event.places.some(isLocated) && (
        <button type="button" class="link-button" onClick={open('places')}>
          {edit.givePlace}
        </button>
      )}
    </p>
  );
}

/** A picture, film or sound stays where it is until a person asks for it: the page fetches nothing from elsewhere. */
function MediaLink({ media, title }: { readonly media: Media; readonly title: string }) {
  return (
    <p>
      <a href={media.url} target="_blank" rel="noreferrer noopener" title={title}>
        {media.caption ?? media.url}
      </a>
      {media.credit !== undefined && <span class="fact-note"> {media.credit}</span>}
    </p>
  );
}
