import { createHash } from 'node:crypto';
import type { ClaimRef } from '../claims/claim.ts';
import { wordingKey } from '../claims/claim-texts.ts';
import type { ReportResolution, Reports, ShownMatch, WrongMatchReport } from '../ports/reports.ts';
import { UserError } from '../texts/user-error.ts';

/** Reports that wait for somebody to look at: of one claim, for one text or for texts that nobody may keep. */
export interface WaitingReport {
  readonly id: string;
  /** The claim that was answered. */
  readonly ref: ClaimRef;
  /** What was asked; undefined where no reporter agreed that it is kept. */
  readonly text: string | undefined;
  /** How the claim was found when it was reported last. */
  readonly shown: ShownMatch | undefined;
  /** How often it was reported. */
  readonly times: number;
  /** When it was reported first; ISO 8601 instant. */
  readonly at: string;
}

/** Where people report wrong matches, and operators settle them. All of it rejects when the store is lost. */
export interface ReportDesk {
  add(report: WrongMatchReport): Promise<void>;
  waiting(): Promise<readonly WaitingReport[]>;
  /** @throws {UserError} when no report of that id waits. */
  find(id: string): Promise<WaitingReport>;
  /** They wait no longer; the same reported later waits anew. */
  resolve(id: string, resolution: WithoutInstant<ReportResolution>): Promise<void>;
}

type WithoutInstant<R> = R extends ReportResolution ? Omit<R, 'at'> : never;

export interface ReportDeskParts {
  readonly reports: Reports;
  readonly clock: () => Date;
}

/** More than there will be: each is gone after half a year. */
export const mostReports = 1_000_000;

export function createReportDesk({ reports, clock }: ReportDeskParts): ReportDesk {
  async function waiting(): Promise<readonly WaitingReport[]> {
    const resolutions = await reports.resolutions();
    const open = (await reports.recent(mostReports)).filter(
      (report) => resolutionOf(report, resolutions) === undefined,
    );
    return [...Map.groupBy(open, reportToId)].flatMap(([id, same]) => {
      const [latest, first] = [same[0], same.at(-1)];
      if (!latest || !first) return [];
      const { ref, text, shown } = latest;
      return [{ id, ref, text, shown, times: same.length, at: first.at }];
    });
  }

  return {
    add: reports.add,
    waiting,
    async find(id) {
      const report = (await waiting()).find((each) => each.id === id);
      if (!report) throw new UserError('admin.noSuchReport', { id });
      return report;
    },
    resolve: (id, resolution) => reports.resolve(id, { ...resolution, at: clock().toISOString() }),
  };
}

/** What became of a report; undefined while it waits. */
export function resolutionOf(
  report: WrongMatchReport,
  resolutions: ReadonlyMap<string, ReportResolution>,
): ReportResolution | undefined {
  const resolution = resolutions.get(reportToId(report));
  return resolution && report.at <= resolution.at ? resolution : undefined;
}

/** The same for reports of one claim whose texts differ in case, punctuation and white space only. */
function reportToId({ ref, text = '' }: WrongMatchReport): string {
  const hash = createHash('sha256').update(`${ref} ${wordingKey(text)}`);
  return hash.digest('hex').slice(0, 10);
}
