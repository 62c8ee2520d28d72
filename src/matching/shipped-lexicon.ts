import lexiconFile from './index/lexicon.json' with { type: 'json' };
import { createLexicon } from './index/lexicon.ts';

/** The words that are shipped. */
export const shippedLexicon = createLexicon(lexiconFile);
