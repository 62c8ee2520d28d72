/** The article, alone and with the particles written together with it. */
const article = /^(?:[وبكف]?ال|لل)(?=.{2})/;
const conjunction = /^و(?=.{3})/;
const endings = /(?<=.{2})(?:ها|ان|ات|ون|ين|يه|ه|ي)$/;

/** Larkey, Ballesteros and Connell's "light" stems of 2002: article, conjunction and the commonest endings go. */
function stemArabic(folded: string): string {
  const bare = article.test(folded) ? folded.replace(article, '') : folded.replace(conjunction, '');
  return bare.replace(endings, '');
}

/** Particles that Korean writes on to the noun, and the commonest endings of its verbs. */
const particles =
  /(?<=.)(?:에서는|에서|에게|에는|으로|까지|부터|처럼|이나|하고|들이|들은|은|는|이|가|을|를|의|에|로|와|과|도|만|들)$/;
const verbEndings =
  /(?<=.)(?:했나요|되었다|됐나요|되나요|하나요|나요|었다|았다|였다|이었다|습니다|어요|아요|해요|한다|했다|된다|됐다|는다|지|다)$/;

function stemKorean(folded: string): string {
  const bare = folded.replace(verbEndings, '');
  return bare === folded ? folded.replace(particles, '') : bare;
}

/** Words of two scripts whose language is clear and whose words hardly ever stand bare, without what is added. */
export function stemByScript(folded: string): string {
  const first = folded.charCodeAt(0);
  if (first >= 0x0620 && first <= 0x06ff) return stemArabic(folded);
  return first >= 0xac00 && first <= 0xd7a3 ? stemKorean(folded) : folded;
}
