import { describe, expect, test } from 'vitest';
import { isKnownLabel, readRating } from '../../../src/core/ratings/read-rating.ts';

const read = (label: string, language: string) =>
  readRating({ label, site: 'desk.example', language, numbers: {} });

describe('a whole conclusion says its verdict beside the claim', () => {
  test.each([
    ['en', 'All in all, we rate the claim about the gulls mostly TRUE.', 'mostly-true'],
    ['en', 'There are nine gulls, not ten. Hence the claim is FALSE.', 'false'],
    ['en', 'Old picture shared with a false claim', 'false'],
    ['en', 'The claim in this post is partly false.', 'mixed'],
    ['de', 'Die Behauptung ist frei erfunden, die Möwe lebt.', 'false'],
    ['es', 'La publicación es engañosa: la gaviota es de otro lugar.', 'misleading'],
    ['fr', 'Cette affirmation est fausse, la mouette vit.', 'false'],
    ['pt', 'A gaivota vive. A informação é FALSA.', 'false'],
    ['zh', '经查证，网传说法为错误。', 'false'],
    ['it', 'La notizia è una bufala.', 'false'],
    ['pl', 'Nie ma danych, dlatego wypowiedź uznajemy za nieweryfikowalną.', 'unverified'],
    ['ru', 'Утверждение не соответствует действительности.', 'false'],
    ['uk', 'Це твердження є маніпуляцією.', 'misleading'],
    ['id', 'Klaim tersebut adalah keliru.', 'false'],
    ['fa', 'این ادعا نادرست است.', 'false'],
    ['ar', 'الادعاء كاذب.', 'false'],
    ['hi', 'वीडियो दो साल पुराना है। वायरल दावा पूरी तरह गलत है।', 'false'],
    ['hi', 'पुराने वीडियो को गलत दावे के साथ शेयर किया गया है।', 'misleading'],
    ['mr', 'पुलाचा जुना व्हिडिओ चुकीच्या दाव्याने व्हायरल झाला आहे.', 'misleading'],
    ['gu', 'પુલ વિશેનો આ દાવો તદ્દન ભ્રામક સાબિત થાય છે.', 'misleading'],
    ['pa', 'ਵਾਇਰਲ ਹੋ ਰਿਹਾ ਦਾਅਵਾ ਫਰਜ਼ੀ ਹੈ।', 'false'],
    ['bn', 'ছবিটি পুরোনো এবং দাবিটি মিথ্যা।', 'false'],
    ['ur', 'یہ دعویٰ غلط ہے۔', 'false'],
  ])('in %s: “%s”', (language, label, verdict) => {
    expect(read(label, language)).toBe(verdict);
  });
});

describe('a word for a verdict is none', () => {
  test.each([
    ['denied', 'en', 'After what we have found out, the claim is not false.'],
    ['doubted', 'en', 'After what we have found out, the claim may be misleading.'],
    ['somebody else’s', 'en', 'The mayor of the town called the claim about gulls false.'],
    ['under a condition', 'en', 'There is too little to say whether the claim is correct.'],
    ['of one part', 'en', 'This claim is correct for gulls by the sea and for terns.'],
    ['conceded', 'en', 'While the claim is misleading, the gulls of the town can read.'],
    ['taken back', 'en', 'The claim is false. However, the terns of the town can read.'],
    ['not of the claim', 'en', 'A false alarm drove all the gulls of the town away.'],
    ['of what the claim says', 'en', 'The claim says that the alarm of last night is fake.'],
    ['one of two', 'en', 'The claim on gulls is true. The claim on terns is false.'],
    [
      'of a thing it is compared with',
      'pt',
      'A história é diferente da que está na notícia verdadeira.',
    ],
    ['asked', 'es', '¿Por qué se dice que la publicación sobre gaviotas es falsa?'],
    ['counted', 'en', 'A look at six false claims about the gulls of the town'],
    ['counted', 'fa', 'نگاهی به شش خبر جعلی درباره مرغ‌های دریایی'],
    ['denied', 'hi', 'जांच में पता चला कि यह दावा गलत नहीं है।'],
    ['denied', 'mr', 'तपासणीत दिसून आले आहे की हा दावा खोटा नाही.'],
    ['denied', 'gu', 'તપાસમાં જાણવા મળ્યું છે કે આ દાવો ભ્રામક નથી.'],
    ['denied', 'fa', 'بررسی ما نشان می‌دهد که این ادعا نادرست نیست.'],
    ['denied', 'ru', 'Проверка показала, что это утверждение не ложно.'],
    ['denied', 'de', 'Nach allem, was wir wissen, ist die Behauptung nicht falsch.'],
  ])('where it is %s (%s): “%s”', (_, language, label) => {
    expect(read(label, language)).toBeUndefined();
  });
});

test.each([
  ['a sentence that gives no verdict', 'About nine gulls in ten were seen near the harbour.', true],
  ['a question', 'Can gulls read?', true],
  ['an address', 'www.desk.example/gulls', true],
  ['a dash', '–', true],
  ['a few words', 'Nine gulls in ten', false],
])('asks nobody to place %s', (_, label, isKnown) => {
  const rating = { label, site: 'desk.example', language: 'en', numbers: {} };
  expect([isKnownLabel(rating), readRating(rating)]).toEqual([isKnown, undefined]);
});
