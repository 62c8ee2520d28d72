import { IntlMessageFormat } from 'intl-messageformat';
import en from './locales/en.json' with { type: 'json' };

/** The languages that the bot speaks, as BCP 47 tags. */
export const locales = ['en'] as const;
export type Locale = (typeof locales)[number];

/** Names one sentence of the catalogue in `locales/`, written in ICU MessageFormat. */
export type MessageKey = keyof typeof en;

export type MessageValues = Readonly<Record<string, string | number>>;

/** A sentence in every language that we have it in, for platforms that choose themselves. */
export type Phrase = Readonly<{ en: string } & Partial<Record<Locale, string>>>;

/** Says a sentence of the catalogue in one language, as plain text: renderers add the markup. */
export interface Texts {
  (key: MessageKey, values?: MessageValues): string;
  readonly locale: Locale;
}

const catalogues: Readonly<Record<Locale, Readonly<Record<MessageKey, string>>>> = { en };

/** The catalogue in a language; each sentence is parsed when it is first said. */
export function createTexts(locale: Locale): Texts {
  const parsed = new Map<MessageKey, IntlMessageFormat>();
  const say = (key: MessageKey, values?: MessageValues): string => {
    const format = parsed.get(key) ?? new IntlMessageFormat(catalogues[locale][key], locale);
    parsed.set(key, format);
    return String(format.format(values));
  };
  return Object.assign(say, { locale });
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

/** The same language, whatever the region: `pt-PT` finds `pt`. */
function nearestLocale(language: string): Locale | undefined {
  const [wanted] = language.toLowerCase().split(/[-_]/);
  return locales.find((locale) => locale.toLowerCase().split('-')[0] === wanted);
}

/** A sentence without values in all languages. */
export function phrase(key: MessageKey): Phrase {
  const said = locales.map((locale) => [locale, textsFor(locale)(key)]);
  return { en: textsFor('en')(key), ...Object.fromEntries(said) };
}

/** "a, b and c" would need a grammar for every language; a comma does in all of them. */
export function joinNames(names: readonly string[]): string {
  return names.join(', ');
}
