import { figureMessages } from './en/figure.ts';
import type { Language } from './language.ts';
import type { Messages } from './messages.ts';

const IN: Readonly<Record<Language, typeof figureMessages>> = { en: figureMessages };

/** The words of figures: a part of the catalogue that comes with what needs it, and not with the page. */
export const figureMessagesOf = ({ language }: Messages): typeof figureMessages => IN[language];
