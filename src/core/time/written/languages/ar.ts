import type { DateWords } from './words.ts';

export const arabic: DateWords = {
  // Names after the European months, as from Egypt to the Gulf and in the Maghreb, and the Levantine ones.
  months: [
    ['يناير', 'جانفي', 'كانون الثاني'], ['فبراير', 'فيفري', 'شباط'], ['مارس', 'آذار'], ['أبريل', 'إبريل', 'ابريل', 'أفريل', 'نيسان'],
    ['مايو', 'ماي', 'أيار', 'ايار'], ['يونيو', 'يونيه', 'جوان', 'حزيران'], ['يوليو', 'يوليه', 'جويلية', 'تموز'],
    ['أغسطس', 'اغسطس', 'أوت', 'آب', 'غشت'],
    ['سبتمبر', 'شتنبر', 'أيلول', 'ايلول'], ['أكتوبر', 'اكتوبر', 'تشرين الأول'], ['نوفمبر', 'نونبر', 'تشرين الثاني'],
    ['ديسمبر', 'دجنبر', 'كانون الأول'],
  ],
  weekdays: ['الاثنين', 'الإثنين', 'الثلاثاء', 'الأربعاء', 'الخميس', 'الجمعة', 'السبت', 'الأحد', 'يوم'],
  seasons: [['ربيع', 'الربيع'], ['صيف', 'الصيف'], ['خريف', 'الخريف'], ['شتاء', 'الشتاء']],
  about: ['حوالي', 'نحو', 'قرابة', 'تقريبا', 'تقريباً', 'زهاء'],
  doubt: ['ربما', 'على الأرجح'],
  from: ['من'],
  to: ['إلى', 'حتى', 'الى'],
  between: ['بين', 'ما بين'],
  and: ['و'],
  or: ['أو'],
  since: ['منذ', 'من', 'ابتداء من'],
  after: ['بعد'],
  until: ['حتى', 'إلى'],
  before: ['قبل'],
  present: ['الآن', 'اليوم', 'الحاضر', 'الوقت الحاضر'],
  early: ['أوائل', 'بداية', 'مطلع'],
  mid: ['منتصف', 'أواسط', 'وسط'],
  late: ['أواخر', 'نهاية'],
  century: ['القرن', 'قرن'],
  decade: ['عقد', 'عقد الـ'],
  millennium: ['الألفية'],
  week: ['الأسبوع', 'أسبوع'],
  bce: ['ق م', 'قبل الميلاد'],
  ce: ['م', 'ميلادي', 'ميلادية', 'بعد الميلاد', 'للميلاد'],
  noise: ['سنة', 'عام', 'في', 'شهر', 'الساعة', 'تاريخ', 'في عام', 'خلال'],
};

/** Muharram to Dhu al-Hijja, in Arabic and in the usual spellings with Latin letters. */
export const islamicMonths: DateWords['months'] = [
  ['محرم', 'المحرم', 'muharram'],
  ['صفر', 'safar'],
  ['ربيع الأول', 'ربیع الاول', 'rabi al - awwal', 'rabi al awwal', 'rabi i', 'rabi\' al - awwal', 'rabi\' i'],
  ['ربيع الثاني', 'ربيع الآخر', 'rabi al - thani', 'rabi al thani', 'rabi ii', 'rabi\' al - thani', 'rabi\' ii'],
  ['جمادى الأولى', 'جمادی الاول', 'jumada al - awwal', 'jumada al - ula', 'jumada i'],
  ['جمادى الآخرة', 'جمادى الثانية', 'جمادی الثانی', 'jumada al - thani', 'jumada al - akhirah', 'jumada ii'],
  ['رجب', 'rajab'],
  ['شعبان', 'sha\'ban', 'shaban'],
  ['رمضان', 'ramadan', 'ramazan'],
  ['شوال', 'shawwal'],
  ['ذو القعدة', 'ذوالقعدة', 'ذی القعده', 'ذی قعده', 'dhu al - qadah', 'dhu al - qa\'dah', 'dhu\'l - qadah', 'dhul qadah'],
  ['ذو الحجة', 'ذوالحجة', 'ذی الحجه', 'ذی حجه', 'dhu al - hijjah', 'dhu\'l - hijjah', 'dhul hijjah'],
];
