import { offlineMessages } from './en/offline.ts';
import type { Language } from './language.ts';
import type { Messages } from './messages.ts';

const IN: Readonly<Record<Language, typeof offlineMessages>> = { en: offlineMessages };

/** The words of the page's versions: a part of the catalogue that comes with what needs it, and not with the page. */
export const offlineMessagesOf = ({ language }: Messages): typeof offlineMessages => IN[language];
