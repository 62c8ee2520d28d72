import { Keyv, type KeyvOptions } from 'keyv';

/** A value that was damaged reads as undefined under its key, rather than being the end of whoever reads all. */
export function createKeyv<Value>(options: KeyvOptions): Keyv<Value> {
  const keyv = new Keyv<Value>({ ...options, throwOnErrors: true });
  const { deserialize } = keyv;
  keyv.deserialize = async <T>(text: string): Promise<{ value?: T }> => {
    try {
      return (await deserialize?.<T>(text)) ?? {};
    } catch (error) {
      if (error instanceof SyntaxError) return {};
      throw error;
    }
  };
  return keyv;
}
