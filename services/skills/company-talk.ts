/**
 * Sentences in which an employer speaks about itself: the skills named there belong to the business, not to the job.
 *
 * Looked for only outside lists of duties and requirements, and never believed when the sentence turns to the applicant.
 */
const SELF =
  /^(?:we(?: are|'re|'ve| have| believe| work| build| help| provide| offer| serve| operate| employ| pride| value| understand| know| support| strive| care| deliver| create| focus| power| make| put| solve| love| like| apply| combine| treat| encourage| commit| accomplish| achieve| maintain| aim| never| don't| do this| plan to| want to (?!see|hear|meet|hire|add|find)\w+)\b|our (?:mission|vision|company|values?|clients?|customers?|culture|story|science|products?|platform|services?|hospitals?|purpose|goal|success|people|technology|latest|offices?|team|colleagues|staff|residents|patients|employees|solutions?|aims?|philosophy|ethos|focus|approach|work|core work|therapies|materials|research|teams)\b|our (?:[\w'&-]+ ){1,3}(?:teams?|department|group|practice|platform|efforts|service line|services|solutions) (?:is|are|has|have|builds?|works?|uses?|helps?|develops?|delivers?|provides?|creates?|owns?|enables?|empowers?|spans?|focus(?:es)?)\b|founded\b|established in|headquartered|with (?:over|more than|approximately|nearly|around) [\d£$€]|since (?:its |our )?(?:\d{4}|founding|inception)|as (?:one of|a) (?:the )?(?:world|leading|largest|fast|uk)|for (?:over|more than|nearly) \d+ years|jesteśmy|(?:nasz |cały )?zespół (?:[\p{L}-]+ )?(?:składa|liczy|tworz)|skład zespołu|by (?:leveraging|combining|using|applying) our|nasza firma|nasz klient|dla (?:naszego|jednego z) klient|firma .{2,60} (?:jest|zajmuje|działa|powstała|istnieje)|od (?:ponad )?\d+ lat|działamy|zatrudniamy|specjalizujemy|nous sommes|notre (?:groupe|entreprise|mission|société|client|équipe|ambition|objectif|culture|plateforme|solution)|créée? en|fondée? en|depuis (?:plus de |sa |\d)|avec plus de \d|présente? dans|filiale|leader|acteur|wir sind|unser unternehmen|unsere (?:kunden|mission|produkte)|seit \d|mit (?:über|mehr als|rund) \d)/u;
