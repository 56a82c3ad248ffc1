import type { Signal } from '@preact/signals';
import type { PlaceMeant } from '../../../core/geo/gazetteer-look-up.ts';
import type { Terrain } from '../../../core/geo/gazetteer-names.ts';
import { importMessagesOf } from '../../../core/i18n/import-messages.ts';
import type { World } from '../../../core/layout/world.ts';
import { proposalKey, takePlaces, type PlaceProposal, type TakenPlaces } from '../../../core/validate/look-up.ts';
import type { Review } from '../../../core/validate/review.ts';

interface PlaceProposalsProps {
  readonly world: World;
  readonly review: Review;
  readonly taken: TakenPlaces;
  /** Changes what is taken by then, which may not be on show yet. */
  readonly onTake: (change: (now: TakenPlaces) => TakenPlaces) => void;
  /** Whether names beyond those that are shown are looked up, too. */
  readonly others: Signal<boolean>;
}

/** What the gazetteer proposes for names without a position, each to be taken, taken otherwise, or left. */
export function PlaceProposals({ world, review, taken, onTake, others }: PlaceProposalsProps) {
  const { review: words } = importMessagesOf(world.messages);
  const { number } = world.formats;
  const set = (proposal: PlaceProposal, meant: PlaceMeant | undefined): void =>
    onTake((now) => {
      const next = new Map(now);
      if (meant === undefined) next.delete(proposalKey(proposal));
      else next.set(proposalKey(proposal), meant);
      return next;
    });
  return (
    <section class="import-part">
      <h3>{words.places}</h3>
      <p class="import-hint">{words.placesHint}</p>
      <p class="import-buttons">
        <button type="button" class="link-button" onClick={() => onTake(() => takePlaces(review.places))}>
          {words.sure}
        </button>
        <button type="button" class="link-button" onClick={() => onTake(() => new Map())}>
          {words.none}
        </button>
      </p>
      <ul class="import-places">
        {review.places.map((proposal) => {
          const key = proposalKey(proposal);
          const { name, wording, count, lookedUp } = proposal;
          const meant = taken.get(key);
          const shown = meant ?? lookedUp?.found;
          const choices = lookedUp === undefined ? [] : [lookedUp.found, ...lookedUp.others];
          return (
            <li key={key}>
              <label>
                <input
                  type="checkbox"
                  aria-label={words.placeTaken(name)}
                  checked={meant !== undefined}
                  disabled={lookedUp === undefined}
                  onChange={({ currentTarget }) => set(proposal, currentTarget.checked ? lookedUp?.found : undefined)}
                />
                <span dir="auto">{nameInFull(name, wording)}</span>
                {count > 1 && <span class="import-hint">{words.placeCount(number(count))}</span>}
              </label>
              {shown === undefined ? (
                <span class="import-hint">{words.placeUnknown}</span>
              ) : (
                <>
                  <select
                    aria-label={words.placeMeant(name)}
                    value={choices.findIndex((choice) => isSame(choice, shown))}
                    onChange={({ currentTarget }) => set(proposal, choices[Number(currentTarget.value)])}
                  >
                    {choices.map((choice, position) => (
                      <option key={position} value={position}>
                        {placeLabel(choice, words.terrains, review.countries)}
                      </option>
                    ))}
                  </select>
                  <meter class="import-sureness" aria-hidden min={0} max={1} value={shown.confidence} />
                  <span class="import-percent">{words.confidence(number(Math.round(shown.confidence * 100)))}</span>
                </>
              )}
            </li>
          );
        })}
      </ul>
      {!review.isWhole && (
        <label class="import-check">
          <input
            type="checkbox"
            checked={others.value}
            onChange={({ currentTarget }) => {
              others.value = currentTarget.checked;
            }}
          />
          {words.others}
        </label>
      )}
    </section>
  );
}

const placeLabel = (
  { name, terrain, country }: PlaceMeant,
  terrains: Readonly<Record<Terrain, string>>,
  countries: Review['countries'],
): string => [name, terrains[terrain], terrain === 'country' ? '' : (countries.get(country) ?? country)].filter((part) => part !== '').join(', ');

/** The source's own words, which name what a place lies in, and the name where they leave it out. */
const nameInFull = (name: string, wording: string | undefined): string =>
  wording === undefined ? name : wording.includes(name) ? wording : `${name} (${wording})`;

const isSame = (a: PlaceMeant, b: PlaceMeant): boolean =>
  a.name === b.name && a.terrain === b.terrain && a.at[0] === b.at[0] && a.at[1] === b.at[1];
