import { foreignSmallTalk, unspacedSmallTalk } from './foreign-small-talk.ts';
import { foldWord } from './text.ts';

/**
 * Words of greetings, thanks, laughter and small talk. A message of nothing else claims nothing.
 */
const smallTalk = new Set(
  `hi hello hey hiya yo sup howdy greetings good morning afternoon evening night day gm gn welcome bye goodbye cya later
  thanks thank thx ty cheers please sorry ok okay k yes yep yeah yup no nope nah maybe sure fine cool nice great awesome
  wow oh ah um hmm lol lmao lmfao rofl haha hahaha hehe hihi xd omg wtf idk brb ping test testing 1 2 3 you u to all
  everyone everybody there team bot factbot fact man dude bro mate friend friends guys so very much a lot for the help
  how are r is it going what's whats up i am im well happy birthday congrats congratulations alright yea
  huh eh meh mm uh ugh ouch yikes exactly indeed absolutely agreed of course right no problem np done`
    .replaceAll("'", '')
    .split(/\s+/),
);

/** Requests that no record could answer, and questions about whom one is talking to. */
const requests: readonly RegExp[] = [
  /^(?:please |can you |could you |would you )?(?:tell|give|write|sing|make)(?: me| us)? (?:a|an|another|some|your best) (?:\w+ ){0,2}(?:joke|poem|song|story|riddle|haiku|pun|recipe|compliment)s?\b/i,
  /\b(?:order|deliver|bring|get|want|like|have|need)\b.{0,30}\b(?:pizza|burgers?|coffee|beers?|sandwich|fries|tacos?|sushi|kebab|noodles|salad|drinks?)\b.{0,40}$/i,
  /^(?:so |hey |hi )?(?:who|what|how old|where) (?:are|r|is) (?:you|u|this bot|factbot|your (?:name|favou?rite \w+))\b/i,
  /^(?:so |hey |hi )?are (?:you|u) (?:a |an )?(?:bot|robot|human|real|person|alive|ai|there|ok|okay|sentient|stupid|smart)\b/i,
  /^(?:how|what) (?:do|does|can|did) (?:you|u|this bot|factbot)(?: even| actually| really)? (?:do|work|know|make|help|think|feel)\b/i,
  /^(?:who|what) (?:made|built|created|wrote|trained|runs|owns|pays) (?:you|u|this bot|factbot)\b/i,
  /^(?:do|will|would|can) (?:you|u) (?:like|love|marry|hate|help|want|speak|sleep|dream)\b/i,
  /^(?:i|we) (?:love|like|hate|miss) (?:you|u|this bot|factbot)\b/i,
  /^(?:please )?(?:remind|call|text|email|play|translate|open|turn|set|show me)\b (?:me|us|my|the|a|an|some|this|that|on|off)\b/i,
  /^(?:what(?:'s| is) )?(?:the )?(?:weather|time|date)(?: is it| today| tomorrow| now| like| in \w+)*\W*$/i,
  /^what time is it\b/i,
];

/**
 * Openings that ask for a meaning, a thing or a service: whatever the rest shares with a claim, no verdict answers them.
 */
const errands: readonly RegExp[] = [
  /^what(?:'?s| is| are) (?:a|an|the meaning of) (?!.*\b(?:who|that|which|says?|said)\b)(?:[\p{L}'-]+\W*){1,4}$/iu,
  /^(?:what does .{1,40} mean|(?:please )?define )/i,
  /^how (?:do|can|would|should) (?:i|we|one|you) (?!know|tell|prove|verify|check)/i,
  /^how do(?:es)? (?:[\p{L}-]+ ){1,3}works?\b/iu,
  /^(?:so |hey |hi )?where (?:can|do|could|should) (?:i|we|one|u|you) (?:buy|get|find|go|order|watch|rent|eat|report|send)\b/i,
  /^(?:does |do |has )?(?:anybody|anyone|any1|somebody|someone)(?: here)? (?:got|have|has|know of|recommend|selling|want|wanna|looking)\b/i,
  /^(?:can|could|may|should) (?:i|we) (?:buy|get|bail|borrow|have|rent|hire|order|join|call|sell)\b/i,
  /^(?:i|we)(?:'?m| am|'?re| are)? (?:need|want|looking for|searching for) (?:a|an|some|to (?:buy|hire|find|rent))\b/i,
];

/** Text longer than a remark is taken for more than that. */
const longestRemark = 160;

/** Whether a text, read by `readMessage`, is nothing but small talk: not even words that happen to match count then. */
export function isSmallTalk(text: string): boolean {
  const words =
    text
      .toLowerCase()
      .replaceAll("'", '')
      .match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  return words.every((word) => smallTalk.has(word) || isLaughter(word) || isForeignSmallTalk(word));
}

function isForeignSmallTalk(word: string): boolean {
  const folded = foldWord(word);
  return foreignSmallTalk.has(folded) || unspacedSmallTalk.test(folded);
}

/** Whether a text asks for something that no record could answer. Said of texts for which no claim was found. */
export function isRequest(text: string): boolean {
  return isErrand(text) || isShortAnd(requests, text);
}

/** Whether a text asks for something else than a verdict, even if it has the words of a claim. */
function isErrand(text: string): boolean {
  return isShortAnd(errands, text);
}

function isShortAnd(patterns: readonly RegExp[], text: string): boolean {
  return text.length <= longestRemark && patterns.some((pattern) => pattern.test(text));
}

function isLaughter(word: string): boolean {
  return /^(?:(?:ha|he|hi|ja|lo|wk)+[hlw]?|k{2,}|w{2,}|(?:ха|ах)+а?|ه{2,}|(.)\1{2,}|l+o+l+|h+m+|a+h+|o+h+|y+a+y+)$/.test(
    word,
  );
}
