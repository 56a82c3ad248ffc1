import { issueMessages } from './en/issues.ts';
import type { Language } from './language.ts';
import type { Messages } from './messages.ts';

const IN: Readonly<Record<Language, typeof issueMessages>> = { en: issueMessages };

/** The words of issues: a part of the catalogue that comes with what needs it, and not with the page. */
export const issueMessagesOf = ({ language }: Messages): typeof issueMessages => IN[language];
