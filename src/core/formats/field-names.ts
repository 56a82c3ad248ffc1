import { foldText } from '../base/fold-text.ts';
import type { Field } from './fields.ts';

/**
 * What people and programs call a column or member, the most telling names first: English, Turkish, Persian, Arabic, French, German, Spanish,
 * Portuguese, Italian, Dutch and Russian, then what others call it: in East Asia, in the north and the east of Europe, Hebrew, Greek, Hindi,
 * Indonesian. Some stand under several fields: what the column holds decides.
 */
const NAMES: Readonly<Record<Field, readonly string[]>> = {
  id: [
    'id', 'event id', 'uid', 'uuid', 'guid', 'identifier', 'unique id', 'record id', 'eventid', 'key', 'ref no', 'no', 'n°', 'nr', 'number',
    'code', 'fid', 'objectid', 'globaleventid',
    'kimlik', 'sıra no', 'شناسه', 'معرف', 'رقم', 'identifiant', 'numéro', 'nummer', 'kennung', 'identificador', 'número', 'código',
    'codice', 'номер', 'код',
    'index', 'record number', 'case number', 'report number', 'ردیف', 'الرقم', 'رقم الحدث', 'lp', 'sr no', 's no', '番号', '編號', '编号', '序号',
    '序號', '번호', 'מספר', 'löpnummer',
  ],
  title: [
    'title', 'headline', 'event title', 'event name', 'event', 'name', 'label', 'subject', 'summary', 'event label', 'item label',
    'caption', 'what', 'what happened', 'incident', 'message', 'msg', 'titel',
    'başlık', 'olay', 'olay adı', 'ad', 'isim', 'konu', 'özet', 'عنوان', 'رویداد', 'رخداد', 'نام', 'موضوع', 'الحدث', 'حدث', 'اسم',
    'العنوان', 'titre', 'évènement', 'événement',
    'nom', 'intitulé', 'überschrift', 'ereignis', 'bezeichnung', 'vorfall', 'título', 'titular', 'evento', 'suceso', 'incidente', 'incident', 'acontecimiento', 'nombre', 'acontecimento',
    'nome', 'titolo', 'gebeurtenis', 'naam',
    'название', 'заголовок', 'событие', 'имя',
    '出来事', '事件名', '件名', '名称', 'タイトル', 'イベント', '事件', '标题', '標題', '名稱', '제목', '사건', '사건명', '행사',
    'nazwa', 'tytuł', 'wydarzenie', 'назва', 'подія', 'händelse', 'rubrik', 'hendelse', 'begivenhed', 'tapahtuma', 'γεγονός', 'τίτλος',
    'אירוע', 'כותרת', 'घटना', 'शीर्षक', 'peristiwa', 'judul', 'kejadian', 'událost', 'název', 'esemény', 'eveniment',
  ],
  description: [
    'description', 'text', 'notes', 'details', 'body', 'content', 'abstract', 'summary', 'comment', 'comments', 'note', 'detail',
    'narrative', 'remarks', 'remark', 'desc', 'story', 'synopsis',
    'açıklama', 'metin', 'ayrıntı', 'detay', 'not', 'notlar', 'içerik', 'özet', 'توضیح', 'توضیحات', 'شرح', 'متن', 'یادداشت', 'الوصف', 'وصف',
    'النص', 'نص', 'تفاصيل', 'texte', 'détails', 'contenu', 'commentaire',
    'résumé', 'remarques', 'beschreibung', 'anmerkung', 'anmerkungen', 'inhalt', 'bemerkung', 'kommentar', 'descripción', 'texto',
    'detalles', 'notas', 'resumen', 'contenido', 'observaciones',
    'descrição', 'detalhes', 'observações', 'conteúdo', 'histórico', 'descrizione', 'testo', 'omschrijving', 'beschrijving', 'tekst',
    'описание', 'текст', 'примечание',
    '説明', '内容', '概要', '詳細', '備考', '描述', '说明', '說明', '备注', '설명', '내용', '비고', 'opis', 'uwagi', 'опис', 'примітка', 'beskrivning',
    'beskrivelse', 'kuvaus', 'περιγραφή', 'תיאור', 'विवरण', 'deskripsi', 'keterangan', 'popis', 'leírás', 'descriere',
  ],
  start: [
    'date', 'start date', 'start', 'datetime', 'starttime', 'startdate', 'date time', 'event date', 'when', 'begin date', 'begin', 'begins',
    'date start', 'started', 'start at', 'started at', 'start datetime', 'date of event',
    'timestamp', 'time', 'start time', 'from', 'from date', 'day', 'month', 'year', 'published', 'publication date', 'pub date', 'pubdate',
    'created', 'created at', 'timestamp ms', 'time ms', 'ts', 'epoch', 'unix time', 'occurred', 'occurred at', 'dates', 'edtf', 'point in time', 'since',
    'tarih', 'başlangıç', 'başlangıç tarihi', 'olay tarihi', 'zaman', 'gün', 'تاریخ', 'تاریخ شروع', 'شروع', 'زمان', 'آغاز', 'روز',
    'التاريخ',
    'تاريخ', 'تاريخ البدء', 'البداية', 'بداية', 'يوم',
    'début', 'date de début', 'quand', 'jour', 'datum', 'beginn', 'anfang', 'startdatum', 'zeitpunkt', 'tag', 'von', 'ab', 'fecha',
    'fecha de inicio', 'inicio', 'fecha inicio', 'cuándo', 'día', 'desde',
    'data', 'data de início', 'data início', 'início', 'dia', 'quando', 'data inizio', 'inizio', 'giorno', 'begindatum', 'дата',
    'дата начала', 'начало', 'день',
    'datum von', 'von datum', 'anfangsdatum', 'startzeit', 'date debut', 'date du', 'tarih saat', '日付', '日時', '年月日', '発生日', '発生日時', '開始日',
    '開始', '日期', '开始日期', '開始日期', '时间', '時間', '날짜', '일자', '일시', '시작일', '발생일',
    'data od', 'data rozpoczęcia', 'дата початку', 'початок', 'startdatum', 'startdato', 'dato', 'päivämäärä', 'alkupäivä', 'ημερομηνία',
    'תאריך', 'तारीख', 'दिनांक', 'तिथि', 'tanggal', 'datum začátku', 'dátum', 'kezdet', 'dată',
  ],
  end: [
    'end date', 'end', 'date end', 'ended', 'until', 'to', 'end at', 'ended at', 'end datetime', 'finish', 'stop', 'ends', 'to date',
    'till',
    'end time', 'endtime', 'enddate', 'stop time', 'stoptime', 'date of end', 'finished',
    'bitiş', 'bitiş tarihi', 'son', 'پایان', 'تاریخ پایان', 'تا', 'النهاية', 'نهاية', 'تاريخ الانتهاء', 'fin', 'date de fin', 'jusqu\'à',
    'ende', 'enddatum', 'bis', 'fecha de fin', 'fecha fin', 'hasta',
    'fim', 'data de fim', 'data fim', 'término', 'até', 'data fine', 'fine', 'einddatum', 'einde', 'дата окончания', 'конец', 'окончание',
    'datum bis', 'bis datum', 'date au', '終了日', '終了', '结束日期', '結束日期', '종료일', 'data do', 'data zakończenia', 'дата завершення', 'кінець',
    'slutdatum', 'sluttdato', 'slutdato', 'loppupäivä', 'תאריך סיום', 'tanggal selesai', 'datum konce',
    'dropoff datetime', 'data final',
  ],
  startTime: [
    'time', 'start time', 'time of day', 'hour', 'clock', 'event time', 'local time', 'time utc', 'origin time', 'origin t', 'begin time',
    'saat', 'başlangıç saati', 'ساعت', 'الوقت', 'وقت', 'الساعة',
    'heure', 'heure de début', 'uhrzeit', 'zeit', 'startzeit', 'hora', 'hora de inicio', 'horário', 'ora', 'tijd', 'время',
    '時刻', '時間', '发生时间', '시각', '시간', 'godzina', 'час', 'klockslag', 'klokkeslett', 'kellonaika', 'ώρα', 'שעה', 'समय', 'jam', 'waktu', 'čas',
  ],
  endTime: [
    'end time', 'time end', 'finish time', 'bitiş saati', 'ساعت پایان', 'وقت الانتهاء', 'heure de fin', 'endzeit', 'hora de fin',
    'hora fim',
    'ora fine', 'eindtijd',
  ],
  duration: [
    'duration', 'elapsed', 'elapsed time', 'running time', 'runtime', 'süre', 'مدت', 'المدة', 'durée', 'dauer', 'duración', 'duração', 'durata', 'duur', 'длительность',
    '期間', '持续时间', '기간', 'czas trwania', 'тривалість', 'varaktighet', 'varighet',
  ],
  displayDate: [
    'display date', 'date display', 'date text', 'date as written', 'date string', 'verbatim date', 'verbatim event date', 'date label',
    'human date', 'date note', 'display time', 'tarih metni',
  ],
  zone: [
    'time zone', 'timezone', 'tz', 'zone', 'utc offset', 'saat dilimi', 'منطقه زمانی', 'المنطقة الزمنية', 'fuseau horaire', 'zeitzone',
    'zona horaria', 'fuso horário',
  ],
  year: [
    'start year', 'year', 'iyear', 'event year', 'begin year', 'from year', 'yıl', 'سال', 'السنة', 'سنة', 'عام', 'année', 'an', 'jahr',
    'año', 'ano', 'anno', 'jaar', 'год',
    '年', '年份', '연도', '년도', 'rok', 'рік', 'år', 'vuosi', 'έτος', 'שנה', 'वर्ष', 'tahun',
  ],
  month: [
    'start month', 'month', 'imonth', 'event month', 'ay', 'ماه', 'الشهر', 'شهر', 'mois', 'monat', 'mes', 'mês', 'mese', 'maand', 'месяц',
    '月', '월', 'miesiąc', 'місяць', 'månad', 'måned', 'μήνας', 'חודש', 'माह', 'bulan', 'měsíc',
  ],
  day: [
    'start day', 'day', 'iday', 'event day', 'day of month', 'gün', 'روز', 'اليوم', 'يوم', 'jour', 'tag', 'día', 'dia', 'giorno', 'dag',
    'день',
    '日', '일', 'dzień', 'день', 'dag', 'ημέρα', 'יום', 'दिन', 'hari', 'den',
  ],
  endYear: [
    'end year', 'to year', 'until year', 'bitiş yılı', 'سال پایان', 'année de fin', 'endjahr', 'año fin', 'ano fim', 'anno fine',
    '終了年', 'rok do', 'slutår',
  ],
  endMonth: ['end month', 'bitiş ayı', 'ماه پایان', 'mois de fin', 'endmonat', 'mes fin', 'mês fim'],
  endDay: ['end day', 'bitiş günü', 'روز پایان', 'jour de fin', 'endtag', 'día fin', 'dia fim'],
  latitude: [
    'latitude', 'lat', 'decimal latitude', 'start latitude', 'start lat', 'pickup latitude', 'pickup lat', 'origin latitude', 'origin lat',
    'from lat', 'lat1', 'lat 1', 'latitude decimal', 'lat dd', 'y', 'y coord', 'latitud', 'gps latitude', 'gps lat', 'geo lat', 'enlem',
    'عرض جغرافیایی', 'عرض', 'خط العرض', 'دائرة العرض', 'breite', 'breitengrad',
    'geografische breite', 'latitudine', 'breedtegraad', 'широта',
    '緯度', '纬度', '위도', 'szerokość', 'szerokość geograficzna', 'географічна широта', 'leveysaste',
    'γεωγραφικό πλάτος', 'πλάτος', 'קו רוחב', 'अक्षांश', 'lintang', 'zeměpisná šířka', 'szélesség',
  ],
  longitude: [
    'longitude', 'lon', 'lng', 'long', 'decimal longitude', 'start longitude', 'start lon', 'start lng', 'pickup longitude', 'pickup lon',
    'pickup lng', 'origin longitude', 'origin lon', 'origin lng', 'from lon', 'from lng',
    'lon1', 'lng1', 'lon 1', 'lng 1', 'longitude decimal', 'lon dd', 'x', 'x coord', 'longitud', 'gps longitude', 'gps lon', 'gps long',
    'geo lon', 'boylam', 'طول جغرافیایی', 'طول', 'خط الطول', 'länge',
    'längengrad', 'geografische länge', 'longitudine', 'lengtegraad', 'долгота',
    '経度', '經度', '经度', '경도', 'długość', 'długość geograficzna', 'довгота', 'географічна довгота', 'pituusaste', 'γεωγραφικό μήκος', 'μήκος',
    'קו אורך', 'देशांतर', 'bujur', 'zeměpisná délka', 'hosszúság',
  ],
  coordinates: [
    'coordinates', 'coords', 'coord', 'lat lon', 'lat long', 'lat lng', 'latlng', 'latlon', 'latitude longitude', 'gps', 'position',
    'location', 'geo', 'geolocation', 'geopoint', 'point', 'coordinate location', 'koordinat', 'koordinatlar', 'konum',
    'مختصات', 'الإحداثيات', 'إحداثيات', 'coordonnées', 'koordinaten', 'coordenadas', 'coordinate', 'coördinaten', 'координаты',
    '座標', '坐标', '좌표', 'współrzędne', 'координати', 'koordinater', 'koordinaatit', 'συντεταγμένες',
  ],
  geometry: [
    'geometry', 'geom', 'the geom', 'wkt', 'geom wkt', 'wkt geom', 'geojson', 'geometry wkt', 'shape', 'polygon', 'geometri', 'géométrie',
    'geometrie', 'geometría', 'geometria',
  ],
  place: [
    'place', 'location', 'place name', 'location name', 'city', 'where', 'address', 'venue', 'town', 'site', 'locality', 'settlement',
    'location description', 'place label', 'location label', 'area', 'village', 'port', 'ort',
    'yer', 'konum', 'şehir', 'mekan', 'mekân', 'adres', 'ilçe', 'مکان', 'محل', 'شهر', 'نشانی', 'المكان', 'مكان', 'الموقع', 'موقع', 'مدينة',
    'المدينة', 'lieu', 'ville', 'endroit', 'adresse', 'commune', 'schauplatz', 'stadt', 'lugar', 'ciudad',
    'localidad', 'dirección', 'ubicación', 'municipio', 'local', 'cidade', 'localidade', 'endereço', 'município', 'luogo', 'città',
    'plaats',
    'stad', 'место', 'город', 'адрес',
    'street name', 'on street name', 'block', 'block address', 'street address', '場所', '所在地', '地名', '発生場所', '都市', '市区町村', '地点', '地點', '位置',
    '城市', '장소', '위치', '지역',
    'miejsce', 'miejscowość', 'miasto', 'місце', 'місто', 'plats', 'ort', 'sted', 'paikka', 'τόπος', 'πόλη', 'מקום', 'עיר', 'स्थान',
    'lokasi', 'tempat', 'místo', 'helyszín',
  ],
  region: [
    'region', 'province', 'lsoa name', 'state', 'provstate', 'admin1', 'adm1', 'adm 1', 'admin 1', 'county', 'district', 'governorate', 'oblast',
    'prefecture', 'uf', 'il', 'bölge', 'eyalet', 'vilayet', 'استان', 'منطقه', 'المحافظة', 'محافظة', 'منطقة', 'région', 'département',
    'bundesland', 'kanton', 'región', 'provincia', 'estado', 'departamento', 'região', 'regione', 'provincie', 'область', 'регион',
    '都道府県', '省', '省份', '州', '시도', 'województwo', 'область', 'län', 'fylke', 'provinsi',
  ],
  country: [
    'country', 'country name', 'country txt', 'nation', 'country code', 'iso3', 'nearest country', 'ülke', 'کشور', 'الدولة', 'دولة',
    'البلد',
    'بلد', 'pays', 'land', 'staat', 'país', 'pais', 'paese', 'страна',
    '国', '国名', '国家', '國家', '국가', 'kraj', 'країна', 'maa', 'χώρα', 'מדינה', 'देश', 'negara', 'země', 'ország', 'țară',
  ],
  category: [
    'category', 'event type', 'type', 'categories', 'kind', 'class', 'classification', 'group', 'theme', 'topic', 'incident type',
    'attack type', 'attacktype1 txt', 'event category', 'type of event', 'lane', 'kategori', 'tür', 'tip', 'sınıf', 'grup',
    'دسته', 'نوع', 'دسته بندی', 'گروه', 'الفئة', 'فئة', 'النوع', 'تصنيف', 'catégorie', 'genre', 'thème', 'groupe', 'kategorie', 'typ',
    'art',
    'gruppe', 'thema', 'categoría', 'tipo', 'clase', 'grupo', 'tema',
    'categoria', 'classe', 'classificação', 'classificacao', 'gruppo', 'categorie', 'soort', 'категория', 'тип', 'вид',
    '種類', '種別', '分類', 'カテゴリ', 'カテゴリー', '类别', '類別', '类型', '類型', '분류', '종류', '유형', 'typ', 'rodzaj', 'kategoria', 'категорія',
    'typ av händelse', 'luokka', 'κατηγορία', 'קטגוריה', 'jenis', 'druh', 'kategória',
  ],
  tags: [
    'tags', 'tag', 'keywords', 'keyword', 'labels', 'etiket', 'etiketler', 'anahtar kelimeler', 'برچسب', 'برچسب ها', 'کلیدواژه', 'وسوم',
    'كلمات مفتاحية', 'étiquettes', 'mots clés', 'schlagworte', 'schlagwörter', 'etiquetas', 'palabras clave', 'palavras chave', 'теги',
  ],
  status: [
    'status', 'verification', 'verified', 'verification status', 'confirmation', 'confirmed', 'credibility', 'durum', 'وضعیت', 'الحالة',
    'حالة', 'statut', 'estado de verificación', 'situação', 'stato', 'статус',
  ],
  attribution: [
    'attribution', 'attributed to', 'according to', 'reported by', 'claimed by', 'says', 'who says', 'atıf', 'به گفته', 'بحسب', 'selon',
    'laut', 'según', 'segundo', 'secondo',
  ],
  actor: [
    'actors', 'actor', 'actor1', 'actor2', 'actor 1', 'actor 2', 'side a', 'side b', 'participants', 'participant', 'people', 'person',
    'parties', 'who', 'perpetrator', 'gname', 'organizer', 'aktör', 'taraf', 'taraflar', 'kişi', 'بازیگر', 'طرف', 'طرفین', 'اشخاص',
    'الأطراف', 'acteur', 'acteurs', 'akteur', 'akteure', 'beteiligte', 'actores', 'participantes', 'atores', 'ator', 'attori', 'участники',
    '主体', '当事者', '当事人', '参与者', 'uczestnicy', 'учасники',
  ],
  source: [
    'source', 'sources', 'publisher', 'data source', 'reference', 'references', 'citation', 'ref', 'source name', 'kaynak', 'منبع', 'منابع',
    'المصدر', 'مصدر', 'sources', 'référence', 'quelle', 'quellen', 'fuente', 'fuentes', 'referencia',
    'fonte', 'fontes', 'referência', 'bron', 'источник',
    '出典', '情報源', '来源', '來源', '출처', 'źródło', 'джерело', 'källa', 'kilde', 'lähde', 'πηγή', 'מקור', 'स्रोत', 'sumber', 'zdroj', 'forrás',
    'sursa',
  ],
  sourceUrl: [
    'source url', 'source link', 'url', 'link', 'source', 'sources', 'web page', 'webpage', 'website', 'uri', 'article', 'reference url',
    'href', 'permalink', 'article url', 'links', 'reference', 'ref', 'kaynak url', 'bağlantı', 'پیوند', 'لینک', 'الرابط', 'رابط', 'lien',
    'enlace', 'ligação', 'collegamento', 'ссылка',
  ],
  sourceTitle: [
    'source title', 'source headline', 'article title', 'kaynak başlığı', 'عنوان منبع', 'titre de la source', 'quellentitel',
    'título de la fuente', 'título da fonte',
  ],
  sourceDate: [
    'source date', 'reported date', 'date reported', 'report date', 'kaynak tarihi', 'تاریخ منبع', 'date de la source', 'quellendatum',
    'fecha de la fuente', 'data da fonte',
  ],
  media: [
    'media', 'image', 'image url', 'photo', 'picture', 'img', 'video', 'media url', 'thumbnail', 'depiction', 'görsel', 'resim', 'fotoğraf',
    'تصویر', 'عکس', 'صورة', 'الصورة', 'photographie', 'bild', 'foto', 'imagen', 'imagem', 'immagine', 'afbeelding', 'изображение',
  ],
  mediaCaption: [
    'media caption', 'image caption', 'photo caption', 'caption', 'alt text', 'görsel açıklaması', 'légende', 'bildunterschrift',
    'pie de foto', 'legenda', 'didascalia',
  ],
  mediaCredit: ['media credit', 'image credit', 'photo credit', 'credit', 'crédit photo', 'bildnachweis', 'crédito', 'photographer'],
  endLatitude: [
    'end latitude', 'end lat', 'dropoff latitude', 'dropoff lat', 'destination latitude', 'destination lat', 'dest latitude', 'dest lat',
    'to lat', 'target lat', 'arrival lat', 'lat2', 'lat 2', 'end station latitude',
  ],
  endLongitude: [
    'end longitude', 'end lon', 'end lng', 'dropoff longitude', 'dropoff lon', 'dropoff lng', 'destination longitude', 'destination lon',
    'destination lng', 'dest longitude', 'dest lon', 'dest lng', 'to lon', 'to lng',
    'target lon', 'target lng', 'arrival lon', 'lon2', 'lng2', 'lon 2', 'lng 2', 'end station longitude',
  ],
  rowKind: [],
};

