import type { PartOfDay, Status } from '../../model/event.ts';

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
};
