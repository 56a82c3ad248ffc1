import type { Status } from '../../model/event.ts';
import { either } from './either.ts';

/** English words of legends. */
export const legendMessages = {
  status: {
    confirmed: 'stated or confirmed',
    reported: 'reported by one side',
    planned: 'planned',
    disputed: 'disputed',
    denied: 'denied',
    retracted: 'retracted',
  } satisfies Record<Status, string>,
  unit: { month: 'month', season: 'season', year: 'year', decade: 'decade', century: 'century', older: 'rough age' },
  soft: (units: readonly string[]) => `date known only to the ${either(units)}`,
  approximate: 'date estimated',
  oneOf: 'on one of these days',
  hatch: { country: 'only the country is known', region: 'only the region is known', both: 'only the country or region is known' },
  near: 'somewhere near here',
  area: 'somewhere in this area',
  route: 'along this line',
  gathered: 'several events at one place',
  gap: 'empty stretch left out',
  squeezed: 'time drawn at a smaller scale',
};
