import { compare } from '../matching/differences/compare.ts';
import { readClaims } from '../measuring/data-set.ts';
import { measurePerturbations } from '../measuring/perturbations/measure.ts';
import { perturb } from '../measuring/perturbations/perturb.ts';
import { perturbationTable } from '../measuring/perturbations/table.ts';
import { print } from '../print.ts';
import { ArgumentError, runProgram } from '../program.ts';
import { statementsOfPacks } from './statements-of-packs.ts';

const description = {
  command: 'npm run perturb',
  does: 'Changes claims by rule and prints how often the comparison tells them from the claim.',
  options: {
    claims: {
      type: 'string',
      value: 'FILE',
      says: 'JSON lines with id and text. Without it: the packs.',
    },
    seed: {
      type: 'string',
      default: '1',
      value: 'NUMBER',
      says: 'Another one draws other changes.',
    },
    missed: { type: 'boolean', default: false, says: 'Lists what the comparison gets wrong, too.' },
  },
  examples: ['npm run perturb', 'npm run perturb -- --claims claims.jsonl --seed 7 --missed'],
  exitCodes: { 0: 'It is measured.', 1: 'The claims can’t be read, or hold mistakes.' },
} as const;

interface Flags {
  readonly claims?: string | undefined;
  readonly seed: string;
  readonly missed: boolean;
}

async function main({ claims: file, seed: written, missed }: Flags): Promise<void> {
  const seed = Number(written);
  if (Number.isNaN(seed)) throw new ArgumentError(`--seed ${written} is no number.`);
  const claims = file === undefined ? await statementsOfPacks() : readClaims(file);
  const variants = perturb(claims, seed);
  if (missed) {
    const byId = new Map(claims.map((claim) => [claim.id, claim]));
    for (const { claimId, rule, harmful, text } of variants) {
      const claim = byId.get(claimId);
      const flagged = claim !== undefined && compare(text, claim).length > 0;
      if (claim && flagged !== harmful) print(`${rule}: ${text}\n  ${claim.text}`);
    }
  }
  print(perturbationTable(measurePerturbations(claims, variants, compare)));
}

await runProgram(description, ({ values }) => main(values));
