import { specifyChanged } from './any-input.ts';
import { CARRIERS, IN_JSON } from './carriers.ts';

specifyChanged(CARRIERS.filter(({ format }) => IN_JSON.has(format)));
