import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { scanUtf8 } from '../../../../src/core/base/decoding.ts';
import { decodeUtf8, encodeUtf8 } from '../../../../src/core/base/utf8.ts';
import { decodedSource, guessEncoding, toUtf8 } from '../../../../src/core/formats/encoding.ts';
import { encoded, encodedWide } from '../../../support/encoded.ts';

/** Beginnings of files as people have them, by their encoding. */
const TEXTS: Readonly<Record<string, readonly string[]>> = {
  'windows-1254': [
    'id;tarih;başlık;yer\n1;29.10.1923;Cumhuriyet’in ilanı;Ankara\n'.replace('’', "'"),
    'tarih;olay\n1999-08-17;Gölcük depremi, kırk beş saniye sürdü\n',
    'yıl;şehir\n2020;Izmir\n',
    'Şişli,Ağrı,Iğdır\n',
    'ad;IŞIK ÜNİVERSİTESİ\n',
  ],
  'windows-1252': [
    'n°;date;titre\n1;14/07/1789;Prise de la Bastille;« Rien »\n2;26/08/1789;Déclaration des droits\n',
    'codigo;classe;cidade\n39115;ACIDENTE;SÃO PAULO\n39116;NÃO;BRASÍLIA\n',
    'Ort;Straße\nMünchen;Köln\n',
    'año;país\n1936;España\n',
    'staður;atburður\nÞingvellir;ný stjórn á Íslandi, við Öxará\n',
    'by;år\nMalmö;1658\nÆrø;1864\n',
  ],
  'windows-1256': ['التاريخ;الحدث;المكان\n2011-01-25;ثورة يناير;القاهرة\n', 'تاريخ;عنوان;شهر\n1357;پيروزي انقلاب;تهران\n1359;آغاز جنگ;خرمشهر\n'],
  'windows-1251': ['дата;событие;место\n1961-04-12;Полёт Гагарина;Байконур\n', 'ДАТА;СОБЫТИЕ\n1917;РЕВОЛЮЦИЯ В ПЕТРОГРАДЕ\n', 'рік;місто\n1991;Київ, Львів\n'],
  'windows-1250': ['datum;událost\n1968-08-21;Vpád vojsk; příběh, řeka, žena\n', 'rok;wydarzenie\n1980;Łódź, Gdańsk, Kraków i strajki w całym kraju\n'],
  'windows-1253': ['ημερομηνία;γεγονός;τόπος\n1821-03-25;Επανάσταση;Αθήνα\n'],
  'windows-1255': ['תאריך;אירוע;מקום\n1948-05-14;הכרזה;תל אביב\n'],
  shift_jis: ['日付,タイトル,場所\n2011-03-11,東日本大震災,仙台\n', 'イベント,年月日\n地震がありました,2011\n', '開催地\n東京都\n'],
  'euc-jp': ['日付,タイトル,場所\n2011-03-11,東日本大震災がありました,仙台\n'],
  gb18030: ['日期,标题,地点\n2008-05-12,汶川大地震,四川省\n2008-08-08,北京奥运会在中国开幕的一天,北京\n'],
  big5: ['日期,標題,地點\n1999-09-21,集集大地震在台灣發生的一天,南投\n'],
  'euc-kr': ['날짜,제목,장소\n1950-06-25,한국 전쟁 발발,서울\n'],
  macintosh: ['Année;évènement;lieu\n1789;Prise de la Bastille;l’été à Paris\n'],
};

