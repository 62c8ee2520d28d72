import MiniSearch from 'minisearch';
import type { Statement } from '../matching/matcher.ts';
import { stopWords } from '../matching/text/stop-words.ts';

export interface PeerResult {
  readonly id: string;
  readonly score: number;
}

export interface Peer {
  search(text: string): readonly PeerResult[];
}

/** Edits that a long word may be away, as a share of its letters, as MiniSearch's own examples have it. */
const tolerance = 0.2;
const isLong = (term: string): boolean => term.length > 4;

/**
 * MiniSearch as its users tune it: stop words out, titles boosted, long words as prefixes at a discount, and, where
 * misspelt texts are to be found as well, as we find them, long words with an edit or two.
 */
export function createMiniSearchPeer(statements: readonly Statement[], isFuzzy: boolean): Peer {
  const engine = new MiniSearch<Record<string, string>>({
    fields: ['text', 'title', 'subtitle', 'wordings'],
    processTerm: (term) => {
      const folded = term.toLowerCase();
      return stopWords.has(folded) ? null : folded;
    },
    searchOptions: {
      boost: { title: 1.5, subtitle: 0.6 },
      prefix: isLong,
      fuzzy: (term) => (isFuzzy && isLong(term) ? tolerance : 0),
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
