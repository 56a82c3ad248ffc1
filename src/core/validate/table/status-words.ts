import { foldText } from '../../base/fold-text.ts';
import type { Status } from '../../model/event.ts';

/** Words for how far a statement is established. Those that say only that a case is open or closed are none of them. */
const WORDS: Readonly<Record<Status, readonly string[]>> = {
  confirmed: [
    'confirmed', 'verified', 'true', 'yes', 'fact', 'established', 'corroborated', 'doğrulandı', 'doğrulanmış', 'teyit edildi', 'تأیید شده',
    'تایید شده', 'مؤكد', 'مؤكدة', 'confirmé', 'confirmée', 'vérifié', 'bestätigt', 'confirmado', 'confirmada', 'confermato', 'bevestigd',
    'подтверждено',
  ],
  reported: [
    'reported', 'claimed', 'alleged', 'unconfirmed', 'unverified', 'not verified', 'unknown', 'likely', 'probable', 'possible', 'rumour',
    'rumor', 'iddia', 'bildirildi', 'doğrulanmadı', 'گزارش شده', 'تأیید نشده', 'غير مؤكد', 'signalé', 'présumé', 'non confirmé', 'gemeldet',
    'unbestätigt', 'reportado', 'presunto', 'alegado', 'não confirmado', 'no confirmado', 'сообщается',
  ],
  planned: [
    'planned', 'scheduled', 'upcoming', 'expected', 'tentative', 'proposed', 'planlandı', 'planlanan', 'برنامه ریزی شده', 'مخطط', 'prévu',
    'prévue', 'planifié', 'geplant', 'planeado', 'previsto', 'planejado', 'programado', 'gepland', 'запланировано',
  ],
  disputed: [
    'disputed', 'contested', 'contradicted', 'conflicting', 'tartışmalı', 'مورد اختلاف', 'متنازع عليه', 'contesté', 'umstritten', 'strittig',
    'disputado', 'contestado', 'conteso', 'betwist', 'спорно',
  ],
  denied: [
    'denied', 'false', 'debunked', 'refuted', 'rejected', 'yalanlandı', 'reddedildi', 'تکذیب شده', 'تکذیب', 'منفي', 'démenti', 'dementiert',
    'desmentido', 'negado', 'smentito', 'ontkend', 'опровергнуто',
  ],
  retracted: [
    'retracted', 'withdrawn', 'corrected', 'cancelled', 'canceled', 'iptal', 'geri çekildi', 'لغو شده', 'ألغي', 'annulé', 'retiré',
    'zurückgezogen', 'abgesagt', 'retirado', 'cancelado', 'annullato', 'ingetrokken', 'отменено',
  ],
};

const BY_WORD: ReadonlyMap<string, Status> = new Map(
  (Object.entries(WORDS) as [Status, readonly string[]][]).flatMap(([status, words]) => words.map((word) => [foldText(word), status] as const)),
);

/** The status that a word of a table stands for; `undefined` for any other word. */
export const statusOf = (text: string): Status | undefined => (text.length > 40 ? undefined : BY_WORD.get(foldText(text.trim())));
