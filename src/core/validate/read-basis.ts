import type { Basis } from '../model/event.ts';
import { readMember, readObject, readText, type Read } from './read.ts';

/** What holds where a file says nothing else. */
export const STATED: Basis = { kind: 'stated' };

/** Reads whether the source states something, or what it was inferred from: `"stated"` or `{ "inferredFrom": "the dateline" }`. */
export const readBasis: Read<Basis> = (json, tell) => {
  if (json === 'stated') return STATED;
  if (typeof json === 'string') {
    tell('member-value-unknown', json, { choices: 'stated, { "inferredFrom": "the dateline" }' });
    return undefined;
  }
  const from = readObject((members, tellBelow) => readMember(members, 'inferredFrom', readText, tellBelow))(json, tell);
  return from === undefined ? undefined : { kind: 'inferred', from };
};