/** Names of dates that are mostly of the record and not of the event: they count where nothing else is a date. */
const OF_THE_RECORD: ReadonlySet<string> = new Set([
  'timestamp', 'timestamp ms', 'time ms', 'ts', 'epoch', 'unix time', 'created', 'created at', 'published', 'publication date', 'pub date', 'pubdate', 'zaman damgasi',
]);

/** Names as short as these say what the last word of a longer name is, such as `battle_name` or `ocorrencia_latitude`. */
const HEAD_WORDS: ReadonlyMap<string, Field> = new Map(
  (
    [
      ['title', 'name title headline label titre titulo baslik عنوان'],
      ['start', 'date datetime tarihi datum fecha data dia timestamp begin start when'],
      ['end', 'end until fim fin ende'],
      ['startTime', 'time hour hora heure saati'],
      ['year', 'year ano jahr annee'],
      ['latitude', 'latitude lat latitud enlem'],
      ['longitude', 'longitude lon lng long longitud boylam'],
      ['coordinates', 'coordinates coords koordinat coordenadas'],
      ['geometry', 'geometry geom wkt geojson'],
      ['description', 'description text notes details summary comment descricao beschreibung'],
      ['place', 'city cidade ciudad ville place location town address airport where'],
      ['region', 'state province region uf county estado'],
      ['country', 'country pais pays'],
      ['category', 'type category class tipo classificacao kategori kind'],
      ['sourceUrl', 'url link href uri'],
      ['source', 'source fonte quelle'],
      ['media', 'image photo picture img'],
      ['status', 'status'],
      ['id', 'id no code codigo nr index number'],
    ] as const
  ).flatMap(([field, words]) => words.split(' ').map((word) => [word, field] as const)),
);

