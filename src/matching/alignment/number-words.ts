/** Words for numbers in English, Spanish, German, French and Portuguese, folded. */

const list = (text: string): readonly (readonly [string, number])[] =>
  text
    .trim()
    .split(/\s+/)
    .map((entry) => {
      const [word = '', value = '0'] = entry.split(':');
      return [word, Number(value)] as const;
    });

/** Below a hundred, each said in one word; those that are articles too ("ein", "un") are left out. */
export const smallNumbers: ReadonlyMap<string, number> = new Map(
  list(`zero:0 one:1 two:2 three:3 four:4 five:5 six:6 seven:7 eight:8 nine:9 ten:10 eleven:11 twelve:12 thirteen:13 fourteen:14
    fifteen:15 sixteen:16 seventeen:17 eighteen:18 nineteen:19 twenty:20 thirty:30 forty:40 fifty:50 sixty:60 seventy:70 eighty:80 ninety:90
    zwei:2 drei:3 vier:4 funf:5 fuenf:5 sechs:6 sieben:7 acht:8 neun:9 zehn:10 elf:11 zwolf:12 zwoelf:12 dreizehn:13 vierzehn:14 funfzehn:15 sechzehn:16
    siebzehn:17 achtzehn:18 neunzehn:19 zwanzig:20 dreissig:30 vierzig:40 funfzig:50 sechzig:60 siebzig:70 achtzig:80 neunzig:90
    dos:2 tres:3 cuatro:4 cinco:5 seis:6 siete:7 ocho:8 nueve:9 diez:10 once:11 doce:12 trece:13 catorce:14 quince:15 dieciseis:16 diecisiete:17
    dieciocho:18 diecinueve:19 veinte:20 treinta:30 cuarenta:40 cincuenta:50 sesenta:60 setenta:70 ochenta:80 noventa:90
    deux:2 trois:3 quatre:4 cinq:5 sept:7 huit:8 neuf:9 dix:10 onze:11 douze:12 treize:13 quatorze:14 quinze:15 seize:16 vingt:20 trente:30
    quarante:40 cinquante:50 soixante:60 dois:2 duas:2 quatro:4 sete:7 oito:8 nove:9 dez:10 doze:12 treze:13 vinte:20 trinta:30 quarenta:40
    cinquenta:50 oitenta:80`),
);

export const magnitudes: ReadonlyMap<string, number> = new Map(
  list(`hundred:100 hundert:100 cien:100 ciento:100 cientos:100 cent:100 cents:100 cem:100 dozen:12 dutzend:12 docena:12 douzaine:12 duzia:12
    k:1000 thousand:1000 thousands:1000 grand:1000 tausend:1000 tsd:1000 mil:1000 mille:1000 lakh:100000 crore:10000000
    m:1e6 mn:1e6 mio:1e6 mill:1e6 million:1e6 millions:1e6 millionen:1e6 millon:1e6 millones:1e6 milhao:1e6 milhoes:1e6
    b:1e9 bn:1e9 mrd:1e9 billion:1e9 billions:1e9 milliarde:1e9 milliarden:1e9 milliard:1e9 milliards:1e9 bilhoes:1e9 trillion:1e12 tn:1e12`),
);

export const shares: ReadonlyMap<string, number> = new Map(
  list(`half:0.5 halves:0.5 halb:0.5 halfte:0.5 haelfte:0.5 mitad:0.5 moitie:0.5 metade:0.5 third:0.3333 thirds:0.3333 drittel:0.3333 tercio:0.3333
    tercios:0.3333 tiers:0.3333 terco:0.3333 tercos:0.3333 quarter:0.25 quarters:0.25 viertel:0.25 cuarto:0.25 cuartos:0.25 quart:0.25 quarts:0.25
    quarto:0.25 quartos:0.25 fifth:0.2 fifths:0.2 funftel:0.2 quinto:0.2 cinquieme:0.2 tenth:0.1 tenths:0.1 zehntel:0.1 decimo:0.1 dixieme:0.1`),
);

export const factors: ReadonlyMap<string, number> = new Map(
  list(`twice:2 double:2 doubled:2 doubles:2 doppelt:2 verdoppelt:2 doble:2 dobro:2 thrice:3 triple:3 tripled:3 dreifach:3 verdreifacht:3 triplo:3
    quadruple:4 quadrupled:4 vervierfacht:4 cuadruple:4 halved:0.5 halbiert:0.5`),
);

