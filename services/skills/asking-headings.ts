/**
 * Headings under which an advert asks for something: the table to extend when requirements or duties are not found.
 *
 * `lines` are regular expressions a heading must match as a whole, lower case, without its closing colon; they are also
 * looked for inside running text, so keep them free of `.*`. `wide` are tried on whole lines only. `leadIns` are looked
 * for anywhere in a clause that ends with a colon ("In return we can offer you the following:").
 */
import type { HeadingRow } from './heading-row.ts';

const ASKED =
  '(?:qualifications?|skills?|skill ?sets?|experiences?|criteria|education(?:al)?|competenc(?:y|ies)|knowledge|abilities|attributes|background|expertise|credentials|requirements?|certifications?|licen[sc](?:es?|ure)|training)';
const ASKED_LIST = `${ASKED}(?:(?:,? and |,? & | ?/ ?|, |,? or |,? and/or )${ASKED}){0,4}`;
const FOR_THE_ROLE = '(?: (?:for|of|in) (?:the|this|your) (?:role|position|job|post))?';
const TASKS = '(?:responsibilit(?:y|ies)|duties|tasks|accountabilities|functions|activities|deliverables)';

/** Wished for, needed, asked for: the first row that fits decides. */
export const REQUIREMENT_HEADINGS: readonly HeadingRow[] = [
  {
    kind: 'nice-to-have',
    necessity: 'nice',
    lines: [
      `(?:additional |other |highly )?(?:preferred|desired|desirable|nice[- ]to[- ]have|optional|beneficial|bonus|advantageous)(?: (?:additional|technical|job|but not required)){0,4}(?: ${ASKED_LIST})?`,
      `${ASKED_LIST} (?:preferred|desired)`,
      'preferred but not required|the following is (?:desired|preferred)',
      "nice[- ]to[- ]haves?(?: \\(but not required\\))?|bonus points?(?: (?:if|for)(?: you have)?)?|pluses|even better(?: if)?|good to have|extra credit|it'?s a (?:plus|bonus) if|(?:a )?big plus(?:es)?|what will make you stand out|stand[- ]?out skills",
      'les (?:petits )?plus(?: pour le poste| appréciés)?|(?:vos )?atouts(?: supplémentaires)?|compétences (?:souhaitées|appréciées|souhaitables)|(?:serait|ce serait|sera) un plus|appréciés?|souhaités?',
      'von vorteil|wünschenswert|pluspunkte|idealerweise|nice to have',
      'mile widziane|wymagania (?:pożądane|dodatkowe|mile widziane)|dodatkowe atuty|dodatkow(?:ym|e) (?:atutem|atuty|plusem)(?: (?:będzie|będą|jest))?|atutem będ(?:zie|ą)|(?:dodatkowo )?zapunktujesz za|dodatkowo mile widziane|wymagania pożądane|nice to have',
    ],
    leadIns: [
      'would be (?:a plus|an advantage|nice|beneficial|desirable)',
      'bonus points',
      'nice to have',
      'preferred (?:skills|qualifications|experience)',
      'un plus',
      'serai(?:t|ent) appréci',
      'von vorteil',
      'mile widzian',
      'atutem',
    ],
  },
  {
    kind: 'requirements',
    necessity: 'must',
    lines: [
      `(?:(?:job|position|minimum|basic|key|core|main|essential|mandatory|required|technical|general|applicant|candidate|person|role|specific|entry|additional|other|grade(?: level)?) ){0,4}requirements?(?: (?:and|&) ${ASKED_LIST})?${FOR_THE_ROLE}`,
      `(?:(?:minimum|basic|required|essential|mandatory|must[- ]have|key) )+(?:(?:technical|job|position|professional|core) ){0,4}${ASKED_LIST}${FOR_THE_ROLE}`,
      `${ASKED_LIST} (?:required|needed|requirements?)${FOR_THE_ROLE}`,
      '(?:the )?(?:required|following is required|essentials?|minimum|mandatory|must|must[- ]haves?|you must have|what you must have|what is required|what you need(?: for this position)?)',
      "what you(?:'ll| will|ll) need(?: to (?:have|succeed|be successful))?|you(?:'ll| will) need(?: to have)?|(?:demonstrated )?knowledge,? skills,? (?:and|&) abilities|ksas?",
      '(?:compétences )?(?:techniques )?(?:requises|exigées|obligatoires|nécessaires|indispensables)|compétences (?:techniques )?(?:requises|exigées|obligatoires|nécessaires|attendues|indispensables)(?: pour le poste)?|pr[ée]-?requis|critères (?:obligatoires|attendus)|principaux critères attendus|exigences',
      'anforderungen(?: an (?:sie|dich))?|(?:das )?anforderungsprofil|(?:ihre |deine )?voraussetzungen|muss-kriterien',
      '(?:nasze |twoje )?wymagania(?: (?:konieczne|niezbędne|obowiązkowe|formalne|podstawowe|stawiane pracownikowi|stawiane kandydatom|pracodawcy|inne|ogólne|względem kandydata|wobec kandydata|na stanowisku|do pracy))?|(?:inne|pozostałe|dodatkowe|główne|wymagane) wymagania|wymagamy|wymagane(?: (?:umiejętności|kwalifikacje|doświadczenie|uprawnienia))?|niezbędne(?: wymagania)?|umiejętności i uprawnienia',
    ],
    wide: [
      'what .{0,40} will you need to apply',
      'applicants? (?:should|must) meet the following criteria',
      'what .{2,30} requires?',
    ],
    leadIns: [
      'must (?:have|be|possess|demonstrate|meet|include)',
      "you(?:'ll| will)? need\\b",
      'requirements? ',
      'required (?:skills|qualifications|experience)',
      'applicants? should meet',
      'essential criteria',
      'compétences .{0,20}(?:requises|nécessaires|obligatoires)',
      'indispensable',
      'wymagan',
      'niezbędn',
      'zwingend',
    ],
  },
  {
    kind: 'requirements',
    lines: [
      `(?:(?:your|job|technical|professional|other|additional|relevant|personal|soft|hard|specialized|specialised|leadership|behaviou?ral|work|prior|core|key|our ideal|ideal|candidate) ){0,4}${ASKED_LIST}`,
      "about you|who you are|who are you|you(?: are| have| bring)?|you're|your profile|profile|(?:the )?(?:ideal|successful|right|perfect) (?:candidate|applicant|person)(?: (?:will|should|will have|should be/have|should have|must|profile))?|(?:person specification|candidate (?:profile|specification))",
      "(?:what|who) (?:we(?:'re| are|re)?|were) (?:looking|searching) for|what we look for|what a great candidate looks like|we get excited about candidates who have|our (?:technical |tech )?stack|who we(?:'re| are) seeking|what you(?:'ll|ll| will)? (?:bring|have)(?: with you| to the (?:role|team|table))?|what you should have|what it takes|what skills you possess|you(?: will|'ll|ll)(?: likely)? have|tech(?:nical|nology)? stack|technologies|tools|technical chops|technical environment|we(?:'re| are) looking for(?: people who have| someone (?:who|with))?|we(?:'re| are) excited about you because|languages",
      "(?:votre |ton |le )?profil(?: recherché| idéal| attendu| du candidat)?|description du profil|qui (?:êtes|etes)[- ]vous|vous êtes|vos compétences(?: techniques)?|compétences(?: (?:techniques|fonctionnelles|métiers?|clés|méthodologiques|comportementales))?|savoir[- ](?:faire|être)|soft skills|hard skills|(?:vos )?(?:principales )?qualités|(?:notre |la |leur |votre )?stack(?: (?:technique|techno))?|environnements? techniques?|technos utilisées|formation|expériences?|langues|ce que nous recherchons|ce qu'on recherche",
      '(?:ihr|dein) profil|(?:das )?profil|ihre qualifikation(?:en)?|deine skills|(?:das|was) (?:bringst du|bringen sie)(?: mit)?|das bringst du mit|was (?:du|sie) mitbring(?:st|en)|was wir (?:uns wünschen|erwarten)|wir (?:erwarten|suchen)|qualifikationen|fähigkeiten|kenntnisse',
      '(?:twój )?profil(?: kandydata)?|oczekiwany profil kandydata|(?:nasze )?oczekiwania(?: (?:wobec kandydata|względem kandydata|pracodawcy))?|oczekujemy|(?:od )?(?:kandydat(?:a|ów|ek|ki)|ciebie|osoby) oczekujemy|od (?:kandydatów|kandydata) oczekujemy|czego oczekujemy(?: od ciebie)?|kwalifikacje|kompetencje|umiejętności|doświadczenie(?: zawodowe)?|wykształcenie|uprawnienia|języki|staż pracy|posiadasz|jeśli posiadasz|technologie|stack technologiczny|kogo (?:szukamy|poszukujemy)|czekamy na ciebie,? jeśli|aplikuj,? jeśli|idealny kandydat|tech stack',
    ],
    wide: ['pourquoi (?:êtes-vous|es-tu|vous|toi).{0,40}', 'vous aimerez ce (?:job|poste) si'],
    leadIns: [
      '(?:you|candidate|applicant|person)s? (?:should|will|would|may|can) (?:also |ideally )?(?:have|be(?! (?:expected|responsible|required|working|involved|based))|possess|demonstrate|bring)',
      'looking for',
      'seeking ',
      '(?:skills|experience|expertise|proficiency|knowledge|competenc)',
      'you (?:have|are|bring)\\b',
      'profil ',
      'vous (?:avez|êtes|maîtrisez|disposez|justifiez)',
      'tu (?:as|es|maîtrises)',
      'compétences',
      'sie (?:bringen|verfügen|haben)',
      'oczekujemy',
      'posiada',
      'znajomość',
      'umiejętnoś',
      'doświadczeni',
      'jeśli',
      'apply if you|if you (?:are|have)$',
      'aimer(?:ez|as) ce|est (?:fait )?pour (?:toi|vous)',
    ],
  },
];