/** Words that make any name one of lengths of time, as in `duration_min` and `Süre (dk)`. */
const LENGTHS: ReadonlySet<string> = new Set(NAMES.duration.map(foldName).filter((name) => !name.includes(' ')));

/** Words that make a date before which they stand that of an end, as in `visit_end_timestamp`. */
const ENDS: ReadonlySet<string> = new Set(['end', 'ending', 'finish', 'stop', 'closing']);

/** Words that say that a column is about something beside the event. */
const BESIDE: ReadonlySet<string> = new Set([
  'shore', 'nearest', 'birth', 'death', 'published', 'publication', 'publicacao', 'publicado', 'divulgacao', 'updated', 'modified',
  'created', 'upload', 'uploaded', 'added', 'revision',
  'zip', 'postal', 'post', 'area', 'phone', 'language', 'currency', 'colour', 'color',
  'accessed', 'retrieved', 'dropoff', 'destination', 'dest', 'target', 'to', 'other', 'last', 'closed', 'parent', 'related', 'report',
  'reported', 'author', 'user', 'file', 'owner',
]);

/** A field that a name speaks for, and how clearly: from 0 to 1. */
export interface NamedField {
  readonly field: Field;
  readonly certainty: number;
}

/** The certainty of the first name of a field, of the last, and of a name of several words that only ends in one, or begins with it. */
const [FIRST, LAST, ENDING, BEGINNING] = [0.98, 0.8, 0.6, 0.5] as const;

