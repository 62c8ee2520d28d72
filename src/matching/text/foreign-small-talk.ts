import { foldWord } from './text.ts';

/** Greetings, thanks and laughter in other languages than English, folded. Every word of a message must be one. */
const wordsByLanguage: Readonly<Record<string, string>> = {
  spanish:
    'hola buenos buenas dias tardes noches muchas gracias adios hasta luego que tal como estas amigos todos a jaja jajaja jejeje ' +
    'si no vale bueno bien claro dale perfecto exacto genial entendido por supuesto de acuerdo okey dokey oye ah eh uy ay aja ya eso sip lo se',
  french: `bonjour bonsoir salut coucou bonne bon nuit journee soiree merci beaucoup au revoir bientot ca va tout le monde
    tous mdr ptdr svp stp oui ouais non si d accord daccord ok bien sur voila exact exactement parfait super genial bof hein euh
    ah oh compris pas de probleme ouaip je sais d acc`,
  german: `hallo moin servus guten tag morgen abend gute nacht danke vielen dank schon bitte tschuss tschuess wie geht es dir
    euch zusammen alle alles klar ja jo jep nein ne nee doch genau stimmt na gut klar okay passt super toll ach so aha
    hm mhm verstanden natuerlich naturlich kein problem jawoll jup echt ich weiss weiß`,
  portuguese:
    'oi ola bom dia boa tarde noite muito obrigado obrigada tchau tudo bem a todos pessoal valeu kkk rsrs ' +
    'sim nao certo claro ta bom ok beleza blz isso mesmo exato perfeito entendi com certeza pois e ne ah eh hum uhum aham eu sei tamo junto',
  italian:
    'ciao buongiorno buonasera buonanotte grazie mille tante arrivederci come stai a tutti prego',
  dutch: 'hoi hallo goedemorgen goedemiddag goedenavond dank je wel bedankt doei allemaal',
  turkish: `merhaba selam gunaydin iyi gunler aksamlar geceler herkese cok tesekkurler tesekkur ederim sagol nasilsin
    nasilsiniz gorusuruz`,
  indonesian: `halo hai selamat pagi siang sore malam terima kasih makasih banyak semua semuanya apa kabar sampai jumpa
    assalamualaikum wkwk wkwkwk`,
  polish: 'czesc dzien dobry wieczor dobranoc dziekuje bardzo dzieki hej wszystkim',
  swedish: 'hej hejsan godmorgon kvall tack sa mycket alla',
  russian: `привет здравствуйте здравствуй добрый доброе доброй день утро вечер ночи спасибо большое всем пока как дела
    пожалуйста ахаха хаха хахаха`,
  arabic: `مرحبا اهلا وسهلا السلام عليكم وعليكم صباح مساء الخير النور شكرا جزيلا لك جميعا كيف حالك مع السلامه هلا`,
  hindi: 'नमस्ते नमस्कार सुप्रभात शुभ प्रभात रात्रि सबको सभी को धन्यवाद बहुत शुक्रिया कैसे हो हैं आप हाहा हाहाहा',
};

export const foreignSmallTalk: ReadonlySet<string> = new Set(
  Object.values(wordsByLanguage).flatMap((words) => words.split(/\s+/).map(foldWord)),
);

/** The same where no blanks part the words; a run must consist of them. */
export const unspacedSmallTalk =
  /^(?:你好|您好|大家|早上好?|中午好?|下午好?|晚上好?|早安|晚安|好|非常|谢谢|謝謝|多谢|感谢|感謝|再见|再見|你|您|啊|吗|嗯+|恩|哦+|噢|喔|呃|唔|唉|哎|呀|是|是的|是啊|不|不是|对|对的|对啊|行|可以|好的|好吧|好啊|好滴|吧|我知道|的|了|没错|没有|没事|不用|知道了|明白了?|收到|真的|当然|哈+|嘿+|呵+|皆さん|みなさん|おはよう|こんにちは|こんばんは|おやすみ|なさい|ございます|ありがとう|どうも|さようなら|またね|よろしく|お願いします|草|笑|สวัสดี|ขอบคุณ|ครับ|ค่ะ)+$/;
