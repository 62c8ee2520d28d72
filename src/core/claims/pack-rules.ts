import type { Day } from './calendar.ts';
import type { ClaimParts } from './claim-parts.ts';
import type { FieldMistake, FieldPath } from './field-mistake.ts';
import type { PackAbout } from './pack.ts';
import { otherSite } from './source-address.ts';

/** Longer quotes may be more than fair quotation, and nobody reads them in a chat. */
const maxQuoteWords = 25;

/** What is wrong with a claim beyond the shape of its fields. */
export function claimMistakes(claim: ClaimParts, today: Day): readonly FieldMistake[] {
  return [
    ...sourceMistakes(claim, today),
    ...opinionMistakes(claim),
    ...verificationMistakes(claim, today),
    ...historyMistakes(claim, today),
    ...notInTheFuture(['asOf'], claim.asOf, today),
  ];
}

/** What a claim lacks that its pack asks for. `source` names the place where people read and change what it asks for. */
export function claimInPackMistakes(
  data: unknown,
  { verdict }: ClaimParts,
  pack: PackAbout,
  source: string,
): readonly FieldMistake[] {
  const isUnexplained = verdict !== undefined && !pack.verdicts[verdict];
  const lacksGist =
    pack.gistRequired && typeof data === 'object' && data !== null && !('gist' in data);
  return [
    ...(isUnexplained
      ? [
          {
            path: ['verdict'],
            message: `"${verdict}" has no meaning in ${source}: add it there under "verdicts"`,
          },
        ]
      : []),
    ...(lacksGist
      ? [
          {
            path: ['gist'],
            message: `is missing, and ${source} says "gistRequired: true": write one or two sentences`,
          },
        ]
      : []),
  ];
}

function sourceMistakes(claim: ClaimParts, today: Day): FieldMistake[] {
  const mistakes: FieldMistake[] = [];
  const status = claim.verification?.status;
  if (claim.sources?.length === 0 && status !== undefined && status !== 'draft') {
    mistakes.push({
      path: ['sources'],
      message: `is empty, but the claim is ${status}: add a source, or set verification.status to draft`,
    });
  }
  const unread = claim.sources?.length && claim.sources.every((source) => source?.read === false);
  if (unread && status === 'verified') {
    mistakes.push({
      path: ['sources'],
      message: 'holds only works that were not read: read one, or set verification.status to draft',
    });
  }
  for (const [index, source] of (claim.sources ?? []).entries()) {
    const path = ['sources', index] as const;
    mistakes.push(...notInTheFuture([...path, 'published'], source?.published, today));
    mistakes.push(...notInTheFuture([...path, 'checkedOn'], source?.checkedOn, today));
    mistakes.push(...namesOfOtherSites(path, source ?? {}));
    const words = source?.quote?.split(/\s+/).length ?? 0;
    if (words > maxQuoteWords) {
      mistakes.push({
        path: [...path, 'quote'],
        message: `has ${words} words: shorten it to at most ${maxQuoteWords}`,
      });
    }
    if (source?.read === false && source.stance !== undefined && source.stance !== 'context') {
      mistakes.push({
        path: [...path, 'stance'],
        message: `is "${source.stance}", but the work was not read: read it, or set stance to context`,
      });
    }
    if (source?.read === false && typeof source.quote === 'string') {
      mistakes.push({
        path: [...path, 'quote'],
        message: 'quotes a work that was not read: read it, or set quote to null',
      });
    }
  }
  return mistakes;
}

type SourceParts = NonNullable<NonNullable<ClaimParts['sources']>[number]>;

function namesOfOtherSites(path: FieldPath, { url, ...names }: SourceParts): FieldMistake[] {
  if (!url) return [];
  return (['title', 'publisher'] as const).flatMap((field) => {
    const site = otherSite(names[field] ?? '', url);
    if (site === undefined) return [];
    const message = `names ${site}, but the link leads to ${new URL(url).hostname}: name the site that it leads to, or correct the link`;
    return [{ path: [...path, field], message }];
  });
}

function opinionMistakes({ kind, verdict }: ClaimParts): FieldMistake[] {
  if (kind === 'opinion' && verdict !== undefined && verdict !== 'opinion') {
    return [
      {
        path: ['verdict'],
        message: `is "${verdict}", but an opinion is not rated: set verdict to opinion, or change kind`,
      },
    ];
  }
  if (verdict === 'opinion' && (kind === 'fact' || kind === 'quotation')) {
    return [
      {
        path: ['kind'],
        message: `is "${kind}", but the verdict is opinion: set kind to opinion or characterisation, or rate the ${kind}`,
      },
    ];
  }
  return [];
}

function verificationMistakes({ verification }: ClaimParts, today: Day): FieldMistake[] {
  if (!verification) return [];
  const { status, on, recheckDueOn, expiresOn, reason } = verification;
  const mistakes = notInTheFuture(['verification', 'on'], on, today);
  if ((status === 'disputed' || status === 'retracted') && reason === undefined) {
    mistakes.push({
      path: ['verification', 'reason'],
      message: `is missing, but the claim is ${status}: say why in "reason"`,
    });
  }
  if (on && recheckDueOn && recheckDueOn < on) {
    mistakes.push({
      path: ['verification', 'recheckDueOn'],
      message: `"${recheckDueOn}" lies before the check on ${on}: give a later day, or null if it cannot change`,
    });
  }
  const earliest = recheckDueOn && on && recheckDueOn > on ? recheckDueOn : on;
  if (earliest && expiresOn && expiresOn < earliest) {
    const event = earliest === on ? `the check on ${on}` : `the re-check due on ${earliest}`;
    mistakes.push({
      path: ['verification', 'expiresOn'],
      message: `"${expiresOn}" lies before ${event}: give a later day, or remove the field`,
    });
  }
  return mistakes;
}

function historyMistakes({ history = [] }: ClaimParts, today: Day): FieldMistake[] {
  const mistakes: FieldMistake[] = [];
  let latest: Day | undefined;
  for (const [index, entry] of history.entries()) {
    const on = entry?.on;
    if (on === undefined) continue;
    const path = ['history', index, 'on'];
    mistakes.push(...notInTheFuture(path, on, today));
    if (index === 0 && entry?.correction) {
      mistakes.push({
        path: ['history', index, 'correction'],
        message:
          'marks the adding of the claim as a correction: nobody had seen it before, remove it',
      });
    }
    if (latest !== undefined && on < latest) {
      mistakes.push({
        path,
        message: `"${on}" comes after an entry of ${latest}: order the entries from oldest to newest`,
      });
    } else {
      latest = on;
    }
  }
  return mistakes;
}

/** `date` may be partial: what counts is whether the first possible day has come. */
function notInTheFuture(
  path: FieldPath,
  date: string | null | undefined,
  today: Day,
): FieldMistake[] {
  if (!date || date <= today.slice(0, date.length)) return [];
  return [
    { path, message: `"${date}" lies in the future (today is ${today} UTC): correct the date` },
  ];
}
