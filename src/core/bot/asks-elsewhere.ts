/**
 * Asking for a check without saying of what, as people do under a message that the bot can't see; by language, without
 * accents, marks and capitals. Each is the whole text, or it is no such request.
 */
const requests = {
  en: [
    'is (this|that|it|any of this|all this) (really |actually |even )?(true|real|right|correct|accurate|legit|fake|false|fake news|so|a lie)',
    '(this|that|it) (is )?(true|real|legit|fake|false)',
    '(true|really|real|legit|fake|seriously|for real)|true or (false|not|fake)|how true is (this|that|it)',
    '(any |your |the |got a |got any |what(s| is) (the|your) )?(source|sources|proof|evidence|citation)( needed| (for|on) (this|that|it))?',
    '(fact ?check|check|verify|debunk)( needed)?( (this|that|it)( one| message| claim)?)?',
    '(did|does) (this|that|it) (really |actually )?(happen|hold up|check out)',
    '(what|how) about (this|that|it)( one)?|thoughts|what do you (think|say)( (about|of|to) (this|that|it))?',
  ],
  de: [
    '(ist|war) (das|dies|es) (wirklich |echt |denn |so )*(wahr|richtig|echt|korrekt|so|falsch|fake)',
    '(stimmt|stimmt denn) (das|dies|es)( wirklich| so| denn)*|(echt|wirklich|wahr) ?(jetzt)?|ist da was dran|was ist da dran',
    '(hast du |gibt es )?(dafur |dazu )?(eine |einen )?(quelle|quellen|beleg|belege|beweis|beweise)( dafur| dazu)?',
    '(faktencheck|prufe?|uberprufe?|check|checke)( mal)?( (das|dies|es))?( mal)?|(das|dies) (mal )?(prufen|uberprufen|checken)',
  ],
  es: [
    '(es|sera) (esto|eso) (verdad|cierto|real|correcto|falso|mentira)|(esto|eso) es (verdad|cierto|real|correcto|falso|mentira)',
    'es (verdad|cierto|real|falso|mentira)( (esto|eso))?|(verdad|cierto|de verdad|en serio)',
    '(alguna |cual es la |la |tienes )?(fuente|fuentes|prueba|pruebas)( de (esto|eso))?',
    '(verifica|verificar|comprueba|comprobar|chequea|revisa|verificacion)( (esto|eso|este mensaje))?',
  ],
  fr: [
    'est ce (que c est )?(vraiment )?(vrai|exact|reel|faux)|c est (vraiment )?(vrai|exact|reel|faux)|(ceci|cela|ca) est (il )?(vrai|exact|faux)',
    'vrai( ou faux)?|vraiment',
    '(une |la |quelle est la |tu as une |vous avez une |des )?(source|sources|preuve|preuves)',
    '(verifie|verifiez|verifier|verification)( (ca|cela|ceci|ce message))?',
  ],
  pt: [
    '(isso|isto) e (verdade|real|verdadeiro|certo|falso|mentira|fake)|e (verdade|real|falso|mentira|fake)( (isso|isto))?|(verdade|serio)( mesmo)?',
    '(alguma |qual e a |a |tem )?(fonte|fontes|prova|provas)( (disso|disto))?',
    '(verifique|verifica|verificar|checa|cheque|checar|checagem|confere|confira)( (isso|isto|essa mensagem|esta mensagem))?( ai)?',
  ],
  zh: [
    '(这|那|这个|那个|这事|这话|这条|这条消息|这个消息)?是?(真的|真的吗|真的假的|真是假|属实吗|可信吗|对吗)',
    '(有|有没有|求)?(来源|出处|依据|证据)(呢|吗|是什么|在哪)?',
    '(请|帮忙|帮我)?(核实|查证|核查|查|求证|验证)(一下|下)?(这个|这条|这条消息|这个消息)?',
  ],
} as const;

/** Said with it, before or after. */
const courtesies =
  'hey|hi|hello|ok|please|pls|plz|thanks|can you|could you|bot|bitte|danke|kannst du|por favor|puedes|s il (te|vous) plait|svp|stp|peux tu|pouvez vous|voce pode|pode|谢谢';

const request = new RegExp(
  `^((${courtesies}) )*(${Object.values(requests).flat().join('|')})( (${courtesies}))*$`,
);

/** Whether a text asks for a check and leaves the claim out: "is this true?", "source?", "fact check please". */
export function asksElsewhere(text: string): boolean {
  if (text.length > longestTyped) return false;
  const words = text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  return words.length <= longestRequest && request.test(words);
}

/** In UTF-16 units, with all the marks that people put after it. */
const longestTyped = 400;

/** In UTF-16 units; what is longer says something, and need not be tried against the patterns. */
const longestRequest = 80;
