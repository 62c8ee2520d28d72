import type { InstallationStore } from '@slack/bolt';
import type { Installations } from '../../core/ports/installations.ts';
import {
  type InstallationKey,
  installationToKey,
  installationToRecord,
  type KeptInstallation,
  keptToInstallation,
  queryToKey,
  recordToInstallation,
} from './installation-record.ts';

/** Where the bot is installed, for us by key and for the SDK in its own form. */
export interface KeptInstallations {
  /** Undefined when there is none; rejects when the store is lost and it was not read before. */
  find(key: InstallationKey): Promise<KeptInstallation | undefined>;
  remove(key: InstallationKey): Promise<void>;
  /** The ids of organisations that installed it for their workspaces at once. Rejects when the store is lost. */
  organisations(): Promise<readonly string[]>;
  readonly forSdk: InstallationStore;
}

/**
 * What was read or written last goes on being used while the store is away. That matters most for a token that was
 * just exchanged: Slack takes a refresh token once, so the new one must not get lost with a failed write.
 */
export function createKeptInstallations(installations: Installations): KeptInstallations {
  const latest = new Map<InstallationKey, string>();
  const unsaved = new Set<InstallationKey>();

  async function save(key: InstallationKey, record: string): Promise<void> {
    latest.set(key, record);
    unsaved.add(key);
    await installations.save(key, record);
    if (latest.get(key) === record) unsaved.delete(key);
  }

  async function load(key: InstallationKey): Promise<string | undefined> {
    const known = latest.get(key);
    if (known !== undefined && unsaved.has(key)) {
      await save(key, known).catch(() => {});
      return known;
    }
    try {
      const record = await installations.load(key);
      if (record === undefined) latest.delete(key);
      else latest.set(key, record);
      return record;
    } catch (error) {
      if (known === undefined) throw error;
      return known;
    }
  }

  async function find(key: InstallationKey): Promise<KeptInstallation | undefined> {
    const record = await load(key);
    return record === undefined ? undefined : recordToInstallation(record);
  }

  async function remove(key: InstallationKey): Promise<void> {
    latest.delete(key);
    unsaved.delete(key);
    await installations.remove(key);
  }

  return {
    find,
    remove,
    async organisations() {
      const prefix = 'enterprise:';
      const keys = await installations.list();
      return keys.filter((key) => key.startsWith(prefix)).map((key) => key.slice(prefix.length));
    },
    forSdk: {
      storeInstallation: (installation) =>
        save(installationToKey(installation), installationToRecord(installation)),
      async fetchInstallation(query) {
        const key = queryToKey(query);
        const kept = await find(key);
        if (!kept) throw new Error(`The bot is not installed in ${key}.`);
        return keptToInstallation(kept);
      },
      deleteInstallation: (query) => remove(queryToKey(query)),
    },
  };
}
