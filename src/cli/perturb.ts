import { parseArgs } from 'node:util';
import { loadConfig } from '../config.ts';
import { dayOf } from '../core/claims/calendar.ts';
import { mistakeToText } from '../core/claims/mistake.ts';
import { compare } from '../matching/differences/compare.ts';
import type { Statement } from '../matching/matcher.ts';
import { readClaims } from '../measuring/data-set.ts';
import { measurePerturbations } from '../measuring/perturbations/measure.ts';
import { perturb } from '../measuring/perturbations/perturb.ts';
import { perturbationTable } from '../measuring/perturbations/table.ts';
import { readPacks } from '../storage/packs/pack-reader.ts';
import { tellWhyNotStarted } from '../tell-why-not-started.ts';

/** Changes claims by rule and prints how often the comparison tells them apart; `--missed` lists what it gets wrong. */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      claims: { type: 'string' },
      seed: { type: 'string', default: '1' },
      missed: { type: 'boolean', default: false },
    },
  });
  const seed = Number(values.seed);
  if (Number.isNaN(seed)) {
    console.error('Usage: npm run perturb [-- --claims FILE] [--seed NUMBER] [--missed]');
    process.exitCode = 2;
    return;
  }
  const claims = values.claims === undefined ? await claimsOfPacks() : readClaims(values.claims);
  if (!claims) return;
  const variants = perturb(claims, seed);
  if (values.missed) {
    const byId = new Map(claims.map((claim) => [claim.id, claim]));
    for (const { claimId, rule, harmful, text } of variants) {
      const claim = byId.get(claimId);
      const flagged = claim !== undefined && compare(text, claim).differences.length > 0;
      if (claim && flagged !== harmful) console.log(`${rule}: ${text}\n  ${claim.text}`);
    }
  }
  console.log(perturbationTable(measurePerturbations(claims, variants, compare)));
}

async function claimsOfPacks(): Promise<Statement[] | undefined> {
  const reading = await readPacks(loadConfig().dataDir, dayOf(new Date()));
  if (reading.ok) {
    return reading.packs.flatMap((pack) =>
      pack.claims.map(({ ref, claim, wordings }) => ({ id: ref, text: claim, wordings })),
    );
  }
  for (const mistake of reading.mistakes) console.error(mistakeToText(mistake));
  process.exitCode = 1;
  return undefined;
}

await main().catch(tellWhyNotStarted);
