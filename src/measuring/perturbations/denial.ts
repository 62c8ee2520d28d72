import { type Perturbation, pick } from './perturbation.ts';

const bases: Readonly<Record<string, string>> = {
  said: 'say',
  gave: 'give',
  put: 'put',
  set: 'set',
  won: 'win',
  made: 'make',
  took: 'take',
  told: 'tell',
  wrote: 'write',
  found: 'find',
  lost: 'lose',
  ran: 'run',
  went: 'go',
  got: 'get',
  began: 'begin',
  became: 'become',
  left: 'leave',
  paid: 'pay',
  spent: 'spend',
  sent: 'send',
  said_: 'say',
  held: 'hold',
  met: 'meet',
  shot: 'shoot',
  stole: 'steal',
  sold: 'sell',
  bought: 'buy',
  built: 'build',
  led: 'lead',
  broke: 'break',
  fell: 'fall',
  rose: 'rise',
  wore: 'wear',
  announced: 'announce',
  fired: 'fire',
  claimed: 'claim',
  called: 'call',
  voted: 'vote',
  signed: 'sign',
  died: 'die',
  donated: 'donate',
  killed: 'kill',
  banned: 'ban',
  released: 'release',
  removed: 'remove',
  supported: 'support',
  refused: 'refuse',
  used: 'use',
  received: 'receive',
  proposed: 'propose',
  asked: 'ask',
  created: 'create',
  caused: 'cause',
  recorded: 'record',
  instructed: 'instruct',
  campaigned: 'campaign',
  passed: 'pass',
  accused: 'accuse',
  shows: 'show',
  says: 'say',
  contains: 'contain',
  causes: 'cause',
  allows: 'allow',
  requires: 'require',
};
const finite = new RegExp(`^(\\S.*?\\s)(${Object.keys(bases).join('|')})(?=\\s)`);
const auxiliary =
  /^(\S.*?\s)(is|are|was|were|will|can|could|should|would|has|had)(?=\s(?!not\b|n't\b|no\b|never\b))/;

/** The denial: "fired" → "did not fire", "is" → "is not", "It is not true that …", "never". */
export const denial: Perturbation = {
  name: 'negation',
  kinds: ['negation'],
  apply(text, random) {
    const first = firstOf(text);
    const ways = [
      (): string =>
        `${pick(["It's false that", 'It is not true that', 'It is not the case that'], random)} ${text}`,
      first && ((): string => first(random() < 0.7 ? 'not' : 'never')),
      first && ((): string => first('not')),
    ].filter((way) => way !== undefined);
    return pick(ways, random)?.();
  },
};

function firstOf(text: string): ((word: 'not' | 'never') => string) | undefined {
  const verb = finite.exec(text);
  const helper = auxiliary.exec(text);
  if (helper && (!verb || helper[0].length < verb[0].length)) {
    return (word) => text.replace(auxiliary, `$1$2 ${word}`);
  }
  if (!verb) return undefined;
  const past = verb[2] ?? '';
  const base = bases[past] ?? past;
  const does = /s$/.test(past) ? 'does' : 'did';
  return (word) =>
    text.replace(finite, word === 'never' ? `$1never ${past}` : `$1${does} not ${base}`);
}
