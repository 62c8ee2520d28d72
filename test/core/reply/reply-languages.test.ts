import { expect, test } from 'vitest';
import type { Invocation } from '../../../src/core/bot/invocation.ts';
import { replyToText } from '../../../src/core/reply/reply-text.ts';
import { answerTo } from '../../support/answer-to.ts';
import { aClaim } from '../../support/claims.ts';
import { createTestBot, rivertonPack } from '../../support/test-bot.ts';

async function ask(locale: string, text = 'the riverton bridge is from 1932'): Promise<string> {
  const { bot } = await createTestBot({ packs: [rivertonPack([aClaim()])] });
  const input: Invocation['input'] = { kind: 'text', text, by: 'direct-message' };
  return replyToText(await answerTo(bot, { platform: 'slack', user: 'slack:U1', locale, input }));
}

test('answers in Spanish, and says that the check is in English', async () => {
  expect(await ask('es-419')).toMatchInlineSnapshot(`
    "✓ Verdadero

    «Riverton’s harbour bridge opened in 1932.»

    Verificada el 22 nov 2026 (first reader, second reader) · pruebas hasta el 1 nov 2026 · texto en inglés

    The opening is recorded in the council minutes of 4 May 1932.

    - Riverton Archive · 4 may 1932
       https://archive.example/minutes/1932-05-04
    - Coast Press · 1987"
  `);
});

test('answers in French, and says that the check is in English', async () => {
  expect(await ask('fr')).toMatchInlineSnapshot(`
    "✓ Vrai

    « Riverton’s harbour bridge opened in 1932. »

    Vérifiée le 22 nov. 2026 (first reader, second reader) · preuves connues jusqu’au 1 nov. 2026 · texte en anglais

    The opening is recorded in the council minutes of 4 May 1932.

    - Riverton Archive · 4 mai 1932
       https://archive.example/minutes/1932-05-04
    - Coast Press · 1987"
  `);
});

test('answers in German, and says that the check is in English', async () => {
  expect(await ask('de')).toMatchInlineSnapshot(`
    "✓ Richtig

    „Riverton’s harbour bridge opened in 1932.“

    Geprüft am 22. Nov. 2026 (first reader, second reader) · Belege bis 1. Nov. 2026 · auf Englisch verfasst

    The opening is recorded in the council minutes of 4 May 1932.

    - Riverton Archive · 4. Mai 1932
       https://archive.example/minutes/1932-05-04
    - Coast Press · 1987"
  `);
});

test('answers in Portuguese, and says that the check is in English', async () => {
  expect(await ask('pt-BR')).toMatchInlineSnapshot(`
    "✓ Verdadeiro

    “Riverton’s harbour bridge opened in 1932.”

    Checada em 22 de nov. de 2026 (first reader, second reader) · provas até 1 de nov. de 2026 · texto em inglês

    The opening is recorded in the council minutes of 4 May 1932.

    - Riverton Archive · 4 de mai. de 1932
       https://archive.example/minutes/1932-05-04
    - Coast Press · 1987"
  `);
});

test('answers in Chinese, and says that the check is in English', async () => {
  expect(await ask('zh-CN')).toMatchInlineSnapshot(`
    "✓ 属实

    “Riverton’s harbour bridge opened in 1932.”

    2026年11月22日核查（first reader、second reader） · 证据截至2026年11月1日 · 内容为英语

    The opening is recorded in the council minutes of 4 May 1932.

    - Riverton Archive · 1932年5月4日
       https://archive.example/minutes/1932-05-04
    - Coast Press · 1987"
  `);
});

test('says nothing about the language of a check to those who speak it', async () => {
  expect(await ask('en-GB')).not.toContain('checked in');
});
