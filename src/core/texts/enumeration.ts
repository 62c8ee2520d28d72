/** Words that do nothing but count what somebody says, by language. */
const countingAlone = [
  '(?:first|second|third|fourth|fifth|last)ly|first of all|to (?:begin|start) with|for starters',
  'erstens|zweitens|drittens|viertens|fünftens|zuallererst|zum (?:ersten|einen)',
  'primeramente|en (?:primer|segundo|tercer|cuarto) lugar|para empezar',
  "premièrement|(?:deuxi|troisi|quatri)èmement|tout d['’]abord|en (?:premier|second|deuxième|troisième) lieu|pour commencer",
  'primeiramente|em (?:primeiro|segundo|terceiro|quarto) lugar|para começar',
].join('|');

/** Words that count where a mark follows: "First, …", but "First lady …". */
const countingWithMark = [
  'first|second|third|fourth|fifth|finally|last|next',
  'schließlich|zuletzt',
  'primero|segundo|tercero|cuarto|por último|finalmente',
  "d['’]abord|ensuite|enfin",
  'primeiro|terceiro|quarto|por fim',
  '(?:number|point|punkt|punto|point|ponto) (?:\\d|one|two|three|four|five)',
  '其次|再次|最后|第[一二三四五六]',
].join('|');

/** Who comes first, second or third somewhere: "En primer lugar está …". */
const ranking =
  '(?:está|están|es|son|queda|quedó|quedaron|figura|aparece|viene|vienen|vient|viennent|arrive|figure|se|é|são|fica|ficou|ficaram|vem|vêm)';

const mark = '(?:\\s*[,，、:：.]|\\s+[-–—])\\s*';

const counting = new RegExp(
  `^\\s*(?:(?:${countingAlone}|${countingWithMark})${mark}|(?:${countingAlone})\\s+(?!${ranking}\\s)|首先(?:${mark})?)`,
  'iu',
);

/** A sentence without the word that counts it: "First, …" says nothing that could be checked. */
export function withoutCounting(sentence: string): string {
  return sentence.replace(counting, '');
}
