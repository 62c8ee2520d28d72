import { Locale, type LocalizationMap } from 'discord.js';
import type { Phrase } from '../../core/texts/texts.ts';

/** Discord's locales for each language that the bot may speak; all others are shown English, which is the default. */
const locales: Readonly<Record<string, readonly Locale[]>> = {
  es: [Locale.SpanishES, Locale.SpanishLATAM],
  fr: [Locale.French],
  de: [Locale.German],
  pt: [Locale.PortugueseBR],
  zh: [Locale.ChineseCN],
};

/** A phrase in the languages other than English, as Discord takes it for names and descriptions. */
export function phraseToLocalizations(phrase: Phrase): LocalizationMap {
  return Object.fromEntries(
    Object.entries(phrase).flatMap(([language, text]) =>
      (locales[language.split('-')[0] ?? ''] ?? []).map((locale) => [locale, text]),
    ),
  );
}
