import { loadConfig } from '../config.ts';
import { mostReports } from '../core/requests/report-desk.ts';
import { reportToData, requestToData } from '../core/requests/tuning-data.ts';
import { createLogger } from '../logger.ts';
import { printJsonLine } from '../print.ts';
import { runProgram } from '../program.ts';
import { createState } from '../storage/state/state.ts';
import { systemClock } from '../system-clock.ts';

const description = {
  command: 'npm run -s reports',
  does: 'Prints reports of wrong matches and requests for checks from STATE_URL, one a line as JSON, without who made them.',
  options: {},
  examples: ['npm run -s reports > reports.jsonl'],
  exitCodes: {
    0: 'All that is kept was printed.',
    1: 'The settings hold mistakes, or the state can’t be read.',
  },
} as const;

async function main(): Promise<void> {
  const config = loadConfig();
  const state = await createState(config.stateUrl, createLogger(config), { clock: systemClock });
  const reports = await state.reports.recent(mostReports);
  const resolutions = await state.reports.resolutions();
  const requests = await state.requests.list();
  await state.close();
  const lines = [
    ...reports.toReversed().map((report) => reportToData(report, resolutions)),
    ...requests.map(requestToData),
  ];
  for (const line of lines) await printJsonLine(JSON.stringify(line));
}

await runProgram(description, main);
