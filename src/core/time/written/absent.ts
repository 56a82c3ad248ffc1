/** What people and programs write where there is no date. */
const ABSENT: ReadonlySet<string> = new Set([
  '', '-', '--', '---', '–', '––', '*', '**', '***', '.', '..', '...', '…', '?', '??', '???', '/', 'x', '0000', '00000000',
  '0000-00-00', '00/00/0000', '00.00.0000', '00-00-0000',
  '0000-00-00 00:00:00', '0000-00-00t00:00:00', '0000-00-00t00:00:00z', '0/0/0000', '0000/00/00',
  // What spreadsheet programs show of a zero.
  '1900-01-00', '1900-01-00 00:00:00', '1/0/1900', '01/00/1900', '0/1/1900', '00/01/1900', '00.01.1900', '0-jan-00', '0-jan-1900', '00-jan-1900',
  'na', 'n/a', '#n/a', '<na>', 'n.a.', 'n.a', 'null', '(null)', '\\n', 'nil', 'none', 'nan', 'nat', 'undefined', 'empty', 'blank',
  '(blank)', '#value!', '#ref!', 'invalid date',
  'unknown', 'unk', 'not known', 'not available', 'not stated', 'no date', 'n.d.', 'nd', 'n. d.', 'n.d', 'undated', 'tba', 'tbd', 'tbc',
  'various', 'pending',
  's.d.', 's. d.', 'sans date', 'inconnu', 'inconnue', 'o.d.', 'o. d.', 'o.j.', 'o. j.', 'unbekannt', 'undatiert', 'desconocido',
  'desconocida', 'sin fecha', 's.f.', 's. f.',
  'desconhecido', 'desconhecida', 'sem data', 'sconosciuto', 'sconosciuta', 'senza data', 'onbekend', 'z.d.', 'z. d.', 'неизвестно',
  'б. д.', 'б.д.', 'без даты',
  'bilinmiyor', 'bilinmeyen', 'tarihsiz', 'belirsiz', 'نامشخص', 'نامعلوم', 'بدون تاریخ', 'غیر معروف', 'مجهول', 'غیر محدد', 'بدون تاریخ',
]);

/** Whether a cleaned and folded text says that there is no date. */
export const saysAbsent = (folded: string): boolean => ABSENT.has(folded);