/** The certainty of a date of the record. */
const RECORDED = 0.45;

/** How much of it is left where another word says that the column is about something beside the event. */
const ASIDE = 0.5;

/** A name as it is compared: without case, accents and signs, with one space between words, also where only a capital begins one. */
export function foldName(name: string): string {
  const spaced = name.slice(0, 200).replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2').replace(/\([^()]*\)|\[[^[\]]*\]/g, ' ');
  return foldText(spaced).replace(/[^\p{L}\p{N}]+/gu, ' ').trim();
}

const BY_NAME = namesByFolded();

function namesByFolded(): ReadonlyMap<string, readonly NamedField[]> {
  const byName = new Map<string, NamedField[]>();
  for (const [field, names] of Object.entries(NAMES) as [Field, readonly string[]][]) {
    for (const [rank, name] of names.entries()) {
      const folded = foldName(name);
      const known = byName.get(folded) ?? [];
      if (known.some((other) => other.field === field)) continue;
      const isRecorded = field === 'start' && OF_THE_RECORD.has(folded);
      byName.set(folded, [...known, { field, certainty: isRecorded ? RECORDED : FIRST - ((FIRST - LAST) * Math.min(rank, 20)) / 20 }]);
    }
  }
  return byName;
}

const E7 = / e7$/;