describe('the encoding of a text', () => {
  for (const [encoding, texts] of Object.entries(TEXTS)) {
    it(`is told to be ${encoding} by its letters`, () => {
      for (const text of texts) {
        const bytes = encoded(text, encoding);
        expect([text, guessEncoding(bytes).encoding]).toEqual([text, encoding]);
        expect(decodeUtf8(toUtf8(bytes, encoding).bytes)).toBe(text);
      }
    });
  }

  it('is told by its byte order mark, which is no part of it', () => {
    const text = 'id\ttarih\n1\tşubat\n';
    for (const [mark, bytes, encoding] of [
      [[0xef, 0xbb, 0xbf], encodeUtf8(text), 'utf-8'],
      [[0xff, 0xfe], encodedWide(text, 'le'), 'utf-16le'],
      [[0xfe, 0xff], encodedWide(text, 'be'), 'utf-16be'],
    ] as const) {
      const marked = Uint8Array.from([...mark, ...bytes]);
      expect(guessEncoding(marked)).toMatchObject({ encoding, sure: true });
      expect(decodeUtf8(toUtf8(marked, encoding).bytes)).toBe(text);
    }
  });

  it('is told to be UTF-16 by its zeros, also where most letters have none', () => {
    const text = 'id;дата\n1;событие в истории\n2;تاريخ\n';
    expect(guessEncoding(encodedWide(text, 'le')).encoding).toBe('utf-16le');
    expect(guessEncoding(encodedWide(text, 'be')).encoding).toBe('utf-16be');
  });

  it('is UTF-8 where its bytes are, however few, and where hardly any are not', () => {
    expect(guessEncoding(encodeUtf8('plain'))).toMatchObject({ encoding: 'utf-8', sure: true });
    expect(guessEncoding(encodeUtf8('one ş')).encoding).toBe('utf-8');
    const damaged = Uint8Array.from([...encodeUtf8('ğüşıöç'.repeat(10)), 0xff, 0x2c]);
    expect(guessEncoding(damaged).encoding).toBe('utf-8');
    expect(toUtf8(damaged, 'utf-8').broken).toBe(1);
  });

  it('is what an XML file declares, where it is not UTF-8', () => {
    const declared = (encoding: string, text: string): string => `<?xml version="1.0" encoding="${encoding}"?><a>${text}</a>`;
    expect(guessEncoding(encoded(declared('ISO-8859-9', 'ýþ'.replace('ý', 'ı').replace('þ', 'ş')), 'windows-1254'))).toMatchObject({ encoding: 'windows-1254', sure: true });
    expect(guessEncoding(encodeUtf8(declared('windows-1251', 'ş'))).encoding).toBe('utf-8');
  });

  it('shows words as evidence, and names what else it may be', () => {
    const guess = guessEncoding(encoded('Þórður;tarih\nýþýk;1\n', 'windows-1252'));
    expect(guess.evidence.length).toBeGreaterThan(0);
    expect(guess.others).toContain(guess.encoding === 'windows-1252' ? 'windows-1254' : 'windows-1252');
  });

  it('is found far into a file, too', () => {
    const bytes = encoded(`${'id;title\n1;plain\n'.repeat(60_000)}2;Cumhuriyet'in ilanı, başkent\n`, 'windows-1254');
    expect(guessEncoding(bytes).encoding).toBe('windows-1254');
  });
});

describe('turning a text into UTF-8', () => {
  it('counts the signs that the encoding does not have', () => {
    const { bytes, broken } = toUtf8(Uint8Array.from([0x61, 0x81, 0x20, 0x62]), 'shift_jis');
    expect([broken, decodeUtf8(bytes)[0]]).toEqual([1, 'a']);
  });

  it('throws on an encoding that does not exist', () => {
    expect(() => toUtf8(new Uint8Array(), 'utf-7')).toThrow(/utf-7/);
  });

  it('keeps any text, also where letters lie across the pieces it is decoded in', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 }), fc.integer({ min: 0, max: 5 }), (text, shift) => {
        const long = `${'x'.repeat(shift)}${text.repeat(Math.ceil(70_000 / text.length))}`;
        expect(decodeUtf8(toUtf8(encodedWide(long, 'le'), 'utf-16le').bytes)).toBe(long.replace(/^\ufeff/, ''));
      }),
      { numRuns: 25 },
    );
  });

  it('asks where another encoding is as likely, and leaves archives alone', () => {
    const asked = decodedSource(encoded('Sa\u0303o'.normalize('NFC'), 'windows-1252'), undefined, () => []);
    expect(asked.questions.map(({ kind }) => kind)).toEqual(asked.questions.length === 0 ? [] : ['encoding']);
    const archive = Uint8Array.from([0x50, 0x4b, 0x03, 0x04, 0xff, 0xfe]);
    expect(decodedSource(archive, undefined, () => []).source).toMatchObject({ bytes: archive, encoding: undefined });
    const told = decodedSource(encodeUtf8('ş'), 'latin1', () => []);
    expect([told.source.encoding, told.source.sample.text, told.questions]).toEqual(['windows-1252', 'ÅŸ', []]);
  });
});

describe('a look at bytes', () => {
  it('counts what UTF-8 has beyond ASCII as a decoder does, wherever they lie', () => {
    const piece = fc.oneof(fc.string({ unit: 'grapheme', maxLength: 5 }).map(encodeUtf8), fc.uint8Array({ maxLength: 5 }), fc.constant(encodeUtf8('plain words')));
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 20 }), fc.nat(7), (pieces, skew) => {
        const all = Uint8Array.from([...new Uint8Array(skew), ...pieces.flatMap((bytes) => [...bytes])]);
        const bytes = all.subarray(skew);
        const { letters, broken, found } = scanUtf8(bytes);
        const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
        const isWhole = !text.includes('\ufffd');
        if (isWhole) expect([letters, broken]).toEqual([Array.from(text).filter((letter) => letter >= '\u0080').length, 0]);
        expect(found.every((at) => (bytes[at] as number) >= 0x80)).toBe(true);
        expect(found.length > 0).toBe(bytes.some((byte) => byte >= 0x80));
      }),
      { numRuns: 2000 },
    );
  });
});
