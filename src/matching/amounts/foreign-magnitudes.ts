/** Words for thousands and more in languages besides English, folded; short forms and inflections included. */
const wordsByValue: Readonly<Record<string, string>> = {
  1e3: 'mille tausend tsd bin ribu тыс тысяча тысячи тысяч الف الاف हजार 千',
  1e4: '万 萬',
  1e5: 'लाख',
  1e6: `mio millon millones milhao milhoes milione milioni million millionen milyon juta миллион миллиона миллионов млн
    مليون ملايين`,
  1e7: 'करोड',
  1e8: '億 亿',
  1e9: `mrd milliard milliards milliarde milliarden miliardo miliardi bilhao bilhoes milyar miliar миллиард миллиарда
    миллиардов млрд مليار مليارات अरब`,
  1e12: 'trilyun triliun trilyon billon billones trilhao trilhoes billionen триллион триллиона триллионов трлн تريليون',
};

export const foreignMagnitudes: ReadonlyMap<string, number> = new Map(
  Object.entries(wordsByValue).flatMap(([value, words]) =>
    words.split(/\s+/).map((word) => [word, Number(value)] as const),
  ),
);
