/**
 * Words that announce what follows, point at it, count it or tell where it is from, by language. A sentence of nothing else
 * says nothing: "So here is my list:", "Die drei wichtigsten Punkte:".
 */
const announcing: readonly ReadonlySet<string>[] = [
  `so ok okay well now anyway and also here heres is are was this these that thats those it its the a an my our your some few
  several many all of to for from in on about with i ive we you me us they have has got heard read saw seen found collected made put
  together wrote know want check checked verify look following follows follow below above list lists fact facts point points claim
  claims reason reasons thing things question questions example examples highlight highlights summary takeaway takeaways source
  sources update updates note notes topic topics argument arguments rumour rumours rumor rumors quote quotes statement statements
  link links context background overview conclusion introduction intro edit ps tldr tl dr fyi part number no item items one two three four
  five six seven eight nine ten first second third next last main key short full long quick other more most important interesting
  what lets let go goes begin start today yesterday far message messages post posts text section chapter step`,
  `also hier ist sind war das dies diese dieser meine mein meiner unsere unser die der den dem ein eine einige paar viele alle alles von
  zu zum für aus in im auf über mit und nun jetzt mal noch ich wir ihr du sie mir uns euch habe haben hat hab gehört gelesen gesehen
  gefunden gesammelt geschrieben prüfen geprüft folgende folgenden folgendes folgt folgen unten oben liste listen fakt fakten punkt
  punkte punkten behauptung behauptungen grund gründe ding dinge sache sachen frage fragen beispiel beispiele zusammenfassung
  überblick übersicht quelle quellen update hinweis hinweise notiz notizen thema themen argument argumente gerücht gerüchte zitat
  zitate aussage aussagen link links zusammenhang hintergrund fazit einleitung teil nummer nr eins zwei drei vier fünf sechs sieben
  acht neun zehn erste erster zweite zweiter dritte dritter nächste letzte wichtigste wichtigsten wichtige kurz kurze was so los
  gehts geht es nachricht nachrichten beitrag text heute gestern abschnitt kapitel schritt`,
  `aquí aqui esta está este estas estos esto es son va van mi mis nuestra nuestro la el los las lo un una unos unas algunos algunas
  varios todos todo de del para por en sobre con y pues bueno ahora entonces yo nosotros les te os me he hemos leído oído visto
  encontrado lista listado hecho hechos dato datos punto puntos afirmación afirmaciones razón razones cosa cosas pregunta preguntas
  ejemplo ejemplos resumen fuente fuentes nota notas tema temas argumento argumentos rumor rumores cita citas declaración
  declaraciones enlace enlaces contexto conclusión introducción parte número uno dos tres cuatro cinco seis siete ocho nueve diez
  primero primera segundo segunda tercero tercera siguiente siguientes sigue siguen último última principal principales importante
  importantes más breve que a continuación dejo dejamos paso comparto mensaje mensajes texto hoy ayer capítulo paso`,
  `voici voilà c ce cette ces cet est sont ma mes mon notre nos la le les l un une des quelques plusieurs tous toutes tout de du d
  pour par dans sur avec et donc alors bon maintenant je j nous vous te on ai avons a lu entendu vu trouvé liste fait faits point
  points affirmation affirmations allégation allégations raison raisons chose choses question questions exemple exemples résumé source
  sources note notes thème thèmes sujet sujets argument arguments rumeur rumeurs citation citations déclaration déclarations lien
  liens contexte conclusion introduction partie numéro deux trois quatre cinq six sept huit neuf dix premier première deuxième
  troisième suivant suivante suivants suivantes dernier dernière principal principale principaux principales important importante
  importants importantes court courte que ci dessous suit suivent message messages texte aujourd hui hier chapitre étape plus`,
  `aqui está estão esta este estas estes isto isso é são vai vão minha meu minhas meus nossa nosso a o os as um uma uns umas alguns
  algumas vários todas todos tudo de do da dos das para por pelo em no na sobre com e então bom agora eu nós vocês te me li ouvi vi
  encontrei lista fato fatos facto factos ponto pontos afirmação afirmações alegação alegações razão razões motivo motivos coisa
  coisas pergunta perguntas exemplo exemplos resumo fonte fontes nota notas tema temas argumento argumentos boato boatos citação
  citações declaração declarações link links contexto conclusão introdução parte número dois duas três quatro cinco seis sete oito
  nove dez primeiro primeira segundo segunda terceiro terceira seguinte seguintes segue seguem último última principal principais
  importante importantes mais breve que abaixo mensagem mensagens texto hoje ontem capítulo passo`,
].map((words) => new Set(words.split(/\s+/)));

