/** Words that count what somebody says, by language; in Chinese, those that a mark follows. */
const counting = new RegExp(
  `^(?:${[
    'first(?:ly)?|second(?:ly)?|third(?:ly)?|fourth(?:ly)?|fifth(?:ly)?|finally|last(?:ly)?|next',
    'erstens|zweitens|drittens|viertens|fünftens|schließlich|zuletzt',
    'primero|segundo|tercero|cuarto|en (?:primer|segundo|tercer|cuarto) lugar|por último|finalmente',
    "premièrement|deuxièmement|troisièmement|quatrièmement|d['’]abord|ensuite|enfin|en (?:premier|second|deuxième|troisième) lieu",
    'primeiro|terceiro|quarto|em (?:primeiro|segundo|terceiro|quarto) lugar|por fim',
    '(?:number|point|punkt|punto|point|ponto) (?:\\d|one|two|three|four|five)',
    '首先|其次|再次|最后|第[一二三四五六]',
  ].join('|')})(?:\\s*[,，、:：.]|\\s+[-–—])\\s*`,
  'iu',
);

/** A sentence without the word that counts it: "First, …" says nothing that could be checked. */
export function withoutCounting(sentence: string): string {
  return sentence.replace(counting, '');
}
