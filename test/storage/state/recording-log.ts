import type { Log } from '../../../src/core/ports/log.ts';

export interface RecordingLog extends Log {
  readonly lines: readonly string[];
}

/** Keeps what is logged, as `error The state is out of reach…`. */
export function createRecordingLog(): RecordingLog {
  const lines: string[] = [];
  return {
    lines,
    info: (_, message) => lines.push(`info ${message}`),
    warn: (_, message) => lines.push(`warn ${message}`),
    error: (_, message) => lines.push(`error ${message}`),
  };
}
