// Prints what is reached in each language; with `--record`, also keeps it as what CI must reach.
import { writeFile } from 'node:fs/promises';
import { createMatcher } from '../../../src/matching/create-matcher.ts';
import { renderTable } from '../../../src/measuring/table.ts';
import { type LanguageFigures, measureLanguage, readLanguages } from './measure-languages.ts';

const rows: string[][] = [
  ['language', 'texts', 'P@1', 'BM25', 'MAP@5', 'BM25', 'answered', 'wrong', 'without a claim'],
];
const recorded: Record<string, LanguageFigures> = {};
for (const set of await readLanguages()) {
  const { figures, plain } = measureLanguage(createMatcher(set.statements), set, set.statements);
  recorded[set.language] = figures;
  rows.push([
    set.language,
    String(set.asked.length + set.changed.length),
    ...[
      figures.rankedFirst,
      plain.rankedFirst,
      figures.meanPrecision,
      plain.meanPrecision,
      figures.rightAnswers,
      figures.wrongAnswers,
      figures.answeredWithout,
    ].map((figure) => figure.toFixed(3)),
  ]);
}
process.stdout.write(`${renderTable(rows)}\n`);
if (process.argv.includes('--record')) {
  const file = new URL('languages-recorded.json', import.meta.url);
  await writeFile(file, `${JSON.stringify(recorded, null, 2)}\n`);
}
