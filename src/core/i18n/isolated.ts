/** Letters of the scripts that are written from right to left. */
const RIGHT_TO_LEFT = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}]/u;
const FIRST_STRONG_ISOLATE = '\u2068';
const POP_ISOLATE = '\u2069';

/** Signs without a shape that turn the order of what follows them, and their ends. Source: UAX #9, 2. */
const TURNS = /[\u202a-\u202e\u2066-\u2069]/g;

/**
 * A text of someone else's inside a sentence: where it has letters written from right to left, it keeps their order to itself (UAX #9). Signs that
 * would turn the rest of the sentence are left out.
 */
export function isolated(text: string): string {
  const plain = text.replace(TURNS, '');
  return RIGHT_TO_LEFT.test(plain) ? FIRST_STRONG_ISOLATE + plain + POP_ISOLATE : plain;
}
