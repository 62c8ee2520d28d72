import { wordToTerm } from '../text/terms.ts';

/**
 * Words that people use for one another in claims. The lexicon learned which words keep the same company, as "weed" and
 * "smoke" do, or "democrat" and "republican"; which of them mean the same it cannot tell, so that is written down here. A
 * word may stand in several groups ("dismiss" a clerk, "dismiss" a case); no group joins words that exclude each other.
 */
const groups = `
  marijuana weed cannabis pot ganja; homicide murder killing; kill murder slay; police policeman enforcement; agent officer;
  fire sack dismiss oust axe purge canned; lawyer attorney; prosecutor attorney; prison jail; prosecute charge indict;
  arrest detain lock; sue lawsuit suit; convict guilty; criminal felon crook; prostitute prostitution hooker; prostitute sex;
  federal feds; pharmaceutical pharma drugmaker; fund finance bankroll donate contribute back; give donate pay put;
  pay spend spent; money cash; support back endorse; promise pledge vow; end abolish eliminate scrap rid; end stop halt cease;
  ban prohibit outlaw forbid; legal legalize decriminalize; cut reduce slash; rise increase grow surge spike;
  fall drop decline decrease plunge; start begin launch; create build found; buy purchase; steal rob theft;
  compare liken; call label brand; unfair unjust; hate dislike anti; anti against oppose; fake hoax bogus; proof evidence; blame fault cause;
  dead die death; hurt injure wound; gun firearm; shoot shot; assault attack; protest demonstrate; riot unrest;
  migrant immigrant; gay homosexual; muslim islam islamic; jew jewish; kid child; student pupil; doctor physician;
  illness disease sick; car vehicle; plane aircraft; film movie; photo image picture; house home; boss supervisor;
  salary wage; rich wealthy; big large huge; small tiny minor; leftist liberal; communist marxist; campaign race election; country nation;
  petrol gasoline; expensive costly; price cost; deadly fatal
`;

const termsByTerm = new Map<string, Set<string>>();
for (const group of groups.split(';')) {
  const terms = group
    .trim()
    .split(/\s+/)
    .map((word) => wordToTerm(word).text);
  for (const term of terms) {
    const known = termsByTerm.get(term) ?? new Set();
    for (const other of terms) if (other !== term) known.add(other);
    termsByTerm.set(term, known);
  }
}

const none: ReadonlySet<string> = new Set();

/** The terms that may stand for a term. */
export function synonymsOf(term: string): ReadonlySet<string> {
  return termsByTerm.get(term) ?? none;
}

/** How much of a word its synonym is worth; a related word is never worth more. */
export const synonymLikeness = 0.85;
