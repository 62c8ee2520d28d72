/** The article, alone and with the particles written together with it. */
const article = /^(?:[وبكف]?ال|لل)(?=.{2})/;
const conjunction = /^و(?=.{3})/;
const endings = /(?<=.{2})(?:ها|ان|ات|ون|ين|يه|ه|ي)$/;

/** Larkey, Ballesteros and Connell's "light" stems of 2002: article, conjunction and the commonest endings go. */
export function stemArabic(folded: string): string {
  const bare = article.test(folded) ? folded.replace(article, '') : folded.replace(conjunction, '');
  return bare.replace(endings, '');
}

export function isArabic(word: string): boolean {
  const first = word.charCodeAt(0);
  return first >= 0x0620 && first <= 0x06ff;
}
