import { leadExampleNames } from './example-names.ts';

// Preloaded into programs that tests start, so that they ask no name server.
leadExampleNames();
