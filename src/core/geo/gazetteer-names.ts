import { foldText } from '../base/fold-text.ts';

/** Kinds of things that a place name can be the name of. */
export const TERRAINS = [
  'country', 'region', 'city', 'continent', 'ocean', 'sea', 'gulf', 'bay', 'strait', 'river', 'lake', 'island', 'land', 'cape',
] as const;
export type Terrain = (typeof TERRAINS)[number];

/** Words, folded, that say of what kind a place is, and what names beside which they stand can be. */
const GENERIC: readonly (readonly [words: string, terrains: readonly Terrain[]])[] = [
  [
    'province provinces state region governorate district oblast county prefecture department territory canton emirate voivodeship krai '
    + 'provincia provincias departamento estado departement provinz область ili il eyaleti eyalet vilayeti vilayet bolgesi bolge '
    + 'استان ولایت ایالت منطقه شهرستان محافظه ولایه اقلیم اماره',
    ['region', 'land', 'country'],
  ],
  ['city town village municipality sehri kenti koyu ilcesi شهر شهرک روستای مدینه بلده قریه город', ['city', 'region']],
  ['strait straits channel canal passage sound bogazi kanali تنگه کانال تنگ مضیق قناه', ['strait']],
  ['sea ocean seas denizi deniz okyanusu دریای دریا اقیانوس بحر محیط', ['sea', 'ocean', 'gulf']],
  ['gulf bay korfezi koyfezi خلیج', ['gulf', 'bay', 'sea']],
  ['lake lakes golu دریاچه بحیره', ['lake', 'sea']],
  ['river nehri irmagi cayi رود رودخانه نهر', ['river']],
  ['island islands isle isles archipelago adasi ada adalari جزیره جزایر جزر', ['island', 'land', 'country', 'region']],
  [
    'desert mountains mountain mount peninsula plateau valley basin colu daglari dagi yarimadasi بیابان کوه کویر دشت جبل جبال صحرا',
    ['land', 'region', 'cape'],
  ],
  ['cape burnu دماغه راس', ['cape']],
];

const TERRAINS_OF: ReadonlyMap<string, readonly Terrain[]> = new Map(
  GENERIC.flatMap(([words, terrains]) => words.split(' ').map((word) => [word, terrains] as const)),
);

/** Short forms of words that names begin with. */
const WHOLE_WORDS: ReadonlyMap<string, string> = new Map([['st', 'saint'], ['ste', 'sainte'], ['mt', 'mount'], ['ft', 'fort'], ['pt', 'point']]);

/** Words that join others, and are left out between them or at the front. */
const JOINING: ReadonlySet<string> = new Set(['of', 'the', 'al', 'el', 'and', 've']);

/** A name in the form in which it is compared. */
export interface FoldedName {
  /** Its letters and digits alone. */
  readonly key: string;
  /** The same without the words that say what it is; the key again where there are none, or nothing else. */
  readonly core: string;
  /** What it can be by these words; `undefined` where it has none. */
  readonly terrains: readonly Terrain[] | undefined;
}

/**
 * Folds a place name: without case, marks, blanks and signs; dotless and dotted i, the forms of yeh, kaf, heh and alef, and the Arabic article
 * made one; “St.” as “Saint”; articles left out.
 */
export function foldPlaceName(name: string): FoldedName {
  const words = wordsOf(name);
  const key = words.join('');
  let [from, to] = [0, words.length];
  let terrains: readonly Terrain[] | undefined;
  while (from < to) {
    const [first, last] = [TERRAINS_OF.get(words[from] ?? ''), TERRAINS_OF.get(words[to - 1] ?? '')];
    if (first === undefined && last === undefined) break;
    terrains ??= first ?? last;
    if (first !== undefined) from += 1;
    else to -= 1;
  }
  return from === to || terrains === undefined ? { key, core: key, terrains: undefined } : { key, core: words.slice(from, to).join(''), terrains };
}

/** Longest name that is looked at, in characters: nothing on earth has a longer one. */
const LONGEST = 120;

function wordsOf(name: string): readonly string[] {
  const folded = foldText(name.slice(0, LONGEST).replaceAll('\u200C', ' '));
  const isPlain = /^[a-z ]*$/.test(folded);
  const plain = isPlain ? folded : folded.replace(/[\u0640\u0621'`´ʻʼʿʾ.]/gu, '').replace(/[ةەۀ]/gu, 'ه').replace(/[^\p{L}\p{N}]+/gu, ' ');
  const words = plain.split(' ').filter((word) => word !== '').map((word) => WHOLE_WORDS.get(word) ?? withoutArticle(word));
  const kept = words.filter((word, position) => !JOINING.has(word) || (position === 0 && word !== 'the' && word !== 'of'));
  return kept.length === 0 ? words : kept;
}

/** Without the Arabic article, which other languages leave out. */
const withoutArticle = (word: string): string => (word.length > 4 && word.startsWith('ال') ? word.slice(2) : word);
