const grammar = `
a an the this that these those there here it its he him his she her hers they them their theirs we us our ours you your
yours i me my mine myself yourself himself herself itself themselves ourselves who whom whose which what when where why how
is are was were be been being am do does did done doing have has had having will would shall should can could may might
must ought to of in on at by for from with into onto upon about over under after before between during through against
among within without across behind beyond toward towards via per as than like and or but nor so yet if then else because
since while although though unless until whether not no never none n't very too also just only even still already again
ever more most much many less least few some any all each every both either neither other another such own same one ones
up down out off whatsoever nothing nobody anything
isnt arent wasnt werent dont doesnt didnt wont wouldnt cant couldnt shouldnt hasnt havent hadnt aint cannot
im youre hes shes theyre thats whats ive weve theyve id theyd gonna wanna let lets
`;

// How people ask rather than what they ask about.
const asking = `
true false real really fact check checked factcheck right correct correctly legit lol lmao omg wtf tbh imo please pls hey
hi hello yo so ok okay yes no yeah nope actually basically literally apparently allegedly supposedly reportedly
claim claims claimed rumor rumour rumors hoax fake heard hear hear read saw seen says post posts via rt retweet
breaking news video photo image viral anyone know wonder wondering guys guy man dude someone somebody thing things stuff
w bro fr ngl idk btw um uh er erm eh hmm ah oh cos coz cuz cus bc r u ur ya atm wat wut dat thx haha tho prob probs smth sth
`;

const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/));

/** Words that build a sentence and name nothing. */
export const functionWords = words(grammar);
/** Words of asking, sharing and chatting; they name nothing either. */
export const askingWords = words(asking);
