/** A unit by what it measures, as a multiple of one unit for all, and which of several coins. */
export interface UnitWord {
  readonly measures: string;
  readonly factor: number;
  readonly coin?: string;
}

/** By line what is measured; then words, up to the factor that all of them share. */
const table = `
money $ dollar dollars usd bucks:1:dollar € euro euros eur:1:euro £ pound pounds gbp quid:1:pound crown crowns kronen coronas:1:crown ¥ yen:1:yen ₹ rupee rupees:1:rupee franc francs franken:1:franc reais:1:real pesos:1:peso cent cents pence penny centimo centimos centime centimes centavos:0.01
share % percent pct percentage prozent pourcent pc:1
times x times mal veces fois vezes:1
time s sec secs second seconds sekunde sekunden segundo segundos seconde secondes:1 min mins minute minutes minuten minuto minutos:60 h hr hrs hour hours stunde stunden std hora horas heure heures:3600 d day days tag tage tagen dia dias jour jours:86400 wk wks week weeks woche wochen semana semanas semaine semaines:604800 month months mth mths monat monate monaten mes meses mois:2629800 yr yrs year years jahr jahre jahren ano anos ans annees:31557600 decade decades jahrzehnt jahrzehnte decada decadas decennie decennies:315576000
length mm millimetre millimetres millimeter millimeters:0.001 cm centimetre centimetres centimeter centimeters:0.01 inch inches:0.0254 m metre metres meter meters metro metros:1 ft feet foot:0.3048 km kms kilometre kilometres kilometer kilometers kilometro kilometros:1000 yard yards:0.9144 mile miles:1609
weight mg milligram milligrams:0.000001 g gram grams gramm gramos:0.001 kg kgs kilo kilos kilogram kilograms:1 lb lbs:0.4536 ounce ounces oz:0.02835 tonne tonnes ton tons tonnen toneladas:1000
volume ml:0.001 pint pints:0.568 gallon gallons:3.785 l litre litres liter liters litro litros:1
speed kmh kph:1 mph:1.609
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
