import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { textHashesAt } from '../../core/claims/claim-list.ts';
import type { ClaimParts } from '../../core/claims/claim-parts.ts';
import type { FieldMistake } from '../../core/claims/field-mistake.ts';
import type { Mistake } from '../../core/claims/mistake.ts';
import type { CheckedClaim } from './checked-claim.ts';
import { checkClaimFile } from './checked-file.ts';
import type { ClaimFiles } from './claim-files.ts';
import type { KnownClaims } from './known-packs.ts';
import { stemOf } from './pack-text.ts';
import { shownPath } from './shown-path.ts';

interface KnownPlace {
  readonly pack: string;
  readonly known: KnownClaims;
  /** The place among the known. */
  readonly place: number;
  /** The place of its file's name. */
  readonly at: number;
}

/** The claim of a file that is as it was, and was without mistakes; it is only read where another one makes a mistake of it. */
export class KnownClaim implements CheckedClaim {
  readonly pack: string;
  readonly source: CheckedClaim['source'];
  readonly entry: number;
  readonly #path: string;
  readonly #known: KnownClaims;

  constructor({ folder, names }: ClaimFiles, { pack, known, place, at }: KnownPlace) {
    const name = names[at] ?? '';
    const path = join(folder, name);
    this.pack = pack;
    this.source = { file: shownPath(path), stem: stemOf(name) };
    this.entry = place;
    this.#path = path;
    this.#known = known;
  }

  get id(): string {
    return this.source.stem;
  }

  get parts(): ClaimParts {
    return this.#known.list.at(this.entry) ?? {};
  }

  get mistakes(): readonly Mistake[] {
    return [];
  }

  get warnings(): readonly Mistake[] {
    return this.#known.warnings.get(this.source.stem) ?? [];
  }

  textHashes(): ArrayLike<number> {
    return textHashesAt(this.#known.list, this.entry);
  }

  place(found: readonly FieldMistake[]): readonly Mistake[] {
    if (found.length === 0) return [];
    const text = readFileSync(this.#path, 'utf8');
    return checkClaimFile({ ...this.source, text }).place(found);
  }
}
