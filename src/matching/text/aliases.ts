/**
 * Short forms that no stemmer or spelling repair can undo, folded, listed after the word they stand for: months, number
 * words, chat-speak and common abbreviations.
 */
const formsByWord = `
  january jan; february feb; april apr; june jun; july jul; august aug; september sep sept; october oct; november nov;
  december dec; percent percentage pct;
  you u ya yall; your ur; are r; why y; today 2day; tonight 2nite tonite; before b4; great gr8; later l8r; people ppl peeps;
  want wanna; going gonna goin; got gotta; because cuz coz bcoz bcuz cos bc; though tho; through thru; thanks thx;
  please pls plz plese; now rn; really rly; something smth sth sumthin; about bout; what wat wut wht whts wats; that dat tht; this dis;
  them dem; with wit wiv; and n nd an; have hv hav; dont dnt; doesnt dsnt; didnt didn ddnt; down dwn; next nxt; never nvr nevr; over ovr; every evry evri; world wrld; black blk; country cntry cuntry; county cnty;
  against agnst aginst; account acct; yesterday ystrday yday yest; tomorrow tmrw tmr 2moro; weekend wkend wknd; between btwn; almost almst; remember rmbr rmber;
  friend frnd; friends frnds; definitely def; probably prob; economy econ; different diff diffs; campaign cmpgn; look lookie; family fam; hate h8; wait w8; late l8; mate m8;
  says sez sayz; still stil; these ths thse; it itz iz; cant cnt; wont wnt; shouldnt shldnt shudnt shdnt; wouldnt wldnt wudnt; couldnt cldnt cudnt; isnt isnt aint; wasnt wsnt wznt;
  better betta; after aftr; another anotha anothr; thought thot; true tru; good gud; like lyk lik; back bak bk bck; money monies; power pwr; work wrk; working wrkng; worked wrkd wrked;
  words wrds; word wrd; meeting mtg mtng; including incl; especially esp; each ea; very vry v; little lil; real rl; hundred hunnid; about abt; some sum; just jus jst; know kno; were wer; was wuz woz; could cud cld;
  should shud shld; would wud wld; will wil; said sed; for fer; not nt; from frm; they dey thay; the da teh tha de; there dere;
  picture pic pics pix; photo foto; video vid vids; facebook fb; instagram ig insta; youtube yt; media msm;
  government gov govt gvt goverment; president pres prez potus; republican gop repub repubs; democrat dem dems;
  senator sen; representative reps; department dept; university univ; hospital hosp; company co corp; international intl;
  national natl; administration admin; vaccine vax vaxx jab jabs; vaccinated vaxxed; covid covid19 coronavirus rona corona;
  children kids; child kid; million mil mill; billion bil bill.; trillion tril; year yr; years yrs; week wk; weeks wks;
  month mth; months mths; hours hrs; minutes mins; attorney atty; attorneys attys; philadelphia philly filadelphia phila; america usa;
  american us-american; britain uk british; police cop cops; doctor dr; doctors docs; message msg; messages msgs; text txt;
  business biz; businesses bizs biznesses; group grp; christmas xmas; birthday bday; television tv;
  hydroxychloroquine hydroxy hcq; man mn; woman wmn; women wimmin; money muney; life lyfe; love luv; never neva neber;
  other otha; over ova; after afta; mother mutha; brother brotha; school skool; right rite; night nite; enough enuf;
  until til; out outta outa; get gt; but bt; can cn; been bn; them em thm; than thn; there thr; where whr; when whn wen; which wich wch;
  much mch; many mny; has haz; was ws wz; with wth; ever evr; know knw dunno; let lemme letz; kind kinda; no no1 nah nope; yes yep yeah yea yup;
  anyone any1 ne1; someone some1 sum1 sumone; everyone every1 evry1; nothing nuthin nthn nthin; anything anythin nething;
  brother bro; sister sis; camera cam; cameras cams; veterans vets; liberals libs; texas tx; california cali calif; school sch; points pts;
  dead ded; hour hr; medical med; tuesday tues; thursday thurs; executive exec; cigarette cig; cigarettes cigs; british brits;
  attack atk; governors govs; already alrdy; record rec; package pkg; packages pkgs; damage dmg; report rpt; double dbl; jacket jkt;
  favorite fave; former fmr; extra xtra; congratulations congrats; dinosaur dino; dinosaurs dinos; level lvl; system sys;
  conference conf; conferences confs; criminal crim; families fams; computer comp; candidates cands;
  certificate cert; certificates certs; environment enviro; court crt; found fnd; image img imgs; paid pd;
  seriously srsly; obviously obvs; totally totes; last lst; give gve giv; good gd; problems probs; probably prolly; mexico mex; russia rusha; office ofc`;

export const aliases: ReadonlyMap<string, string> = new Map(
  formsByWord.split(';').flatMap((group) => {
    const [word = '', ...forms] = group.trim().split(/\s+/);
    return forms.map((form) => [form, word] as const);
  }),
);
