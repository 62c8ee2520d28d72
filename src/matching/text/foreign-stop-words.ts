import { foldWord } from './text.ts';

/**
 * Words too common in other languages to say what a text is about, folded, without those that are English words or stand
 * in names ("die", "on", "los"): small stores can't tell from their claims that "cuántos" asks and "wurde" only tells when.
 * Negations stay, since the comparison reads English ones only. For scripts without blanks, pairs of characters.
 */
const wordsByLanguage: Readonly<Record<string, string>> = {
  spanish: `una unos unas que por para segun desde hasta es eran fue fueron ser esta estan estaba habia les lo sus tu
   nos este estos esto ese esos esa eso como cuando donde quien quienes cual cuales cuanto cuanta cuantos cuantas
   porque pero tambien muy mas ahora algo todo toda todos todas otro otra otros otras mucho mucha muchos muchas
   puede pueden tiene tienen hace hacer cierto verdad dicen`,
  french: `les et ou que qui quoi aux dans sur sous pour avec chez est sont etait etaient ete etre ont avait avaient
   il ils elle elles nous vous je tu ses leur leurs mon mes ce cet cette ces cela combien quand pourquoi quel quelle
   quels quelles mais donc aussi tres deja encore toute tous toutes autre autres fait vrai vraiment depuis peut
   peuvent`,
  german: `der ein eine einen einem einer eines und oder aber dass weil wenn wie wo wann warum wieso wem welche
   welcher welches ist sind waren wird wurde wurden werden worden sein seine haben habe hatte hatten ich sie wir ihr
   es ihm ihnen euch von vom zu zum zur bei nach aus auf unter durch gegen ohne um auch noch schon sehr mehr nur
   jetzt immer doch denn bis kann konnen soll sollen muss wirklich eigentlich stimmt wahr gibt`,
  portuguese: `os um uma umas ou dos nas nos ao aos pelo pela pelos pelas sem sao foi foram eram ser esta estao
   estava tem tinha ele ela eles elas seu sua seus suas meu minha este isso isto esse essa esses aquele quem qual
   quais quando onde quanto quanta quantos quantas porque mas tambem muito muita muitos muitas mais ja agora todo
   toda todos todas outro outra pode podem faz fazer mesmo verdade pra voce`,
  italian: `il gli lo uno cui della dello dei degli delle alla alle dalla nel nella nelle sul sulla tra fra sono
   erano stato stata hanno aveva ci suo sua suoi loro questo questa questi quello quella quando dove quanto quanti
   quante quale quali perche anche molto molti piu gia ora tutto tutti altra altro puo vero`,
  dutch: `het een voor naar uit bij aan niet zijn wordt werd werden heeft hebben hij zij wij jullie deze dit wie waar
   wanneer waarom welke maar ook nog meer veel kan kunnen moet echt`,
  turkish: `bir ve ile icin mu kac nasil neden nicin nerede hangi mudur midir var yok gibi daha cok veya ise
   olan olarak oldu oldugu dogru gercekten acaba`,
  indonesian: `atau dari pada untuk dengan oleh dalam ini itu adalah ialah akan sudah telah sedang juga saja bisa
   dapat apa apakah siapa kapan bagaimana mengapa kenapa berapa benarkah karena jika kalau supaya lebih sangat
   para sebuah seorang mereka kami kita saya anda nya dong sih kok`,
  polish: `jest byl byla bylo byli byc sie nie czy jak kto gdzie kiedy dlaczego ile ktory ktora ktore dla przez przy
   od ze ale lub tez juz bardzo maja`,
  swedish: `och att det som ett hade blev blir vad vem nar varfor vilken ocksa eller inte
   mycket`,
  russian: `и в во на с со к ко у о об от до из за по под над при для без через между а но или что чтобы как так это
   этот эта эти тот та те он она оно они мы вы я его ее их ему ей им мой твой наш ваш свои свой кто где когда почему
   зачем сколько какой какая какие который которая которые ли же бы был была было были быть есть будет уже еще тоже
   также очень все всех весь правда ведь теперь сейчас можно`,
  arabic: `في من الى علي عن مع بعد قبل بين حتي منذ هو هي هم هذا هذه ذلك تلك التي الذي الذين هل ما ماذا متي اين كيف
   لماذا كم ان انه انها كان كانت يكون قد ثم او ايضا كل بعض اي عند لدي صحيح تم عدد فيه فيها`,
  hindi: `का के की को में मे से पर ने है हैं था थी थे हो होता होती होते हुआ हुए हुई गया गये गई गयी जाता जाती और या भी
   ही तो यह वह ये वे इस उस इन उन जो कि क्या कौन कब कहां कैसे क्यों कितना कितने कितनी लिए साथ बाद तक अब बहुत सच रहा
   रही रहे सकता सकते`,
  korean:
    '그 이 저 것 수 및 또는 그리고 하지만 언제 어디 누가 무엇 뭐 왜 어떻게 얼마 몇 정말 진짜 사실 있다 있나요 없나요 인가요 맞나요',
  chinese: '什么 怎么 多少 真的 吗 么 呢 听说 是不 是否 有没 没有 的吗 了吗 是真 的是 了多',
  japanese: `です ます した って のは のか たの には では とは まし ませ てい いる れる られ から まで こと する すか たっ った いう うの 本当 いく くら くつ つあ`,
};

/** Words that stand in names too, so that they are looked up in English texts; a text that has many is not English. */
export const foreignArticles: ReadonlySet<string> = new Set(
  'el la las los del al un en le du des au das dem den mit di il de da em na het op te'.split(' '),
);

/**
 * Words that build a sentence in Spanish, German, French or Portuguese and are looked up all the same, because they are English words or
 * stand in names: beside a claim in such a language they say nothing.
 */
export const foreignFunctionWords: ReadonlySet<string> = new Set([
  ...foreignArticles,
  ...`y a o e q d l s c n j t m u ha han he hay si se me te le lo ya va son era das dem den der die im am ins vom an ne pas en on
  ma ta na no as um mi su sus sido siendo estar`.split(/\s+/),
]);

export const foreignStopWords: ReadonlySet<string> = new Set(
  Object.values(wordsByLanguage).flatMap((words) => words.split(/\s+/).map(foldWord)),
);