/**
 * Whether a name says that its numbers are ten-millionths of a degree, as in `latitudeE7`: so Google's location history has them,
 * https://takeout.google.com.
 */
export const isE7 = (name: string): boolean => E7.test(foldName(name));

/** The fields that a column or member may hold by its name, the likeliest first; none for a name that says nothing. */
export function fieldsNamed(name: string): readonly NamedField[] {
  const folded = foldName(name).replace(E7, '');
  const exact = BY_NAME.get(folded) ?? BY_NAME.get(folded.replaceAll(' ', ''));
  if (exact !== undefined) return [...exact].sort((a, b) => b.certainty - a.certainty);
  const words = folded.split(' ');
  if (words.length < 2) return [];
  const factor = words.some((word) => BESIDE.has(word)) ? ASIDE : 1;
  const [last, first] = [HEAD_WORDS.get(words.at(-1) ?? ''), HEAD_WORDS.get(words[0] ?? '')];
  if ((last === undefined || last === 'startTime') && words.some((word) => LENGTHS.has(word))) return [{ field: 'duration', certainty: ENDING }];
  if (ENDS.has(words.at(-2) ?? '') && (last === 'start' || last === 'startTime')) {
    return [{ field: 'end', certainty: ENDING * factor }, { field: 'endTime', certainty: ENDING * factor }];
  }
  const fields: NamedField[] = [];
  if (last !== undefined) fields.push({ field: last, certainty: ENDING * factor });
  if (first !== undefined && first !== last) fields.push({ field: first, certainty: BEGINNING * factor });
  return fields;
}
