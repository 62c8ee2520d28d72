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

    The opening is recorded in the council minutes of 4 May 1932.

    Primera de 2 fuentes
    - Riverton Archive
       4 may 1932
       https://archive.example/minutes/1932-05-04

    Qué más conviene saber
    The bridge was closed again for two weeks in June 1932.

    Fuentes
    1. Minutes of the town council, 4 May 1932
       Riverton Archive · 4 may 1932 · respalda la afirmación
       https://archive.example/minutes/1932-05-04
    2. Bridges of the coast
       Coast Press · 1987 · aporta contexto · sin enlace

    Verificación: Verificada el 22 nov 2026 · nueva revisión prevista el 22 may 2027 · por first reader, second reader
    Pruebas hasta: 1 nov 2026
    Afirmación: riverton/harbour-bridge-opened-1932
    Idioma de la verificación: verificada en inglés"
  `);
});

test('answers in French, and says that the check is in English', async () => {
  expect(await ask('fr')).toMatchInlineSnapshot(`
    "✓ Vrai

    « Riverton’s harbour bridge opened in 1932. »

    The opening is recorded in the council minutes of 4 May 1932.

    Première source sur 2
    - Riverton Archive
       4 mai 1932
       https://archive.example/minutes/1932-05-04

    Ce qu’il faut savoir aussi
    The bridge was closed again for two weeks in June 1932.

    Sources
    1. Minutes of the town council, 4 May 1932
       Riverton Archive · 4 mai 1932 · étaye l’affirmation
       https://archive.example/minutes/1932-05-04
    2. Bridges of the coast
       Coast Press · 1987 · apporte du contexte · sans lien

    Vérification : Vérifiée le 22 nov. 2026 · nouvelle vérification prévue le 22 mai 2027 · par first reader, second reader
    Preuves connues jusqu’à : 1 nov. 2026
    Affirmation : riverton/harbour-bridge-opened-1932
    Langue de la vérification : vérifiée en anglais"
  `);
});

test('answers in German, and says that the check is in English', async () => {
  expect(await ask('de')).toMatchInlineSnapshot(`
    "✓ Richtig

    „Riverton’s harbour bridge opened in 1932.“

    The opening is recorded in the council minutes of 4 May 1932.

    Erste von 2 Quellen
    - Riverton Archive
       4. Mai 1932
       https://archive.example/minutes/1932-05-04

    Was man noch wissen sollte
    The bridge was closed again for two weeks in June 1932.

    Quellen
    1. Minutes of the town council, 4 May 1932
       Riverton Archive · 4. Mai 1932 · stützt die Behauptung
       https://archive.example/minutes/1932-05-04
    2. Bridges of the coast
       Coast Press · 1987 · liefert Hintergrund · kein Link

    Prüfung: Geprüft am 22. Nov. 2026 · erneute Prüfung fällig am 22. Mai 2027 · durch first reader, second reader
    Belege bis: 1. Nov. 2026
    Behauptung: riverton/harbour-bridge-opened-1932
    Sprache der Prüfung: geprüft auf Englisch"
  `);
});

test('answers in Portuguese, and says that the check is in English', async () => {
  expect(await ask('pt-BR')).toMatchInlineSnapshot(`
    "✓ Verdadeiro

    “Riverton’s harbour bridge opened in 1932.”

    The opening is recorded in the council minutes of 4 May 1932.

    Primeira de 2 fontes
    - Riverton Archive
       4 de mai. de 1932
       https://archive.example/minutes/1932-05-04

    O que mais você precisa saber
    The bridge was closed again for two weeks in June 1932.

    Fontes
    1. Minutes of the town council, 4 May 1932
       Riverton Archive · 4 de mai. de 1932 · sustenta a afirmação
       https://archive.example/minutes/1932-05-04
    2. Bridges of the coast
       Coast Press · 1987 · dá contexto · sem link

    Checagem: Checada em 22 de nov. de 2026 · nova checagem prevista para 22 de mai. de 2027 · por first reader, second reader
    Provas até: 1 de nov. de 2026
    Afirmação: riverton/harbour-bridge-opened-1932
    Idioma da checagem: checada em inglês"
  `);
});

test('answers in Chinese, and says that the check is in English', async () => {
  expect(await ask('zh-CN')).toMatchInlineSnapshot(`
    "✓ 属实

    “Riverton’s harbour bridge opened in 1932.”

    The opening is recorded in the council minutes of 4 May 1932.

    首个来源（共 2 个）
    - Riverton Archive
       1932年5月4日
       https://archive.example/minutes/1932-05-04

    还应了解
    The bridge was closed again for two weeks in June 1932.

    来源
    1. Minutes of the town council, 4 May 1932
       Riverton Archive · 1932年5月4日 · 支持这一说法
       https://archive.example/minutes/1932-05-04
    2. Bridges of the coast
       Coast Press · 1987 · 提供背景 · 无链接

    核查状态：已核查（2026年11月22日） · 下次复查：2027年5月22日 · 核查人：first reader、second reader
    证据截至：2026年11月1日
    说法编号：riverton/harbour-bridge-opened-1932
    核查所用语言：用英语核查"
  `);
});

test('says nothing about the language of a check to those who speak it', async () => {
  expect(await ask('en-GB')).not.toContain('checked in');
});
