import type { ImportFormat } from './format.ts';
import { beginsLikeMarkwhen } from './markwhen/beginning.ts';

/** Markwhen: events written as text with a date in front. Source: https://docs.markwhen.com, and the grammar of mark-when/parser. */
export const markwhen: ImportFormat = {
  id: 'markwhen',
  name: 'markwhen',
  looksLike: ({ text }) => (beginsLikeMarkwhen(text) ? 0.85 : 0),
  load: async () => (await import('./markwhen/read-markwhen.ts')).readMarkwhen,
};
