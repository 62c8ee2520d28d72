import MiniSearch from 'minisearch';
import type { Statement } from '../matching/matcher.ts';
import { stopWords } from '../matching/stop-words.ts';

export interface PeerResult {
  readonly id: string;
  readonly score: number;
}

export interface Peer {
  search(text: string): readonly PeerResult[];
}

/** MiniSearch as its users tune it: stop words out, titles boosted, long words as prefixes at a discount. */
export function createMiniSearchPeer(statements: readonly Statement[]): Peer {
  const engine = new MiniSearch<Record<string, string>>({
    fields: ['text', 'title', 'subtitle', 'wordings'],
    processTerm: (term) => {
      const folded = term.toLowerCase();
      return stopWords.has(folded) ? null : folded;
    },
    searchOptions: {
      boost: { title: 1.5, subtitle: 0.6 },
      prefix: (term) => term.length > 4,
      weights: { prefix: 0.3, fuzzy: 0.3 },
    },
  });
  engine.addAll(
    statements.map(({ id, text, title = '', subtitle = '', wordings = [] }) => ({
      id,
      text,
      title,
      subtitle,
      wordings: wordings.join('. '),
    })),
  );
  return {
    search: (text) => engine.search(text).map(({ id, score }) => ({ id: String(id), score })),
  };
}
