/** What texts in an encoding look like: what each language written in it has beyond ASCII. */
export interface LetterProfile {
  /** Name of the Encoding Standard. */
  readonly encoding: string;
  /** How usual the encoding is, other things being equal. */
  readonly usual: number;
  /** Letters of languages written in it, the frequent ones apart from the rare ones by a blank. */
  readonly languages: readonly string[];
}

const WESTERN = [
  'éèêàçôîâûùïœëüÉÈÀÇÊÎÔæŒ', 'äöüßÄÖÜ éà', 'áéíóúñÁÉÍÓÚÑ¿¡ ªºü', 'ãõáâàéêíóôúçÃÕÇÁÉÍÓÚÂÊÔ ªºü', 'àèéìòùÀÈÉÌÒÙ', 'åäöæøéÅÄÖÆØÉ ü', 'áéíóúæöÁÉÍÓÚÆÖ ðþýÐÞÝ', 'ëïéèóü',
];

const CYRILLIC = 'оеаинтсрвлкмдпуяыьгзОЕАИНТСРВЛКМ бчйхжшюцщэфъёДПУЯЫЬГЗБЧЙХЖШЮЦЩЭФЪЁіїєґІЇЄҐўЎђјљњћџЂЈЉЊЋЏ№';

const JAPANESE = '\u3040-\u30ff、。年月日 \u4e00-\u9fff\uff01-\uff5e「」・';

/** The encodings that files are in besides Unicode, those of UTF-8 and UTF-16 apart. Letters by the Encoding Standard; what is frequent by language. */
export const PROFILES: readonly LetterProfile[] = [
  { encoding: 'windows-1252', usual: 0.4, languages: WESTERN },
  { encoding: 'windows-1254', usual: 0.3, languages: ['çğıöşüÇĞİÖŞÜ âîûÂ'] },
  { encoding: 'windows-1256', usual: 0.2, languages: ['اليمنورتبةعدسفحكهق جشطصخغزضذئءثىأإؤآظ،؛؟', 'اینورتبدمهسفکقلي جشطصخغزضذئءثأإؤآظپچژگ،؛؟\u200cكيی'] },
  { encoding: 'windows-1251', usual: 0.2, languages: [CYRILLIC] },
  {
    encoding: 'windows-1250',
    usual: 0.1,
    languages: ['ąćęłńóśźżĄĆĘŁŃÓŚŹŻ', 'áčďéěíňóřšťúůýžÁČĎÉĚÍŇÓŘŠŤÚŮÝŽ ľĺŕôäĽ', 'áéíóöőúüűÁÉÍÓÖŐÚÜŰ', 'čćđšžČĆĐŠŽ', 'ăâîşţĂÂÎŞŢ'],
  },
  { encoding: 'windows-1253', usual: 0.1, languages: ['αοιετσνηυρπκμλςωίόάέήύώΑΟΙΕΤΣΝΗΥΡΠΚΜΛ γθδβχφξζψΓΘΔΒΧΦΞΖΨΆΈΉΊΌΎΏϊϋΐΰ'] },
  { encoding: 'windows-1255', usual: 0.1, languages: ['יוהלאבתמרשנד חקעפצסגכטזםןףץך'] },
  { encoding: 'macintosh', usual: 0, languages: WESTERN },
  { encoding: 'koi8-r', usual: 0, languages: [CYRILLIC] },
  { encoding: 'shift_jis', usual: 0.1, languages: [JAPANESE] },
  { encoding: 'euc-jp', usual: 0, languages: [JAPANESE] },
  { encoding: 'gb18030', usual: 0.1, languages: ['的一是不了在人有我他这中大来上国年月日，。号名称题期时间地点事件类型经纬度市省县区北京南东西 \u4e00-\u9fff、“”《》（）'] },
  { encoding: 'big5', usual: 0, languages: ['的一是不了在人有我他這中大來上國年月日，。 \u4e00-\u9fff、「」（）'] },
  {
    encoding: 'euc-kr',
    usual: 0.1,
    languages: ['이다는의에가을를고하한지로사도서기인대시자리일해나부어정보상주전과스은수원제국소장동아구년월경위번호목날짜건명발생치용분류출처성공연학교 \uac00-\ud7af'],
  },
];

/** What one sign adds: a frequent letter of the language, a rare one, a sign of any print, a letter of another language, and what no text has. */
const [FREQUENT, RARE, SIGN, FOREIGN, DAMAGE] = [2, 1, 0.5, -1.5, -10] as const;

