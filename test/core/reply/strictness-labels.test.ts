import { expect, test } from 'vitest';
import { locales, textsFor } from '../../../src/core/texts/texts.ts';
import record from '../../training/sealed-record.json' with { type: 'json' };

test.each(locales)('the levels of strictness promise in %s what was measured', (locale) => {
  const t = textsFor(locale);
  for (const level of ['strict', 'balanced', 'lenient'] as const) {
    const { precision } = record[level];
    expect(t(`settings.${level}`)).toContain(String(Math.round(precision * 100)));
  }
});
