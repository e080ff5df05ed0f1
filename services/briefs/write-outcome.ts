/**
 * A skill in, the learning outcome that a course teaching it would state out: a verb one can assess, then the skill.
 *
 * A label that is a deed already ("manage budgets") needs no verb; a body of knowledge and a technology do. The verb
 * rises with the EQF level, after the levels of Bloom's taxonomy (Anderson & Krathwohl 2001). We add no "know" and no
 * "understand": nobody can see whether somebody does.
 */
import type { Skill, SkillType } from '../domain/skill.ts';

type Band = 'basic' | 'middle' | 'high';

/** EQF 1-3, 4-5, 6-8; the middle where no level is known. */
function bandOf(eqfLevel: number | null): Band {
  if (eqfLevel === null) return 'middle';
  return eqfLevel <= 3 ? 'basic' : eqfLevel <= 5 ? 'middle' : 'high';
}

const VERBS: Record<SkillType, Record<Band, string>> = {
  knowledge: { basic: 'Describe the basics of', middle: 'Explain and apply', high: 'Analyse and evaluate' },
  technology: { basic: 'Use', middle: 'Use and adapt', high: 'Choose, set up and improve' },
  skill: { basic: 'Work under guidance with', middle: 'Work independently with', high: 'Solve new problems with' },
  ability: { basic: 'Show', middle: 'Show', high: 'Show' },
  unspecified: { basic: 'Apply', middle: 'Apply', high: 'Apply and improve' },
};

export function writeOutcome(
  { preferredLabel, skillType }: Pick<Skill, 'preferredLabel' | 'skillType'>,
  eqfLevel: number | null,
): string {
  const label = preferredLabel.trim();
  // "Interview techniques" is a body of knowledge, "interview people" is a deed: the type tells them apart.
  if (skillType !== 'knowledge' && skillType !== 'technology' && startsWithVerb(label))
    return `${label.charAt(0).toUpperCase()}${label.slice(1)}`;
  return `${VERBS[skillType][bandOf(eqfLevel)]} ${label}`;
}

/** "manage budgets", "think critically" and "pro-actively think" are deeds; "design thinking" is a name. */
export function startsWithVerb(label: string): boolean {
  const [first = '', second = ''] = label.toLowerCase().split(/[\s/,]+/u);
  if (first.endsWith('ly') && !DEEDS.has(first)) return DEEDS.has(second);
  return DEEDS.has(first) && second !== '' && !(AMBIGUOUS.has(first) && NOUN_AFTER.test(second));
}

/** Also nouns: what follows decides. */
const AMBIGUOUS = new Set(
  'audit care control design lead log map market network plan process program record report screen search stock store test'.split(
    ' ',
  ),
);

/** After one of those a name goes on: "design thinking", "log analysis", "network security". */
const NOUN_AFTER = /(?:ing|analysis|management|development|security|systems?|protection|architecture)$/u;

/** Verbs that occupational skills start with, from everyday English. */
const DEEDS = new Set(
  `accept access accompany achieve act adapt add address adhere adjust administer administrate adopt advertise advise
  advocate align allocate alter analyse analyze answer anticipate apply appoint appraise approach arrange ask assemble
  assess assign assist assume assure attach attend attract audit authorise balance bear bind book brief bring browse
  budget build buy calculate calibrate calm capture care carry categorise challenge change charge chart check choose clean
  clear climb close coach collaborate collect combine comfort comment communicate compare compile complete comply compose
  conceptualise conclude conduct configure confirm connect consider construct consult contact contribute control convert
  convey cook cooperate coordinate cope copy correct counsel count cover create cultivate cut deal debate
  debug decide decorate define delegate deliver demonstrate deploy describe design detect determine develop diagnose
  differentiate direct discharge discuss dismantle dispense display dispose distinguish distribute document draft draw
  drive edit educate elaborate elicit embrace empathise employ empower encourage enforce engage ensure enter escort
  establish estimate evaluate examine exchange execute exercise explain explore extract facilitate file fill filter find
  finish fit fix focus follow forecast formulate foster fulfil gather generate get give grade greet grow guarantee guide
  handle have help hire host identify illustrate imagine implement improve improvise increase influence inform initiate
  innovate insert inspect inspire install instruct integrate interact interpret interview introduce inventory investigate
  issue judge justify keep label launch lay lead learn liaise lift listen load locate log look maintain make manage
  manipulate market master match measure mediate meet memorise mentor migrate mix model moderate modify monitor motivate
  mount move multitask negotiate observe obtain offer operate optimise order organise oversee pack participate perform
  persuade pick place plan play position post practise prepare prescribe present preserve prevent prioritise process
  procure produce program promote protect prove provide publish purchase put raise read receive recognise recommend
  reconcile record recruit reduce refer reflect register rehearse relate remove repair replace report represent research
  resolve respect respond review revise schedule secure select sell send serve set sew share shape show solve sort speak
  specify stand start stay stimulate stock store strive structure study supervise supply support survey synthesise tailor
  take teach test think tolerate track train transfer transform translate transport treat troubleshoot type undergo
  accommodate acquire announce anchor approve archive avoid bake be bend blend breed brush cast catch classify coat
  commission compute conform conserve cool critique crush cure customise devise dig disassemble dispatch disseminate do
  dry enable enhance entertain evacuate exert expand fabricate fasten feed form grind groom hand hang harvest hear heat
  involve join manufacture map mark minimise mitigate mould network package paint park pass pilot plant plot polish pose
  pour practice press propose pump react reconstruct regulate reinforce rescue restore restrict rewrite rinse run
  safeguard sand satisfy screen seal search separate sketch slice smooth specialise split spot spray stack steer
  sterilise stir style suggest synchronise taste tend trace trade transcribe triage trim tune turn understand unload
  visit wear weld wire
  undertake update upgrade use utilise validate verify visualise wait wash watch weigh welcome win work write`.split(
    /\s+/u,
  ),
);