/** What a pair takes away: letters of two scripts in one word, a capital after a small letter, two letters beyond ASCII side by side in Latin script; and a sign within a word. */
const [TWO_SCRIPTS, LATE_CAPITAL, SIDE_BY_SIDE, WITHIN_WORD] = [-2, -2, -0.3, -2] as const;

/** Signs that stand behind numbers and words, or before them, and within no word. */
const OUTER_SIGNS = new Set('£¹²³¿¡¼½¾±×§¶¢¥¤¦¬');

const SIGNS = new Set('’‘“”„‚–—…«»‹›•·°€£§©®™½¼¾±×²³ºª¿¡\u00a0\u200c\u200f\u200e');

/** How well a text reads, for one that was decoded by an encoding: about 2 for a text in one of its languages, below 0 for letter salad. */
export function plausibility(text: string, { usual, languages }: LetterProfile): number {
  const sets = languages.map(lettersOf);
  return usual + pairsOf(text) + Math.max(...sets.map((set) => lettersIn(text, set)));
}

interface Letters {
  readonly frequent: ReadonlySet<string>;
  readonly rare: ReadonlySet<string>;
  readonly ranges: readonly (readonly [from: string, to: string, worth: number])[];
}

/** Letters of a language; `a-b` in it is all from one to the other. */
function lettersOf(language: string): Letters {
  const [frequent = '', rare = ''] = language.split(' ');
  const ranges = [[frequent, FREQUENT], [rare, RARE]] as const;
  return {
    frequent: new Set(frequent),
    rare: new Set(rare),
    ranges: ranges.flatMap(([letters, worth]) => [...letters.matchAll(/(.)-(.)/gu)].map(([, from = '', to = '']) => [from, to, worth] as const)),
  };
}

/** What the letters beyond ASCII are worth on average. */
function lettersIn(text: string, { frequent, rare, ranges }: Letters): number {
  let [sum, count] = [0, 0];
  for (const letter of text) {
    if (letter < '\u0080') continue;
    count += 1;
    if (letter === '\ufffd' || letter < '\u00a0' || (letter >= '\ue000' && letter <= '\uf8ff')) sum += DAMAGE;
    else if (frequent.has(letter)) sum += FREQUENT;
    else if (rare.has(letter)) sum += RARE;
    else if (SIGNS.has(letter)) sum += SIGN;
    else sum += ranges.find(([from, to]) => letter >= from && letter <= to)?.[2] ?? FOREIGN;
  }
  return count === 0 ? 0 : sum / count;
}

/** What pairs of letters take away on average, for each letter beyond ASCII. */
function pairsOf(text: string): number {
  let [sum, count] = [0, 0];
  let before = '';
  let earlier = '';
  for (const letter of text) {
    if (letter >= '\u0080') count += 1;
    if (OUTER_SIGNS.has(before) && /\p{L}/u.test(earlier) && /\p{Ll}/u.test(letter)) sum += WITHIN_WORD;
    earlier = before;
    if (before !== '' && (letter >= '\u0080' || before >= '\u0080')) sum += pairWorth(before, letter);
    before = letter;
  }
  return count === 0 ? 0 : sum / count;
}

function pairWorth(before: string, letter: string): number {
  const [script, other] = [scriptOf(before), scriptOf(letter)];
  if (script === undefined || other === undefined) return 0;
  if (script !== other) return script === 'ideographic' || other === 'ideographic' ? 0 : TWO_SCRIPTS;
  if (/\p{Ll}/u.test(before) && /\p{Lu}/u.test(letter)) return LATE_CAPITAL;
  return script === 'latin' && before >= '\u0080' && letter >= '\u0080' ? SIDE_BY_SIDE : 0;
}

type Script = 'latin' | 'greek' | 'cyrillic' | 'hebrew' | 'arabic' | 'ideographic';

function scriptOf(letter: string): Script | undefined {
  if (!/\p{L}/u.test(letter)) return undefined;
  if (letter < '\u0370') return 'latin';
  if (letter < '\u0400') return 'greek';
  if (letter < '\u0530') return 'cyrillic';
  if (letter < '\u0600') return 'hebrew';
  return letter < '\u0780' ? 'arabic' : letter >= '\u1e00' && letter < '\u1f00' ? 'latin' : 'ideographic';
}
