import { parentPort } from 'node:worker_threads';
import type { Claim } from '../core/claims/claim.ts';
import type { PackedPacks } from '../core/claims/open-packs.ts';
import type { PackHead } from '../core/claims/pack.ts';
import { createSignOfLife } from '../storage/packs/sign-of-life.ts';
import { prepareLoad } from './prepare-load.ts';
import type { ToPrepare } from './preparing-message.ts';
import { arraysOf } from './typed-arrays.ts';

/** Runs as a thread of `prepareApart`, and tells it the packs that it was told, prepared. */
const port = parentPort;
if (!port) throw new Error('This runs as a thread only.');

const onStep = createSignOfLife(port);
const told: (PackHead & { readonly claims: Claim[] })[] = [];

port.on('message', (message: ToPrepare) => {
  switch (message.kind) {
    case 'pack':
      told.push({ ...message.about, claims: [] });
      break;
    case 'claims':
      told.at(-1)?.claims.push(...message.claims);
      onStep();
      break;
    case 'end': {
      const reading = { ok: true, packs: told, fingerprint: '' } as const;
      const { packs, claims, prepared } = prepareLoad(reading, undefined, onStep);
      const packed: PackedPacks = { packs, claims, prepared };
      const moved = [claims, ...prepared].flatMap(arraysOf).map(({ buffer }) => buffer);
      port.postMessage(packed, moved);
    }
  }
});
