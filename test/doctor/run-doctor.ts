import { type Ended, runProgram } from '../support/program.ts';

/** The doctor as somebody runs it, with these settings and no others. */
export function doctor(environment: Record<string, string> = {}): Promise<Ended> {
  return runProgram('src/cli/doctor.ts', [], { environment });
}
