import type { PartOfDay, PlaceKind, RelationKind, Status } from '../../model/event.ts';

/** English names of the model's fixed values. */
export const modelMessages = {
  status: {
    confirmed: 'confirmed',
    reported: 'reported',
    planned: 'planned',
    disputed: 'disputed',
    denied: 'denied',
    retracted: 'retracted',
  } satisfies Record<Status, string>,
  partOfDay: {
    'early-morning': 'early',
    morning: 'morning',
    midday: 'midday',
    afternoon: 'afternoon',
    evening: 'evening',
    night: 'night',
  } satisfies Record<PartOfDay, string>,
  placeKind: {
    exact: 'exact place',
    near: 'near',
    area: 'area',
    country: 'country only',
    region: 'region only',
    route: 'route',
    withheld: 'place withheld',
    'not-stated': 'place not stated',
  } satisfies Record<PlaceKind, string>,
  relation: {
    'conflicts-with': 'conflicts with',
    'part-of': 'part of',
    follows: 'follows',
  } satisfies Record<RelationKind, string>,
};
