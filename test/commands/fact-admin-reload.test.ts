import { rm } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { claimToRevision } from '../../src/core/claims/revision.ts';
import type { KeptReceipt } from '../../src/core/ports/receipts.ts';
import { copyPacks, edit } from '../storage/packs/edited-packs.ts';
import { adminSays } from '../support/admin-says.ts';
import { createTestBot } from '../support/test-bot.ts';
import { testNow } from '../support/test-day.ts';

const ferry = 'saltmarsh/ferry-every-ten-minutes';
const library = 'saltmarsh/library-open-all-night';

async function operator() {
  const dataDir = await copyPacks();
  const user = 'discord:7';
  const { bot, state, library: claims } = await createTestBot({ dataDir, operators: [user] });
  let messages = 0;
  return {
    fileOf: (ref: string) => `${dataDir}/${ref.replace('/', '/claims/')}.yaml`,
    state,
    claims,
    says: (line: string) => adminSays(bot, line, { platform: 'discord', user }),
    /** Another answer about the claim, as it is now, stands in a channel. */
    told: (ref: typeof ferry | typeof library, more?: Partial<KeptReceipt>) => {
      const claim = claims.current.find(ref);
      if (!claim) throw new Error(`no ${ref}`);
      return state.receipts.add({
        ...claimToRevision(claim),
        at: testNow.toISOString(),
        address: {
          platform: 'discord',
          community: 'discord:1',
          channel: '2',
          thread: undefined,
          message: `3${++messages}`,
        },
        canBeEdited: true,
        ...more,
      });
    },
  };
}

test('a dry run tells what would change and how many answers would be wrong, and changes nothing', async () => {
  const { says, told, fileOf, claims } = await operator();
  await told(ferry);
  await told(ferry, { canBeEdited: false });
  // Told before an earlier change, and so wrong by now already: the reload is about it as well.
  await told(ferry, { revision: 'an older one' });
  await told(library);
  await edit(fileOf(ferry), 'only during the regatta week', 'only during two weeks in May');
  const before = claims.current;
  const said = await says('reload dry-run');
  expect(said).toMatch(/^A reload would work\. Nothing has been changed yet/);
  expect(said).toContain('~ ferry-every-ten-minutes');
  expect(said).toContain('3 answers in channels would be outdated. The bot can edit 2 of them.');
  expect(said).toContain('The packs hold no mistakes.');
  expect(claims.current).toBe(before);
  await says('reload');
  expect(claims.current).not.toBe(before);
  expect(await says('reload dry-run')).toContain('No answer in a channel would be outdated.');
});

test('a dry run counts answers about claims that would be gone', async () => {
  const { says, told, fileOf } = await operator();
  await told(library);
  await rm(fileOf(library));
  expect(await says('reload dry-run')).toContain('1 answer in a channel would be outdated.');
});

test('a dry run names the mistakes that a reload would fail with', async () => {
  const { says, fileOf } = await operator();
  await edit(fileOf(ferry), 'kind: fact', 'kind: rumour');
  const said = await says('reload dry-run');
  expect(said).toMatch(/^A reload would fail\. Nothing has been changed/);
  expect(said).toContain('"rumour" is not a kind');
});

test('a dry run without the store says that nobody can count', async () => {
  const { says, state, fileOf } = await operator();
  await edit(fileOf(ferry), 'only during the regatta week', 'only during two weeks in May');
  await state.close();
  const said = await says('reload dry-run');
  expect(said).toContain('~ ferry-every-ten-minutes');
  expect(said).toContain('nobody can tell how many answers');
});

test('rollback lists the sets, goes to one by its number, and says where there is none', async () => {
  const { says, fileOf } = await operator();
  await rm(fileOf(library));
  await says('reload');
  expect(await says('rollback')).toMatch(
    /- 0: 11 claims, loaded \S+ by discord:7\n\s*in use\n- 1: 12 claims, loaded \S+ by start\n/,
  );
  expect(await says('rollback 1')).toContain('+ library-open-all-night');
  expect(await says('status')).toContain('Somebody went back to an earlier set');
  expect(await says('rollback 4')).toContain('There is no set 4');
  expect(await says('rollback x')).toContain('x');
});