export const ranks: ReadonlyMap<string, number> = new Map(
  list(`first:1 second:2 third:3 fourth:4 fifth:5 sixth:6 seventh:7 eighth:8 ninth:9 tenth:10 erste:1 ersten:1 erster:1 zweite:2 zweiten:2 dritte:3 dritten:3
    vierte:4 vierten:4 funfte:5 funften:5 primero:1 primera:1 primer:1 segundo:2 segunda:2 tercero:3 tercera:3 tercer:3 cuarta:4 premier:1 premiere:1 deuxieme:2
    troisieme:3 quatrieme:4 primeiro:1 primeira:1 terceiro:3 terceira:3 quarta:4`),
);

export const months: ReadonlyMap<string, number> = new Map(
  list(`january:1 february:2 march:3 april:4 may:5 june:6 july:7 august:8 september:9 october:10 november:11 december:12 jan:1 feb:2 mar:3 apr:4 jun:6 jul:7
    aug:8 sep:9 sept:9 oct:10 nov:11 dec:12 januar:1 februar:2 marz:3 maerz:3 mai:5 juni:6 juli:7 oktober:10 dezember:12 okt:10 dez:12
    enero:1 febrero:2 marzo:3 abril:4 mayo:5 junio:6 julio:7 agosto:8 septiembre:9 octubre:10 noviembre:11 diciembre:12 ene:1 dic:12
    janvier:1 fevrier:2 mars:3 avril:4 juin:6 juillet:7 aout:8 octobre:10 decembre:12 janeiro:1 fevereiro:2 marco:3 maio:5 junho:6 julho:7 setembro:9
    outubro:10 novembro:11 dezembro:12`),
);

/** A unit by what it measures, as a multiple of one unit for all, and which of several coins. */
export interface UnitWord {
  readonly measures: string;
  readonly factor: number;
  readonly coin?: string;
}

const table = `
money $ dollar dollars usd bucks:1:dollar € euro euros eur:1:euro £ pound pounds gbp quid:1:pound crown crowns kronen coronas:1:crown ¥ yen:1:yen ₹ rupee rupees:1:rupee franc francs franken:1:franc reais:1:real pesos:1:peso cent cents pence penny centimo centimos centime centimes centavos:0.01
share % percent pct percentage prozent pourcent pc:1
times x times mal veces fois vezes:1
time s sec secs second seconds sekunde sekunden segundo segundos seconde secondes:1 min mins minute minutes minuten minuto minutos:60 h hr hrs hour hours stunde stunden std hora horas heure heures:3600 d day days tag tage tagen dia dias jour jours:86400 wk wks week weeks woche wochen semana semanas semaine semaines:604800 month months mth mths monat monate monaten mes meses mois:2629800 yr yrs year years jahr jahre jahren ano anos ans annees:31557600
length mm:0.001 cm:0.01 m metre metres meter meters metro metros:1 ft feet foot:0.3048 km kms kilometre kilometres kilometer kilometers kilometro kilometros:1000 mile miles:1609
weight mg:0.000001 g gram grams gramm gramos:0.001 kg kgs kilo kilos kilogram kilograms:1 tonne tonnes ton tons tonnen toneladas:1000
volume ml:0.001 l litre litres liter liters litro litros:1
data kb:1e3 mb meg megs megabyte megabytes:1e6 gb gig gigs gigabyte gigabytes:1e9 tb terabyte terabytes:1e12
degree ° degree degrees grad grados degres graus:1
energy kwh:1 mwh:1000 gwh:1e6
power watt watts:1 kw kilowatt kilowatts:1e3 mw megawatt megawatts:1e6 gw:1e9`;

/** Unit words and signs, folded, in every language and spelling. */
export const units: ReadonlyMap<string, UnitWord> = new Map(
  table
    .trim()
    .split('\n')
    .flatMap((line) => {
      const [measures = '', ...words] = line.split(' ');
      const entries: (readonly [string, UnitWord])[] = [];
      let waiting: string[] = [];
      for (const word of words) {
        const [name = '', factor, coin] = word.split(':');
        waiting.push(name);
        if (factor === undefined) continue;
        for (const one of waiting)
          entries.push([one, { measures, factor: Number(factor), ...(coin && { coin }) }]);
        waiting = [];
      }
      return entries;
    }),
);
