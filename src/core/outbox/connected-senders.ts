import type { Platform } from '../keys.ts';
import type { Sender, Senders } from '../ports/sender.ts';

export interface ConnectedSenders extends Senders {
  /** The chat is there; the function that comes back says that it no longer is. */
  connect(platform: Platform, sender: Sender): () => void;
}

export function createConnectedSenders(): ConnectedSenders {
  const connected = new Map<string, Sender>();
  return {
    of: (platform) => connected.get(platform),
    connect(platform, sender) {
      connected.set(platform, sender);
      return () => {
        // An adapter that was made anew may be there already.
        if (connected.get(platform) === sender) connected.delete(platform);
      };
    },
  };
}
