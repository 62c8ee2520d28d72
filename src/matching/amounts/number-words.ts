import { foreignMagnitudes } from './foreign-magnitudes.ts';

/** Words for numbers in English, Spanish, German, French and Portuguese, folded. */

const list = (text: string): readonly (readonly [string, number])[] =>
  text
    .trim()
    .split(/\s+/)
    .map((entry) => {
      const [word = '', value = '0'] = entry.split(':');
      const [part = '0', whole = '1'] = value.split('/');
      return [word, Number(part) / Number(whole)] as const;
    });

const germanOnes = list('ein:1 zwei:2 drei:3 vier:4 funf:5 fuenf:5 sechs:6 sieben:7 acht:8 neun:9');
const germanTens = list(
  'zwanzig:20 dreissig:30 vierzig:40 funfzig:50 fuenfzig:50 sechzig:60 siebzig:70 achtzig:80 neunzig:90',
);

/** Those said in one word without a magnitude in it; those that are articles too ("ein", "un") are left out. */
export const smallNumbers: ReadonlyMap<string, number> = new Map([
  ...germanTens,
  ...germanOnes.slice(1),
  ...germanOnes.flatMap(([ones, one]) =>
    germanTens.map(([tens, ten]) => [`${ones}und${tens}`, one + ten] as const),
  ),
  ...germanOnes.map(([ones, one]) => [`${ones}einhalb`, one + 0.5] as const),
  ['anderthalb', 1.5],
  ...list(`zero:0 one:1 two:2 three:3 four:4 five:5 six:6 seven:7 eight:8 nine:9 ten:10 eleven:11 twelve:12 thirteen:13 fourteen:14
    fifteen:15 sixteen:16 seventeen:17 eighteen:18 nineteen:19 twenty:20 thirty:30 forty:40 fifty:50 sixty:60 seventy:70 eighty:80 ninety:90
    zehn:10 elf:11 zwolf:12 zwoelf:12 dreizehn:13 vierzehn:14 funfzehn:15 sechzehn:16
    siebzehn:17 achtzehn:18 neunzehn:19
    dos:2 tres:3 cuatro:4 cinco:5 seis:6 siete:7 ocho:8 nueve:9 diez:10 once:11 doce:12 trece:13 catorce:14 quince:15 dieciseis:16 diecisiete:17
    dieciocho:18 diecinueve:19 veinte:20 veintiuno:21 veintidos:22 veintitres:23 veinticuatro:24 veinticinco:25 veintiseis:26 veintisiete:27 veintiocho:28 veintinueve:29 treinta:30 cuarenta:40 cincuenta:50 sesenta:60 setenta:70 ochenta:80 noventa:90
    deux:2 trois:3 quatre:4 cinq:5 sept:7 huit:8 neuf:9 dix:10 onze:11 douze:12 treize:13 quatorze:14 quinze:15 seize:16 vingt:20 vingts:20 trente:30
    quarante:40 cinquante:50 soixante:60 dois:2 duas:2 quatro:4 sete:7 oito:8 nove:9 dez:10 doze:12 treze:13 dezesseis:16 dezessete:17 dezoito:18 dezenove:19 vinte:20 trinta:30 quarenta:40
    cinquenta:50 oitenta:80`),
  ...list(`doscient:200 trescient:300 cuatrocient:400 quinient:500 seiscient:600 setecient:700 ochocient:800 novecient:900
    duzent:200 trezent:300 quatrocent:400 quinhent:500 seiscent:600 setecent:700 oitocent:800 novecent:900`).flatMap(
    ([stem, value]) => [[`${stem}os`, value] as const, [`${stem}as`, value] as const],
  ),
]);

/** Numbers in other languages, other words in English. */
export const noNumbersInEnglish: ReadonlySet<string> = new Set(
  'once seize sept tiers dos dix mil elf doze quince'.split(' '),
);

/** Articles elsewhere, one behind tens: "treinta y uno", "trente et un". */
export const addedOnes: ReadonlyMap<string, number> = new Map(
  list('uno:1 una:1 un:1 une:1 um:1 uma:1'),
);

