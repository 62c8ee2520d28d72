import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { IntlMessageFormat } from 'intl-messageformat';
import { describe, expect, test } from 'vitest';
import { reportOutcomes } from '../../../src/core/bot/settle-report.ts';
import { formatPartialDate } from '../../../src/core/claims/calendar.ts';
import { claimSchema } from '../../../src/core/claims/claim.ts';
import { judgements, textKinds } from '../../../src/core/claims/decisions.ts';
import { packKinds } from '../../../src/core/claims/pack.ts';
import { countedStates } from '../../../src/core/claims/shelf-lists.ts';
import { verdicts } from '../../../src/core/claims/verdict.ts';
import { changeKinds, ownKinds } from '../../../src/core/ports/personal-records.ts';
import { declineReasons } from '../../../src/core/ports/requests.ts';
import { details, settingsSchema } from '../../../src/core/ports/settings.ts';
import { locales, type MessageKey, phrase, textsFor } from '../../../src/core/texts/texts.ts';

type Catalogue = Readonly<Record<string, string>>;
type Ast = ReturnType<IntlMessageFormat['getAst']>;

const read = (locale: string): Catalogue =>
  JSON.parse(readFileSync(`src/core/texts/locales/${locale}.json`, 'utf8'));

const english = read('en');
const keys = Object.keys(english) as MessageKey[];

const astOf = (message = '', locale = 'en'): Ast =>
  new IntlMessageFormat(message, locale, undefined, { ignoreTag: true }).getAst();

interface Placeholders {
  readonly names: readonly string[];
  /** The cases of each plural, without exact numbers such as `=0`. */
  readonly plurals: readonly (readonly string[])[];
}

function placeholdersOf(ast: Ast): Placeholders {
  const found = ast.flatMap((element): readonly Placeholders[] => {
    const isText = !('value' in element) || element.type === 0;
    if (isText) return [];
    if (!('options' in element)) return [{ names: [element.value], plurals: [] }];
    const cases = Object.keys(element.options).filter((name) => !name.startsWith('='));
    const inner = Object.values(element.options).map(({ value }) => placeholdersOf(value));
    return [{ names: [element.value], plurals: [cases.toSorted()] }, ...inner];
  });
  const names = new Set(found.flatMap((part) => part.names));
  return { names: [...names].toSorted(), plurals: found.flatMap(({ plurals }) => plurals) };
}

/** The most characters that the narrower of the two platforms takes, or shows. */
const limits: Readonly<Record<string, { most: number; keys: readonly MessageKey[] }>> = {
  'titles and send buttons of forms (Slack) and its shortcut': {
    most: 24,
    keys: [
      'ask.title',
      'ask.submit',
      'wrong.title',
      'wrong.submit',
      'request.title',
      'request.submit',
      'settings.answersTitle',
      'settings.claimsTitle',
      'settings.save',
      'decision.disputed',
      'decision.retracted',
      'command.check',
    ],
  },
  'buttons (what Discord shows of one)': {
    most: 38,
    keys: [
      'button.more',
      'button.sources',
      'button.why',
      'button.share',
      'button.wrong',
      'button.request',
      'list.next',
      'list.previous',
    ],
  },
  'labels of form fields (Discord)': {
    most: 45,
    keys: [
      'wrong.text',
      'wrong.consent',
      'request.claim',
      'request.reach',
      'request.consent',
      'ask.claim',
      'ask.topic',
      'ask.answer',
      'settings.packs',
      'settings.answers',
      'settings.detail',
      'settings.channels',
      'settings.mentions',
      'settings.strictness',
      'settings.language',
    ],
  },
  'choices (Slack)': {
    most: 75,
    keys: [
      ...verdicts.map((verdict) => `verdict.${verdict}` as const),
      'ambiguous.noneOfThese',
      'ask.public',
      'ask.private',
      'request.here',
      'request.direct',
      ...declineReasons.map((reason) => `decline.${reason}` as const),
      'settings.answersPublic',
      'settings.answersPrivate',
      'detail.short',
      'detail.full',
      'settings.strict',
      'settings.balanced',
      'settings.lenient',
    ],
  },
  'descriptions of commands, and hints (Discord)': {
    most: 100,
    keys: [
      ...keys.filter((key) => key.startsWith('command.')),
      ...keys.filter((key) => key.endsWith('Hint')),
    ],
  },
};

