const known = new Map<string, ReadonlyMap<string, string>>();

/** The number of a month, `1` to `12`, by its name or abbreviation in a language (BCP 47); undefined where it is no month there. */
export function monthNamed(word: string, language: string): string | undefined {
  const tongue = language.toLowerCase().split('-')[0] ?? '';
  const names = known.get(tongue) ?? namesIn(tongue);
  known.set(tongue, names);
  return names.get(nameKey(word));
}

function namesIn(language: string): ReadonlyMap<string, string> {
  // A record may call anything its language.
  if (!/^[a-z]{2,3}$/.test(language)) return new Map();
  // Alone and beside a day, months have other endings in some languages.
  const shapes: readonly Intl.DateTimeFormatOptions[] = [
    { month: 'long' },
    { month: 'short' },
    { month: 'long', day: 'numeric' },
    { month: 'short', day: 'numeric' },
  ];
  const names = new Map<string, string>();
  for (const shape of shapes) {
    const format = new Intl.DateTimeFormat(language, {
      ...shape,
      calendar: 'gregory',
      timeZone: 'UTC',
    });
    for (let month = 0; month < 12; month += 1) {
      const parts = format.formatToParts(Date.UTC(2000, month, 1));
      const name = nameKey(parts.find(({ type }) => type === 'month')?.value ?? '');
      if (/\p{L}/u.test(name)) names.set(name, String(month + 1));
    }
  }
  return names;
}

/** Without the dot of an abbreviation, and without the dot below that few write in Hindi. */
function nameKey(name: string): string {
  return name
    .normalize('NFD')
    .replace(/\.|\u0307|\u093C/g, '')
    .normalize('NFC')
    .toLowerCase()
    .replaceAll('ı', 'i');
}