export const DUTY_HEADINGS: readonly HeadingRow[] = [
  {
    kind: 'duties',
    lines: [
      `(?:(?:your|the|key|main|primary|principal|essential|major|core|daily|general|specific|job|role|position|additional|other|typical|overall|day-to-day|immediate) ){0,4}${TASKS}(?:(?:,? and |,? & |/|, )(?:${TASKS}|qualifications|requirements|accountability)){0,4}(?: (?:include|will include|of the (?:job|role|post|position)|of this (?:job|role|post|position)|within the role|as needed|as assigned)){0,4}`,
      "what you(?:'ll|ll| will| will be|'ll be|ll be)? (?:do|doing|be doing|work on|be responsible for)|what you(?:'re| are) (?:going to do|responsible for)|what (?:will|you'll) you (?:do|be doing|be responsible for)|your day[- ]to[- ]day|day[- ]to[- ]day|a day in the life|your (?:role|mission|impact|work|job)(?: responsibilities)?|in this role,? you(?:'ll| will)?|as an? .{3,40} you will|you(?:'ll| will)(?: be)?|(?:about )?the (?:role|position|job|opportunity|post)|about this (?:role|position|job)|role(?: (?:summary|overview|description|purpose))?|main duties(?: of the job)?|job (?:summary|role|purpose|function)|position (?:summary|overview|description|objectives|purpose)|(?:main )?purpose(?: of (?:the )?(?:job|role|post))?|scope(?: of (?:work|position|role))?|objectives(?: of this role)?|what to expect|you're excited about this (?:opportunity|role) because you will|what is the overall purpose of the job|sample activities include|the mission",
      '(?:(?:vos|tes|les|votre|ta|la|ses|sa|nos) )?(?:futures? |principales? ){0,4}(?:missions?|responsabilités|activités|tâches)(?: (?:principales|et responsabilités|et activités principales|au quotidien))?(?: (?:sont|seront|sont les suivantes|seront les suivantes|consistent à|consiste à|seront de))?|(?:le |votre |ton )?(?:poste|rôle)(?: (?:et (?:vos |tes )?missions))?|votre rôle (?:sera|consiste à)|descriptif (?:de la mission|des missions)|(?:détails?|description) (?:de la mission|des missions)|voici vos missions|vous serez en charge de|vous serez responsable de|ce que (?:vous ferez|tu feras)|rôles? et responsabilités|objectifs?|livrables(?: attendus)?|la mission|missions? :',
      '(?:ihre|deine) (?:aufgaben|tätigkeiten|rolle|mission|hauptaufgaben)|aufgaben(?:gebiet|bereich|beschreibung)?|das (?:erwartet dich|erwartet sie|sind deine aufgaben)|was (?:dich|sie) erwartet|stellenbeschreibung|tätigkeiten|verantwortlichkeiten',
      '(?:twój |główny )?zakres (?:obowiązków|zadań|odpowiedzialności|czynności)|(?:twoje |główne |podstawowe |przyszłe |realizowane |nasze ){0,4}(?:zadania|obowiązki)|twoje przyszłe zadania|opis stanowiska(?: (?:pracy|podany przez pracodawcę))?|opis (?:oferty(?: pracy)?|pracy)|czym będziesz się (?:zajmować|zajmował)|co będziesz robić|będziesz odpowiedzialn(?:y|a|y/a)(?: za)?|twoja rola|osoba zatrudniona na tym stanowisku będzie odpowiedzialna za|zadania (?:na stanowisku|do wykonania)',
    ],
    wide: [
      'what does being an? .{3,50} involve',
      'what are the key responsibilities.*',
      'duties (?:of|within|include|for) .{0,40}',
      'responsibilities (?:of|include|for|as) .{0,40}',
      'the .{3,40} role',
      'within the role.*',
    ],
    leadIns: [
      'responsib',
      'duties',
      'tasks',
      "you(?:'ll| will)\\b",
      'role (?:will|includes|involves)',
      'expected to',
      'post ?holder will|work (?:will )?includ|projects (?:may )?includ',
      'involv',
      'working on',
      '\\b(?:vos|tes|les|pour|votre|ta|la) (?:\\p{L}+ )?missions?\\b|missions? (?:sont|seront|consist)',
      'vous (?:serez|aurez|allez|devrez|participerez|interviendrez)',
      'tu (?:seras|auras|vas|participeras)',
      'consist',
      'aufgaben',
      'obowiązk',
      'zada(?:ń|nia)',
      'odpowiedzialn',
      'należ',
      'będziesz',
    ],
  },
];