describe.each(locales)('the catalogue in %s', (locale) => {
  const catalogue = read(locale);
  const t = textsFor(locale);

  test('has every key of the English one, in the same order, and no other', () => {
    expect(Object.keys(catalogue)).toEqual(keys);
  });

  test('says every sentence with the values that the English one takes', () => {
    for (const key of keys) {
      const { names } = placeholdersOf(astOf(english[key]));
      const own = placeholdersOf(astOf(catalogue[key], locale));
      expect({ key, names: own.names }).toEqual({ key, names });
      const said = t(key, Object.fromEntries(names.map((name) => [name, 2])));
      expect({ key, said }).toEqual({ key, said: expect.stringMatching(/^[^{}]+$/) });
    }
  });

  test('has a form for every kind of number that the language tells apart', () => {
    const { pluralCategories } = new Intl.PluralRules(locale).resolvedOptions();
    for (const key of keys) {
      for (const cases of placeholdersOf(astOf(catalogue[key], locale)).plurals) {
        expect({ key, cases }).toEqual({ key, cases: pluralCategories.toSorted() });
      }
    }
  });

  test.each(Object.entries(limits))('keeps within the limits: %s', (_, { most, keys }) => {
    const lengths = keys.map((key) => [key, t(key).length] as const);
    expect(lengths.filter(([, length]) => length > most)).toEqual([]);
  });

  test('keeps what people type as it is', () => {
    const typed =
      /\/fact[a-z-]*|fact-[a-z]+|private: \w+|\/fact \w+|discord:\w+|slack:\w+|[A-Z]+_TOKEN/g;
    for (const key of keys) {
      const words = (text = ''): string[] => (text.match(typed) ?? []).toSorted();
      // After /fact and a space stand the asker’s own words, unless they switch between private and public.
      const fixed = (word: string): boolean => !/^\/fact (?!private|public)/.test(word);
      expect({ key, typed: words(catalogue[key]).filter(fixed) }).toEqual({
        key,
        typed: words(english[key]).filter(fixed),
      });
    }
  });

  test('has the apostrophes, quotation marks and spaces of print', () => {
    const straight = keys.filter((key) => /['"]/.test(catalogue[key] ?? ''));
    expect(straight).toEqual([]);
    const marks = { en: '“”', de: '„“', es: '«»', fr: '«»', pt: '“”', 'zh-CN': '“”' }[locale];
    const others = new RegExp(`[${'“”„«»'.replaceAll(new RegExp(`[${marks}]`, 'g'), '')}]`);
    expect(keys.filter((key) => others.test(catalogue[key] ?? ''))).toEqual([]);
    // A line must not begin with a mark that French sets off by a space.
    const breaking = locale === 'fr' ? / [:;!?%»]|« / : /\d %/;
    expect(keys.filter((key) => breaking.test(catalogue[key] ?? ''))).toEqual([]);
  });
});

test('every sentence of the catalogue is said somewhere', () => {
  const sources = ['src', 'commands']
    .flatMap((folder) =>
      readdirSync(folder, { recursive: true, encoding: 'utf8' })
        .filter((name) => name.endsWith('.ts'))
        .map((name) => readFileSync(join(folder, name), 'utf8')),
    )
    .join('\n');
  const listed = new Set<string>([
    ...verdicts.map((verdict) => `verdict.${verdict}`),
    ...verdicts.map((verdict) => `quotation.${verdict}`),
    ...claimSchema.shape.sources.element.shape.labels
      .unwrap()
      .element.options.map((label) => `label.${label}`),
    ...details.map((detail) => `detail.${detail}`),
    ...countedStates.map((state) => `verification.${state}`),
    ...[...ownKinds, ...changeKinds].flatMap((each) => [`privacy.${each}`, `privacy.${each}Why`]),
    ...judgements.flatMap((each) => [`decision.${each}`, `decide.${each}Title`, `log.${each}`]),
    ...declineReasons.flatMap((reason) => [`decline.${reason}`, `declined.${reason}`]),
    ...reportOutcomes.map((outcome) => `report.${outcome}`),
    ...textKinds.flatMap((kind) => [`admin.report.${kind}`, `log.${kind}`]),
    ...['supports', 'refutes', 'context'].map((stance) => `stance.${stance}`),
    ...packKinds.map((kind) => `pack.${kind}`),
    ...settingsSchema.shape.strictness.def.innerType.options.map((level) => `settings.${level}`),
  ]);
  expect(keys.filter((key) => !listed.has(key) && !sources.includes(`'${key}'`))).toEqual([]);
});

describe('the language of a person', () => {
  test.each([
    ['es-419', 'es'],
    ['pt-PT', 'pt'],
    ['de_AT', 'de'],
    ['zh', 'zh-CN'],
    ['zh-Hans-HK', 'zh-CN'],
    ['en-US', 'en'],
  ])('%s is answered in %s', (told, spoken) => {
    expect(textsFor(told).locale).toBe(spoken);
  });

  test.each(['zh-TW', 'zh-HK', 'zh-Hant', 'ja', '', null, undefined])(
    '%s is answered in the language of the community, and in English where it has none',
    (told) => {
      expect(textsFor(told, 'fr').locale).toBe('fr');
      expect(textsFor(told, null).locale).toBe('en');
    },
  );
});

test('a phrase has a wording for every language', () => {
  expect(phrase('verdict.misleading')).toEqual({
    en: 'Misleading',
    de: 'Irreführend',
    es: 'Engañoso',
    fr: 'Trompeur',
    pt: 'Enganoso',
    'zh-CN': '有误导性',
  });
});

test('dates are written as people of the language write them, with the month as a word', () => {
  const dates = ['2026-11-22', '2017-05', '1911'];
  const written = locales.map((locale) => [
    locale,
    ...dates.map((date) => formatPartialDate(date, locale)),
  ]);
  expect(written).toEqual([
    ['en', '22 Nov 2026', 'May 2017', '1911'],
    ['de', '22. Nov. 2026', 'Mai 2017', '1911'],
    ['es', '22 nov 2026', 'may 2017', '1911'],
    ['fr', '22 nov. 2026', 'mai 2017', '1911'],
    ['pt', '22 de nov. de 2026', 'mai. de 2017', '1911'],
    ['zh-CN', '2026年11月22日', '2017年5月', '1911'],
  ]);
});

test('names, values and lists stand with the marks of the language', () => {
  const topics = ['bail', 'budget', 'crime'];
  const said = locales.map((locale) => {
    const t = textsFor(locale);
    return t('field.line', { name: 'Krasner', value: t.list(topics) });
  });
  expect(said).toEqual([
    'Krasner: bail, budget, crime',
    'Krasner: bail, budget, crime',
    'Krasner: bail, budget, crime',
    'Krasner\u00A0: bail, budget, crime',
    'Krasner: bail, budget, crime',
    'Krasner：bail、budget、crime',
  ]);
  expect(textsFor('zh-CN')('mistake.missingSubcommand', { known: topics })).toBe(
    '请说明要做什么：bail、budget、crime。',
  );
  expect(textsFor('fr').list([])).toBe('');
});
