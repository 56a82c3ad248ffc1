import { arabic } from './ar.ts';
import { german } from './de.ts';
import { english } from './en.ts';
import { spanish } from './es.ts';
import { persian } from './fa.ts';
import { french } from './fr.ts';
import { italian } from './it.ts';
import { dutch } from './nl.ts';
import { portuguese } from './pt.ts';
import { russian } from './ru.ts';
import { turkish } from './tr.ts';
import type { DateWords } from './words.ts';

/** The languages that dates are read in. Where two of them have one word for different things, the first of them is heard. */
export const LANGUAGES: readonly DateWords[] = [english, turkish, persian, arabic, french, german, spanish, portuguese, italian, dutch, russian];