/** What multiplies the number before it, or stands for itself. */
export const magnitudes: ReadonlyMap<string, number> = new Map([
  ...foreignMagnitudes,
  ...list(`hundred:100 hundert:100 cien:100 ciento:100 cientos:100 cent:100 cents:100 cem:100 dozen:12 dutzend:12 docena:12 douzaine:12 duzia:12
    k:1000 thousand:1000 thousands:1000 grand:1000 tausend:1000 tsd:1000 mil:1000 mille:1000 lakh:1e5 lakhs:1e5 crore:1e7 crores:1e7
    m:1e6 mn:1e6 mio:1e6 mill:1e6 million:1e6 millions:1e6 millionen:1e6 millon:1e6 millones:1e6 milhao:1e6 milhoes:1e6
    b:1e9 bn:1e9 mrd:1e9 billion:1e9 billions:1e9 milliarde:1e9 milliarden:1e9 milliard:1e9 milliards:1e9 bilhoes:1e9 bil:1e9 trillion:1e12 trillions:1e12 tn:1e12 t:1e12`),
]);

export const shares: ReadonlyMap<string, number> = new Map(
  list(`half:0.5 halves:0.5 halb:0.5 halfte:0.5 haelfte:0.5 mitad:0.5 moitie:0.5 metade:0.5 third:1/3 thirds:1/3 drittel:1/3 tercio:1/3
    tercios:1/3 tiers:1/3 terco:1/3 tercos:1/3 quarter:0.25 quarters:0.25 viertel:0.25 cuarto:0.25 cuartos:0.25 quart:0.25 quarts:0.25
    quarto:0.25 quartos:0.25 fifth:0.2 fifths:0.2 funftel:0.2 quinto:0.2 cinquieme:0.2 fourth:0.25 fourths:0.25 sixth:1/6 sixths:1/6 eighth:0.125 eighths:0.125
    tenth:0.1 tenths:0.1 zehntel:0.1 decimo:0.1 dixieme:0.1`),
);

/** Half of what stands behind them. */
export const halves: ReadonlySet<string> = new Set(
  'half halbe halber halben halbes medio media meio meia demi'.split(' '),
);

/** "Once" is as often a conjunction. */
export const factors: ReadonlyMap<string, number> = new Map(
  list(`twice:2 double:2 doubled:2 doubles:2 doppelt:2 verdoppelt:2 doble:2 dobro:2 thrice:3 triple:3 tripled:3 dreifach:3 verdreifacht:3 triplo:3
    quadruple:4 quadrupled:4 vervierfacht:4 cuadruple:4 halved:0.5 halbiert:0.5`),
);

export const ranks: ReadonlyMap<string, number> = new Map(
  list(`first:1 second:2 third:3 fourth:4 fifth:5 sixth:6 seventh:7 eighth:8 ninth:9 tenth:10 eleventh:11 twelfth:12 erste:1 ersten:1 erster:1 zweite:2 zweiten:2 dritte:3 dritten:3
    vierte:4 vierten:4 funfte:5 funften:5 primero:1 primera:1 primer:1 segundo:2 segunda:2 tercero:3 tercera:3 tercer:3 cuarta:4 premier:1 premiere:1 deuxieme:2
    troisieme:3 quatrieme:4 primeiro:1 primeira:1 terceiro:3 terceira:3 quarta:4`),
);

/** Of the last century: their first years. */
export const decades: ReadonlyMap<string, number> = new Map(
  list(
    `twenties:1920 thirties:1930 forties:1940 fifties:1950 sixties:1960 seventies:1970 eighties:1980 nineties:1990`,
  ),
);

export const months: ReadonlyMap<string, number> = new Map(
  list(`january:1 february:2 march:3 april:4 may:5 june:6 july:7 august:8 september:9 october:10 november:11 december:12 jan:1 feb:2 mar:3 apr:4 jun:6 jul:7
    aug:8 sep:9 sept:9 oct:10 nov:11 dec:12 januar:1 februar:2 marz:3 maerz:3 mai:5 juni:6 juli:7 oktober:10 dezember:12 okt:10 dez:12
    enero:1 febrero:2 marzo:3 abril:4 mayo:5 junio:6 julio:7 agosto:8 septiembre:9 octubre:10 noviembre:11 diciembre:12 ene:1 dic:12
    janvier:1 fevrier:2 mars:3 avril:4 juin:6 juillet:7 aout:8 octobre:10 decembre:12 janeiro:1 fevereiro:2 marco:3 maio:5 junho:6 julho:7 setembro:9
    outubro:10 novembro:11 dezembro:12`),
);
