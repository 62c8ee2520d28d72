import { nearestWord } from './core/texts/nearest-word.ts';
import { environmentSchema, type WrittenEnvironment } from './environment.ts';

const names = Object.keys(environmentSchema.shape);

/**
 * A sentence for each key that is set and that nothing reads, though it looks as if it were ours: by resembling a key that is
 * not set, or by beginning with the name of a platform. Values are never told: they may be the secret.
 */
export function misspeltSettings(set: WrittenEnvironment): readonly string[] {
  const unset = names.filter((name) => !Object.hasOwn(set, name));
  return Object.keys(set)
    .filter((key) => !names.includes(key))
    .flatMap((key) => {
      const near = nearestWord(key, unset);
      if (near) return [`${key} is no setting: did you mean ${near}?`];
      return /^(?:DISCORD|SLACK)_/i.test(key)
        ? [`${key} is no setting, and nothing reads it: .env.example lists all.`]
        : [];
    });
}
