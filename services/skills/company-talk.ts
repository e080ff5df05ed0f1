/**
 * Sentences in which an employer speaks about itself: the skills named there belong to the business, not to the job.
 *
 * Looked for only outside lists of duties and requirements, and never believed when the sentence turns to the applicant.
 */
const SELF =
  /^(?:we(?: are|'re|'ve| have| believe| work| build| help| provide| offer| serve| operate| employ| pride| value| understand| know| support| strive| care| deliver| create| focus| power| make| put)\b|our (?:mission|vision|company|values?|clients?|customers?|culture|story|science|products?|platform|services?|hospitals?|purpose|goal|success|people|technology|latest|offices?|team|colleagues|staff|residents|patients|employees|solutions?)\b|founded\b|established in|headquartered|with (?:over|more than|approximately|nearly|around) [\d£$€]|since (?:its |our )?(?:\d{4}|founding|inception)|as (?:one of|a) (?:the )?(?:world|leading|largest|fast|uk)|for (?:over|more than|nearly) \d+ years|jesteśmy|nasza firma|nasz klient|dla (?:naszego|jednego z) klient|firma .{2,60} (?:jest|zajmuje|działa|powstała|istnieje)|od (?:ponad )?\d+ lat|działamy|zatrudniamy|specjalizujemy|nous sommes|notre (?:groupe|entreprise|mission|société|client|équipe|ambition|objectif|culture|plateforme|solution)|créée? en|fondée? en|depuis (?:plus de |sa |\d)|avec plus de \d|présente? dans|filiale|leader|acteur|wir sind|unser unternehmen|unsere (?:kunden|mission|produkte)|seit \d|mit (?:über|mehr als|rund) \d)/;
const DESCRIPTION =
  /\b(?:is|are|was|has been) (?:now |currently |proud to be |recogni[sz]ed as |one of )?(?:an?|one of|the|part of|home to|committed to|dedicated to|passionate about)\b[^.]{0,70}\b(?:leading|leader|largest|provider|fastest[- ]growing|global|world(?:'s|wide)?|start-?up|company|firm|organi[sz]ation|trust|hospitals?|charity|subsidiary|member of|platform|brand|award|bank|agency|consultancy|service for|unit|ward)\b|\b(?:jest|są) (?:jedn|lider|wiodąc|największ|częśc|firm|producent|dynamicz)|\best (?:un|une|le|la|l'un|l'une)\b[^.]{0,70}\b(?:leader|acteur|entreprise|groupe|société|cabinet|start-?up|scale-?up|esn|éditeur|filiale|référence|pionnier|spécialiste|plateforme)|\bist (?:ein|eine|einer der)\b[^.]{0,70}(?:führend|unternehmen|anbieter)|\b(?:employs?|employing|serves?|serving|operates?) (?:over|more than|approximately|around|a population|across|\d)|rated ['‘"“]?(?:good|outstanding)|\bcqc\b|award[- ]winning|collaborateurs (?:dans|répartis)|\bchiffre d'affaires|\bzatrudnia (?:ponad|około|blisko)|offices in|million (?:people|users|customers|members)|\bseries [a-e]\b|backed by|funding from|\bnasdaq|\bnyse|fortune \d+|national network of/;
const APPLICANT =
  /\byou(?:'ll|'re|'ve|r)?\b(?! can be| are in safe)|candidate|applicant|experience (?:in|with|of)|looking (?:for|to)|seeking|recruit|skills|responsib|post ?holder|this (?:role|position|post)|(?:role|job|position) (?:is|will|involves|requires)|\b(?:vous|votre|vos|tu|ton|ta|tes)\b|\b(?:sie|du|dein|ihre?)\b|\b(?:twoj|będziesz|kandydat|osob[ęyau]|umiejętn|znajomo|doświadczeni[ae] w)/;

/** The advert turns to the job itself, whatever heading it forgot to write: prose under "About us" often does. */
export const ROLE_TALK =
  /\b(?:(?:successful|ideal|right) (?:candidate|applicant|person)|post ?holder|you(?:'ll| will) (?:be|have|work|need|support|lead|provide|help|manage|develop|build|play|join|also|report)\b|you (?:should|must)\b|(?:looking|aiming) (?:for|to (?:recruit|appoint|hire))|(?:is|are|'re) (?:currently )?(?:seeking|searching for)|(?:this|the) (?:role|position|post|job) (?:is|will|involves|requires|includes|would suit|of the)|purpose of (?:this|the) (?:post|role)|responsible for)|^you (?:are|have|love|enjoy|know|can|take)\b|\bvous (?:serez|aurez|êtes|avez|maîtrisez|participerez|travaillerez)|\btu (?:seras|auras)\b|nous recherchons|\b(?:du|sie) (?:bringst|bringen|wirst|werden)\b|będziesz|osob[aęy] zatrudnion/;

/**
 * @param sentence lower case, straight apostrophes
 * @param isInList among duties or requirements, where only an employer that says "we" or "our" is believed to mean itself
 */
export function isCompanyTalk(sentence: string, isInList: boolean): boolean {
  return (SELF.test(sentence) || (!isInList && DESCRIPTION.test(sentence))) && !APPLICANT.test(sentence);
}
