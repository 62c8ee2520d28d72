import { describe, expect, test } from 'vitest';
import { isKnownLabel, readRating } from '../../../src/core/ratings/read-rating.ts';

const read = (label: string | null, site = 'desk.example', language = 'en', numbers = {}) =>
  readRating({ label, site, language, numbers });

test.each([
  ['False', 'false'],
  ['false.', 'false'],
  ['INCORRECT \r', 'false'],
  ['Mostly-True!', 'mostly-true'],
  ['mostly_false', 'mostly-false'],
  ['Verdict: Half true', 'mixed'],
  ['We rate this claim FALSE.', 'false'],
  ['False/Fabricated', 'false'],
  ['misleading video', 'misleading'],
  ['False. The picture was taken in 2012.', 'false'],
  ['Misleading - the picture was taken in 2012', 'misleading'],
  ['2 [False context]', 'misleading'],
  ['VERDICT: False. The minister has denied it.', 'false'],
  ['False and misleading', 'misleading'],
  ['Misleading & phishing', 'misleading'],
  ['Fałsz.Gmina jest mała', 'false', 'pl'],
  ['错误：照片拍摄于另一座城市', 'false', 'zh'],
] as const)('reads “%s” as %s', (label, verdict, language: string = 'en') => {
  expect(read(label, 'desk.example', language)).toBe(verdict);
});

test.each([
  ['a conclusion without a verdict', 'The picture was taken in 2012 in another town.'],
  ['a verdict that is taken back', 'True. However, it was another town.'],
  ['a verdict with a condition', 'Correct, for towns by the sea.'],
  ['two verdicts', 'True/False'],
  ['a heading', 'Article'],
  ['a word inside another', 'Falsetto'],
  ['a verdict denied', 'Not entirely true'],
  ['a number', '4'],
  ['a heading before a statement', 'Fact: the town has two harbours.'],
  ['a verdict beside another', 'True! & Unconfirmed!'],
  ['a verdict with a remark against it', 'True! Some details inaccurate!'],
  ['a verdict that is weakened', 'True! Sort of…'],
  ['a verdict asked', 'True?'],
  ['a verdict that more is needed for', 'True and imprecise'],
  ['an address', 'https://desk.example/how-we-rate'],
])('leaves %s open', (_, label) => {
  expect(read(label)).toBeUndefined();
});

describe('the same words mean what their publisher and language say', () => {
  test.each([
    ['partly false', 'desk.example', 'en', 'mixed'],
    ['false context', 'cekfakta.com', 'id', 'false'],
    ['false context', 'correctiv.org', 'de', 'misleading'],
    ['Legend', 'snopes.com', 'en', 'unverified'],
    ['Legend', 'desk.example', 'en', undefined],
    ['Barely True', 'www.politifact.com', 'en', 'mostly-false'],
    ['falsch', 'desk.example', 'de', 'false'],
    ['falso', 'desk.example', 'pt-BR', 'false'],
    ['falso', 'desk.example', 'de', undefined],
    ['False', 'desk.example', 'ur', 'false'],
    ['错误', 'desk.example', 'zh-CN', 'false'],
    ['Hoax', 'hoax-alert.leadstories.com', 'en', 'false'],
    ['Hoax', 'movies.leadstories.com', 'en', undefined],
    ['Hoax', 'desk.example', 'en', 'false'],
    ['blefe', 'apublica.org', 'pt', 'false'],
    ['blefe', 'desk.example', 'pt', undefined],
    ['4 Pinocchios', 'washingtonpost.com', 'en', 'false'],
    ['правда и манипуляция', 'factcheck.kz', 'ru', 'misleading'],
  ])('“%s” at %s in %s: %s', (label, site, language, verdict) => {
    expect(read(label, site, language)).toBe(verdict);
  });
});

test.each([
  ['nb', 'helt feil', 'false'],
  ['hr', 'Netočno', 'false'],
  ['fil', 'Nakaliligaw', 'misleading'],
  ['it', 'Notizia falsa', 'false'],
  ['uk', 'Маніпуляція', 'misleading'],
  ['cs', 'Zavádějící', 'misleading'],
  ['el', 'Μερικώς ψευδές', 'mixed'],
  ['tr', 'YANILTICI', 'misleading'],
  ['id', 'Menyesatkan', 'misleading'],
  ['ms', 'Palsu', 'false'],
  ['th', 'ข่าวปลอม', 'false'],
  ['vi', 'Sai sự thật', 'false'],
  ['ja', '根拠不明', 'unverified'],
  ['ko', '전혀 사실 아님', 'false'],
  ['zh-TW', '部分錯誤', 'mixed'],
  ['ar', 'مضلل', 'misleading'],
  ['he', 'לא נכון', 'false'],
  ['gu', 'ભ્રામક', 'misleading'],
  ['ta', 'தவறானது', 'false'],
  ['sw', 'Uongo', 'false'],
])('in %s, “%s” is %s', (language, label, verdict) => {
  expect(read(label, 'desk.example', language)).toBe(verdict);
});

test('a site is known by its languages, whatever the feed says of it', () => {
  expect(read('Yanlış', 'teyit.org', 'en')).toBe('false');
  expect(read('Yanlış', 'desk.example', 'en')).toBeUndefined();
});

test('knows ratings that say nothing about the claim, and doesn’t ask for them again', () => {
  const fullFlop = { label: 'Full Flop', site: 'politifact.com', language: 'en', numbers: {} };
  expect([readRating(fullFlop), isKnownLabel(fullFlop)]).toEqual([undefined, true]);
  expect(isKnownLabel({ ...fullFlop, site: 'desk.example' })).toBe(false);
});

test.each([
  ['1', '5', '1', 'false'],
  ['2', '5', '1', 'mostly-false'],
  ['5', '5', '1', 'true'],
  ['3', '7', '1', undefined],
  ['6', '5', '1', undefined],
  ['-1', '-1', '-1', undefined],
  ['1', '1', '5', undefined],
  ['5', '1', '5', undefined],
  ['3', '1', '5', undefined],
  ['100', '0', '100', undefined],
  ['0', '-1', '1', undefined],
  ['4', '', '1', undefined],
  ['4', '6', undefined, undefined],
])('of numbers alone, %s of %s from %s is %s', (value, best, worst, verdict) => {
  expect(read(null, 'desk.example', 'en', { value, best, worst })).toBe(verdict);
});

test('words beat numbers, whatever those say', () => {
  expect(read('True', 'desk.example', 'en', { value: '1', best: '5', worst: '1' })).toBe('true');
  expect(
    read('Of note', 'desk.example', 'en', { value: '1', best: '5', worst: '1' }),
  ).toBeUndefined();
});
