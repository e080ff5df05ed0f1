/**
 * Skills of ESCO whose labels say something else in most adverts: data run through pipelines, systems are migrated, and soiled
 * linen is no soil. They are proposed only where the sentence shows that the taxonomy's meaning is meant. The table to
 * extend when a skill of another trade comes out; descriptions of ESCO tell what it means.
 */
const ESCO = 'http://data.europa.eu/esco/';

/** Labels, and what a sentence about the real thing holds. */
const MEANT_WHERE: readonly { labels: RegExp; evidence: RegExp }[] = [
  {
    labels: /\bpipelines?\b/iu,
    evidence:
      /\b(?:oil|gas|petroleum|crude|water|sewage|sewers?|hydraulic|pipes|pipework|pipefit\w*|pipeline (?:integrity|transport))\b/iu,
  },
  { labels: /^migration$/iu, evidence: /\b(?:immigra\w+|migrants?|refugees?|asylum|human migration)\b/iu },
  {
    labels: /^process applications$/iu,
    evidence: /\b(?:passports?|visas?|licen[cs]es?|permits?|benefits?|grants?|loans?|admissions?|applicants?)\b/iu,
  },
  { labels: /^move soil$/iu, evidence: /\b(?:soil|earth(?:works?|moving)?|dig|excavat\w+)\b/iu },
  { labels: /\binvestment portfolio\b/iu, evidence: /\b(?:invest\w*|assets?|funds?|securities|wealth|shares)\b/iu },
  { labels: /^customise drafts$/iu, evidence: /\b(?:drawings?|cad|schematics?|blueprints?|technical)\b/iu },
  { labels: /^publishing strategy$/iu, evidence: /\b(?:publish(?:er|ing)|editorial|books?|magazines?|media)\b/iu },
  { labels: /^software metrics$/iu, evidence: /\b(?:software|code)\b/iu },
  { labels: /^Rapid application development$/u, evidence: /\b(?:rapid|RAD)\b/u },
  { labels: /^orchestrate music$/iu, evidence: /\b(?:music\w*|orchestras?|orchestral|compos(?:er|ers|ition))\b/iu },
  { labels: /^mentor individuals$/iu, evidence: /\b(?:mentor|coach|tutor|precept)\w*/iu },
  // "Work closely with the management team" is no managing, "working as a staff nurse" no working with nurses.
  {
    labels: /^manage a team$/iu,
    evidence:
      /\b(?:manag(?:e|es|ed|ing)|lead(?:s|ing)?|led|supervis\w+|oversee\w*)\b[^.;]{0,40}\bteams?\b|\bteam[\s-](?:manage|lead|supervis)\w*|\bline[\s-]manage\w*/iu,
  },
  {
    labels: /^work with nursing staff$/iu,
    evidence:
      /\b(?:with|alongside|support\w*|advice|liais\w+|collaborat\w+|joint)\b[^.;]{0,60}\bnurs(?:es\b|ing (?:staff|teams?|colleagues)\b)/iu,
  },
  // A patient is ventilated, legislation is applied, and who works without supervision supervises nobody.
  {
    labels: /^ventilation systems$/iu,
    evidence: /\b(?:buildings?|hvac|air[\s-]condition\w*|heating|ducts?|fans?|estates|plumbing|mines?)\b/iu,
  },
  {
    labels: /^legislation procedure$/iu,
    evidence: /\b(?:parliament\w*|legislative|congress\w*|bills?|lawmak\w*|draft\w* (?:of )?(?:laws?|legislation))\b/iu,
  },
  {
    labels: /^supervise work$/iu,
    evidence:
      /\b(?:supervis(?:e|es|ed|ing|or|ors|ory)\b|supervision of\b|oversee\w*|oversight|direct(?:s|ing)? the work)/iu,
  },
  // Who builds tools to automate works builds no house, and "you will be responsible for" opens any list of tasks.
  {
    labels: /^building automation$/iu,
    evidence:
      /\b(?:buildings|building (?:automation|management|services)|hvac|bms|heating|lighting|estates|smart homes?)\b/iu,
  },
  {
    labels: /^assume responsibility$/iu,
    evidence:
      /\b(?:tak|assum|accept)\w*\b[^.;]{0,30}\b(?:responsib|accountab|ownership)|\b(?:sense of|personal|act\w* (?:in an? )?)\s*(?:responsib|accountab)/iu,
  },
  {
    labels: /^support nurses$/iu,
    evidence: /\b(?:support|assist|help)\w*\b[^.;]{0,40}\bnurs(?:es?\b|ing (?:staff|teams?|colleagues)\b)/iu,
  },
  {
    labels: /^liaise with managers$/iu,
    evidence:
      /\b(?:liais\w+|work\w*|communicat\w+|collaborat\w+|interact\w*)\b[^.;]{0,60}\b(?:manage(?:rs?|ment)|staff at all levels)\b/iu,
  },
  // Quality by design is no design, nor is a "brief period" a brief.
  {
    labels: /^design principles$/iu,
    evidence:
      /\b(?:graphic\w*|visual\w*|layouts?|typograph\w*|interiors?|interfaces?|ux|ui|web|aesthetic\w*|artistic)\b/iu,
  },
  {
    labels: /^follow a brief$/iu,
    evidence: /\bbriefs?\b(?! (?:periods?|time|training|introductions?|stays?)\b)/iu,
  },
  // A data product is no product data, software for the industry none of it, and a programme none of the radio.
  {
    labels: /^product data management$/iu,
    evidence:
      /\bproduct (?:data|information|catalog(?:ue)?s?)\b(?! (?:scien|analy|engineer))|\b(?:pdm|plm|pim|mdm|skus?)\b/iu,
  },
  {
    labels: /^industrial software$/iu,
    evidence:
      /\b(?:industrial (?:\w+ )?(?:software|automation|control)|scada|plcs?|mes|manufacturing (?:software|execution))\b/iu,
  },
  { labels: /^monitor programming$/iu, evidence: /\b(?:radio|television|tv|broadcast\w*|channels?|episodes?)\b/iu },
  {
    labels: /^think innovately$/iu,
    evidence: /\b(?:innovat\w*|inventive\w*|creativ\w*|(?:new|original|fresh) ideas)\b/iu,
  },
  // A lead role, a lead nurse and the team lead are names of jobs; "management and staff" are people.
  {
    labels: /^lead others$/iu,
    evidence:
      /\b(?:leads(?! other\b)|leading|led|leadership|guid\w+|inspir\w+|motivat\w+|supervis\w+|direct(?:s|ing)? the work)\b|(?:\b(?:to|will|and|or|can|also|who)|,) lead\b|\blead (?:an?|the|others|by|teams?|people|groups?|staff|colleagues|multi\w*|cross\w*|small|our|your|junior|and (?:manage|motivate|inspire|develop|support|direct|supervise|mentor|coach)\w*)\b/iu,
  },
  {
    labels: /^manage staff$/iu,
    evidence:
      /\b(?:manag(?:e|es|ed|ing)|supervis\w+|lead(?:s|ing)?|led|overs(?:ee|aw|een)\w*|direct(?:s|ing)?|assign\w*|retain\w*|recruit\w*)\b[^.;]{0,50}\b(?:staff\w*|employees|personnel|workers|subordinates?|teams?|people|others|talent|assistants?|resources)\b|\b(?:staff|people|line|personnel|human resources?|team)[\s-](?:manage|leader|supervis)\w*|\bsubordinate|\bwork assignments/iu,
  },
  {
    labels: /^document your own practice$/iu,
    evidence: /\b(?:document|record|portfolio|reflect|log|diar)\w*/iu,
  },
];

/** What a sentence has to hold for the skill to be meant there; undefined for nearly all skills. */
export function evidenceNeeded({ id, preferredLabel }: { id: string; preferredLabel: string }): RegExp | undefined {
  return id.startsWith(ESCO) ? MEANT_WHERE.find(({ labels }) => labels.test(preferredLabel))?.evidence : undefined;
}
