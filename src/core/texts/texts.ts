import { IntlMessageFormat } from 'intl-messageformat';
import de from './locales/de.json' with { type: 'json' };
import en from './locales/en.json' with { type: 'json' };
import es from './locales/es.json' with { type: 'json' };
import fr from './locales/fr.json' with { type: 'json' };
import pt from './locales/pt.json' with { type: 'json' };
import zhCN from './locales/zh-CN.json' with { type: 'json' };
import { nestQuotes, type QuoteMarks, quotedNames } from './nested-quotes.ts';

/** The languages that the bot speaks, as BCP 47 tags, in the order in which people choose from them. */
export const locales = ['en', 'de', 'es', 'fr', 'pt', 'zh-CN'] as const;
export type Locale = (typeof locales)[number];

/** Names one sentence of the catalogue in `locales/`, written in ICU MessageFormat. */
export type MessageKey = keyof typeof en;

/** A list is said as the language lists things. */
export type MessageValues = Readonly<Record<string, string | number | readonly string[]>>;

/** A sentence in every language that we have it in, for platforms that choose themselves. */
export type Phrase = Readonly<{ en: string } & Partial<Record<Locale, string>>>;

/** Says a sentence of the catalogue in one language, as plain text: renderers add the markup. */
export interface Texts {
  (key: MessageKey, values?: MessageValues): string;
  /** Several things in a row; nothing for none. */
  list(things: readonly string[]): string;
  readonly locale: Locale;
}

const catalogues: Readonly<Record<Locale, Readonly<Record<MessageKey, string>>>> = {
  en,
  de,
  es,
  fr,
  pt,
  'zh-CN': zhCN,
};

const curly: QuoteMarks = { outer: ['“', '”'], inner: ['‘', '’'] };
const angled: QuoteMarks = { outer: ['«', '»'], inner: ['“', '”'] };
const quoteMarks: Readonly<Record<Locale, QuoteMarks>> = {
  en: curly,
  de: { outer: ['„', '“'], inner: ['‚', '‘'] },
  es: angled,
  fr: angled,
  pt: curly,
  'zh-CN': curly,
};

/** The catalogue in a language; each sentence is parsed when it is first said. */
function createTexts(locale: Locale): Texts {
  const parsed = new Map<MessageKey, IntlMessageFormat>();
  const quoted = new Map<MessageKey, ReadonlySet<string>>();
  const say = (key: MessageKey, values?: MessageValues): string => {
    // Plain text has no tags: `<` is a sign like any other.
    const format =
      parsed.get(key) ??
      new IntlMessageFormat(catalogues[locale][key], locale, undefined, { ignoreTag: true });
    parsed.set(key, format);
    if (!values) return String(format.format());
    const inQuotes = quoted.get(key) ?? quotedNames(catalogues[locale][key], quoteMarks[locale]);
    quoted.set(key, inQuotes);
    return String(format.format(asSaid(values, inQuotes)));
  };
  const list = (things: readonly string[]): string =>
    things.length > 0 ? things.reduce((one, other) => say('list.pair', { one, other })) : '';
  const asSaid = (
    values: MessageValues,
    inQuotes: ReadonlySet<string>,
  ): Record<string, string | number> =>
    Object.fromEntries(
      Object.entries(values).map(([name, value]) => {
        const said = typeof value === 'object' ? list(value) : value;
        const isNested = typeof said === 'string' && inQuotes.has(name);
        return [name, isNested ? nestQuotes(said, quoteMarks[locale]) : said];
      }),
    );
  return Object.assign(say, { list, locale });
}

const byLocale = new Map(locales.map((locale) => [locale, createTexts(locale)]));

/**
 * The texts in the first of these languages that we speak, as platforms name them (`es-419`, `zh-TW`); else in English.
 * Null and undefined are languages that nobody told.
 */
export function textsFor(...languages: readonly (string | null | undefined)[]): Texts {
  const spoken = languages.map((language) => language && nearestLocale(language)).find(Boolean);
  return byLocale.get(spoken || 'en') ?? createTexts('en');
}

/**
 * The same language, whatever the region: `pt-PT` finds `pt`. Traditional Chinese finds nothing: to its readers, the
 * simplified characters and the mainland's words would be a foreign newsroom speaking, which English is not.
 */
function nearestLocale(language: string): Locale | undefined {
  const [wanted, ...subtags] = language.toLowerCase().split(/[-_]/);
  const isTraditional =
    !subtags.includes('hans') && subtags.some((tag) => ['hant', 'tw', 'hk', 'mo'].includes(tag));
  if (wanted === 'zh' && isTraditional) return undefined;
  return locales.find((locale) => locale.split('-')[0] === wanted);
}

/** A sentence without values in all languages. */
export function phrase(key: MessageKey): Phrase {
  const translations = locales.map((locale) => [locale, textsFor(locale)(key)]);
  return { en: textsFor('en')(key), ...Object.fromEntries(translations) };
}
