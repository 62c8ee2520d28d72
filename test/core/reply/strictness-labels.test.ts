import { expect, test } from 'vitest';
import { locales, textsFor } from '../../../src/core/texts/texts.ts';
import weights from '../../../src/matching/ranking/weights.json' with { type: 'json' };

test.each(locales)('the levels of strictness promise in %s what was measured', (locale) => {
  const t = textsFor(locale);
  for (const level of ['strict', 'balanced', 'lenient'] as const) {
    const { precision } = weights.strictness[level];
    expect(t(`settings.${level}`)).toContain(String(Math.round(precision * 100)));
  }
});