const DESCRIPTION =
  /\b(?:is|are|was|has been) (?:now |currently |proud to be |recogni[sz]ed as |one of )?(?:an?|one of|the|part of|home to|committed to|dedicated to|passionate about)\b[^.]{0,70}\b(?:leading|leader|largest|provider|fastest[- ]growing|global|world(?:'s|wide)?|start-?up|company|firm|organi[sz]ation|trust|hospitals?|charity|subsidiary|member of|platform|brand|award|bank|agency|consultancy|service for|unit|ward)\b|\b(?:jest|są) (?:jedn|lider|wiodąc|największ|częśc|firm|producent|dynamicz)|\best (?:un|une|le|la|l'un|l'une)\b[^.]{0,70}\b(?:leader|acteur|entreprise|groupe|société|cabinet|start-?up|scale-?up|esn|éditeur|filiale|référence|pionnier|spécialiste|plateforme)|\bist (?:ein|eine|einer der)\b[^.]{0,70}(?:führend|unternehmen|anbieter)|\b(?:employs?|employing|serves?|serving|operates?) (?:over|more than|approximately|around|a population|across|\d)|rated ['‘"“]?(?:good|outstanding)|\bcqc\b|award[- ]winning|collaborateurs (?:dans|répartis)|\bchiffre d'affaires|\bzatrudnia (?:ponad|około|blisko)|offices in|million (?:people|users|customers|members)|\bseries [a-e]\b|backed by|funding from|\bnasdaq|\bnyse|fortune \d+|national network of/;
/** A unit or a team told of in the third person: what it does is not yet what is asked of who joins it. */
const UNIT =
  /^(?:(?:here )?(?:at|within|on|in) (?:the )?[^,]{2,50}, )?(?:the|this|its) (?:[\w'\/&(),.-]+ ){0,9}?(?:services?|units?|teams?|departments?|hospitals?|wards?|trust|directorates?|divisions?|practices?|centres?|centers?|clinics?|caseload|programmes?|organi[sz]ations?|company|firm|groups?|labs?|laborator(?:y|ies)|surger(?:y|ies)|homes?|pathways?|network|pharmacy|mission|philosophy|aims?|vision|ethos|culture),? (?:\(\w+\) )?(?:(?:which|that) )?(?:is|are|was|were|has|have|offers?|provides?|delivers?|comprises?|consists?|includes?|serves?|aims?|supports?|partners?|uses?|operates?|covers?|treats?|sees|cares?|helps?|builds?|develops?|guides?|manages?|runs?|works?|receives?|accepts?|speciali[sz]es?|focus(?:es)?|conducts?|creates?|combines?|brings?|enables?|plays?|drives?|looks? after|leads?|strives?|also|currently|now|contains?|hosts?|benefits?|achieves?|employs?|empowers?|will (?:provide|offer|deliver|support|see|help|include))\b/;
/** Somebody is asked for after all. */
const ASKED_OF_SOMEBODY =
  /\b(?:he|she|they)\b|requir|\bneeds?\b|\bmust\b|\bjoin|knowledge|ability|expected|successful|qualif|degree|individual\b|\bperson\b|would|\brole\b|\bpost\b/;
const APPLICANT =
  /\byou(?:'ll|'re|'ve|r)?\b(?! can be| are in safe)|candidate|applicant|experience (?:in|with|of)|looking (?:for|to)|seeking|recruit|skills|(?<!^we are )responsib|post ?holder|this (?:role|position|post)|(?:role|job|position) (?:is|will|involves|requires)|\b(?:vous|votre|vos|tu|ton|ta|tes)\b|\b(?:sie|du|dein|ihre?)\b|\b(?:twoj|będziesz|kandydat|osob[ęyau]|umiejętn|znajomo|doświadczeni[ae] w)/;

/** Somebody is looked for. */
export const RECRUITING =
  /\bif you (?:are|have|enjoy|love|want)\b|seeking|looking|recruit|hiring|\broles?\b|\bposts?\b|\bposition|candidate|applicant|\bneeds?\b|recherch|recrut|\bcherch|besoin|poszukuj|szuka(?:my)?\b|potrzeb|\bdeveloper\b|programist[aę]/;

/** The advert turns to the job itself, whatever heading it forgot to write: prose under "About us" often does. */
export const ROLE_TALK =
  /\b(?:(?:successful|ideal|right) (?:candidate|applicant|person)|post ?holder|you(?:'ll| will) (?:be|have|work|need|support|lead|provide|help|manage|develop|build|play|join|also|report)\b|you (?:should|must)\b|(?:looking|aiming) (?:for|to (?:recruit|appoint|hire))|(?:is|are|'re) (?:currently )?(?:seeking|searching for)|(?:this|the) (?:role|position|post|job) (?:is|will|involves|requires|includes|would suit|of the)|purpose of (?:this|the) (?:post|role)|responsible for)|^you (?:are|have|love|enjoy|know|can|take)\b|\bvous (?:serez|aurez|êtes|avez|maîtrisez|participerez|travaillerez)|\btu (?:seras|auras)\b|nous recherchons|\b(?:du|sie) (?:bringst|bringen|wirst|werden)\b|będziesz|osob[aęy] zatrudnion/;

/** The shortest name that is looked for in a text. */
const SHORTEST_NAME = 3;

/**
 * Prose in which the employer's own name stands and nobody is asked for anything: "Dataiku's platform connects ..." tells
 * what the business does. The name must be written as a name, so that an employer called Target is not met in "a sales target".
 * @param sentence as it was written
 * @param lower the same in lower case, straight apostrophes
 * @param employer its name without the legal form, lower case
 */
export function namesItsEmployer(sentence: string, lower: string, employer: string): boolean {
  return (
    employer.length >= SHORTEST_NAME &&
    hasName(sentence, lower, employer) &&
    ![APPLICANT, ASKED_OF_SOMEBODY, RECRUITING, ROLE_TALK].some((words) => words.test(lower))
  );
}

function hasName(sentence: string, lower: string, name: string): boolean {
  for (let at = lower.indexOf(name); at !== -1; at = lower.indexOf(name, at + 1)) {
    const isWhole = !/[\p{L}\p{N}]/u.test((lower[at - 1] ?? '') + (lower[at + name.length] ?? ''));
    if (isWhole && !/^\p{Ll}/u.test(sentence.slice(at))) return true;
  }
  return false;
}

/**
 * @param sentence lower case, straight apostrophes
 * @param isInList among duties or requirements, where only an employer that says "we" or "our" is believed to mean itself
 */
export function isCompanyTalk(sentence: string, isInList: boolean): boolean {
  const isAboutUnit = !isInList && UNIT.test(sentence) && !ASKED_OF_SOMEBODY.test(sentence);
  const isAboutItself = SELF.test(sentence) || isAboutUnit || (!isInList && DESCRIPTION.test(sentence));
  return isAboutItself && !APPLICANT.test(sentence);
}