const announcingInChinese =
  /^(?:那么?|好的?|现在|以下|下面|如下|上述|这里|这些?|那些|就?是|有|我们?|你们?|大家|的|了|几|个|条|点|些|清单|列表|名单|要点|重点|事实|说法|传言|谣言|消息|问题|理由|原因|例子|总结|来源|内容|一下|请|帮忙|看看?|核实|整理|收集|听到|看到|第|[一二三四五六七八九十]|部分|章|节|主要|最|重要|和|与)+$/u;

/** A place in a list by itself: `II.`, `(iv)`, `3)`, `B:`. */
const enumerator = /^(?:\d{1,3}|\p{L}|l?x{0,3}(?:ix|iv|v?i{0,3})|[ivx]{0,3}l)$/iu;

const name =
  "(?:\\s+(?:(?-i:\\p{Lu})[\\p{L}.’'-]*|and|und|y|et|e|a|à|all|there|everyone|everybody|team|guys|folks|friends|colleagues|alle|ihr|zusammen|freunde|kollegen|todos|todas|gente|amig[oa]s|compañer[oa]s|tous|toutes|ami(?:e)?s|collègues|pessoal|galera|colegas))";

const greeting = new RegExp(
  `^(?:(?:hi|hello|hey|dear|good (?:morning|afternoon|evening)|hallo|liebe[rs]?|sehr geehrte[rs]?|guten (?:morgen|tag|abend)|hola|estimad[oa]s?|querid[oa]s?|buen[oa]s (?:días|tardes|noches)|bonjour|bonsoir|salut|ch(?:er|ère)s?|olá|oi|car[oa]s|prezad[oa]s?|bom dia|boa (?:tarde|noite))${name}{0,4}\\s*[,!:]+|(?:大家|各位|你们?)好[，！!,。]*)$`,
  'iu',
);

const farewell = new RegExp(
  `^(?:${[
    '(?:(?:with )?(?:best|kind|kindest|warm|many) (?:regards|wishes)|regards|yours(?: (?:sincerely|truly|faithfully))?|sincerely(?: yours)?|cheers|(?:many )?thanks(?: in advance| so much| a lot)?|thank you(?: in advance| so much| very much)?|take care|all the best|see you(?: soon)?)',
    '(?:mit (?:freundlichen|besten|lieben|herzlichen) gr(?:ü(?:ß|ss)en)|(?:viele|liebe|beste|herzliche|schöne) grü(?:ß|ss)e|[lmv]f?g|gru(?:ß|ss)|danke (?:im voraus|schon mal)|vielen dank(?: im voraus)?|bis (?:bald|dann))',
    '(?:(?:un )?(?:cordial )?saludos?(?: cordiales)?|(?:un )?(?:fuerte )?abrazo|atentamente|(?:muchas )?gracias(?: de antemano)?|hasta (?:luego|pronto))',
    "(?:(?:bien )?cordialement|bien à (?:vous|toi)|(?:meilleures|sincères) salutations|amicalement|bises|merci(?: beaucoup| d['’]avance)?|à bientôt)",
    '(?:atenciosamente|(?:um )?(?:grande )?abraço|(?:melhores )?cumprimentos|(?:muito )?obrigad[oa](?: desde já)?|até (?:logo|breve))',
  ].join(
    '|',
  )})(?:[,!.]*${name}{1,3})?[\\s,.!]*$|^(?:此致|敬礼|祝好|谢谢(?:大家|各位)?)+[，。！!]*$`,
  'iu',
);

/** Whether a sentence is there for those around it alone: a heading that announces, the mark of a list, a greeting, a farewell. */
export function isLeadIn(sentence: string): boolean {
  if (sentence.length > longestLeadIn) return false;
  const said = sentence.trim();
  if (greeting.test(said) || farewell.test(said)) return true;
  const words = said.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  const isPlain = (word: string, known: ReadonlySet<string>): boolean =>
    known.has(word) || enumerator.test(word);
  return (
    announcing.some((known) => words.every((word) => isPlain(word, known))) ||
    words.every((word) => announcingInChinese.test(word) || enumerator.test(word))
  );
}

/** In UTF-16 units. */
const longestLeadIn = 80;
