/**
 * Headings under which an advert asks for nothing: the table to extend when benefits or contacts come out as skills.
 *
 * `lines` are regular expressions a heading must match as a whole, lower case, without its closing colon; they are also
 * looked for inside running text, so keep them free of `.*`. `wide` are tried on whole lines only. `leadIns` are looked
 * for anywhere in a clause that ends with a colon ("In return we can offer you the following:").
 */
import type { HeadingRow } from './heading-row.ts';

/** What is offered, on which terms, and how to get it. */
export const OFFER_HEADINGS: readonly HeadingRow[] = [
  {
    kind: 'benefits',
    lines: [
      '(?:(?:our|the|your|other|additional|key|employee|company|some of our|some of the|summary of) ){0,4}(?:benefits?|perks)(?: (?:and|&) (?:perks|benefits|compensation|rewards))?(?: (?:include|summary|package|offered|of working here|at a glance))?',
      "what we(?: can|'ll| will)? offer(?: you)?|what .{2,25} can offer you|what .{2,25} offers(?: you)?|we(?:'ll| will| also| can)? offer(?: you)?|our offer(?: to you)?|the offer|what(?:'s|s| is) in it for (?:you|me)|what(?:'s|s) on offer|in return,?(?: we(?:'ll| will| can| also){0,4}(?: offer(?: you)?)?)?|rewards?(?: (?:and|&) benefits)?|salary (?:and|&) benefits|compensation(?: (?:and|&|/) (?:benefits|targeted bonus|perks))?|why (?:work here|join us|us|work (?:with|for) us|you(?:'ll| will) love (?:it|working) here)|what you(?:'ll| will)? get(?: in return)?|top reasons to work with us|you will receive the following benefits|the package",
      "(?:nos|les|vos|tes|autres) (?:\\+ )?(?:avantages|bénéfices)(?: (?:à nous rejoindre|pour faire la différence|et conditions))?|avantages(?: (?:sociaux|et conditions|et rémunération))?|ce que (?:nous|l'on|on) (?:vous |te |t')?(?:offrons|proposons|offre|propose)|ce que nous t'offrons|ce qu'on (?:peut )?(?:vous|te|t') ?(?:propose|offre|apporter?)|pourquoi nous rejoindre|pourquoi rejoindre .{2,25}|nous (?:vous )?(?:offrons|proposons)|on (?:vous|t') ?offre|notre offre|les plus du (?:poste|stage)|conditions(?: (?:de travail|d'emploi))?|rejoindre .{2,20} c'est",
      'wir bieten(?: (?:ihnen|dir|euch))?|(?:unser|das|mein) angebot|das bieten wir(?: (?:ihnen|dir))?|was wir (?:ihnen |dir |euch )?bieten|(?:ihre|deine|unsere) (?:vorteile|benefits|leistungen)|darauf (?:kannst du dich|können sie sich) freuen|warum (?:wir|zu uns)',
      '(?:firma |pracodawca |nasz klient |klient |my )?oferuj(?:e|emy)(?: (?:ci|kandydatom|pracownikom|między innymi))?|co oferujemy|to oferujemy|w zamian oferujemy|(?:nasza )?oferta|zapewniamy|gwarantujemy|(?:nasze )?benefity(?: pozapłacowe)?|(?:pełny )?pakiet benefitów|korzyści|mamy (?:ci )?do zaoferowania|co mamy (?:ci )?do zaoferowania|co możemy ci zaoferować|pracując z nami otrzymasz|u nas (?:znajdziesz|zyskasz|możesz|dostaniesz)|od nas dostaniesz|proponujemy|co zyskujesz|twój rozwój|dlaczego (?:my|warto)|dlaczego warto (?:do nas dołączyć|z nami pracować)|wybranym kandydatom oferujemy|warunki(?: (?:pracy|zatrudnienia))?|praca u nas to|do wynagrodzenia dokładamy',
      'physical (?:demands|requirements)(?: (?:and|&) work environment)?|work(?:ing)? (?:environment|conditions)|(?:the|about the) (?:location|area)|living here|job demands',
    ],
    wide: [
      '(?:benefits|rewards|perks) (?:of|for|to) .*',
      '.{0,40} benefits (?:include|are highlighted here|of this role include)',
      "why .{2,30}\\? ?we(?:'ll| will) offer you.*",
      'package salarial.*|le package.*',
      'pourquoi (?!êtes|es-tu|vous|toi).{3,40}',
      'why .{2,45}',
      'what can .{2,30} offer you',
      'what you can expect once you join.*',
      "how you(?:'ll| will) (?:grow|thrive|benefit).*",
    ],
    leadIns: [
      'benefits?\\b',
      'perks',
      "we(?: can|'ll| will| also|,){0,4} offer",
      '(?:we|trust|company) (?:will )?provides? (?:you|our (?:staff|employees)|employees|staff|competitive|a (?:range|competitive))',
      'access to the following',
      'in return',
      "you(?:'ll| will) (?:receive|enjoy|benefit|get)",
      'rewards',
      "nous (?:vous |t')?(?:offrons|proposons)",
      'avantages',
      'bieten',
      'oferuj',
      'zapewniamy',
      'benefit',
      'otrzymasz',
      'zaoferowa',
      'zyskasz',
    ],
  },
  {
    kind: 'terms',
    isField: true,
    lines: [
      '(?:job |work |office |base )?locations?|salary(?: (?:range|scale|band))?|pay(?: (?:rate|range|type|scale|scales|band|grade))?|hours(?: (?:per week|of work))?|band|grade|(?:contract|job|position|employment|worker|time|worker sub-) ?types?|contract(?: length)?|duration|schedule|shift(?: length)?|work(?:ing)? (?:days|hours|pattern|remotely)|start date|closing date|(?:planned )?interview date|opening date|date posted|posted|(?:job|req|requisition|posting|reference|ref|vacancy|job reference) ?(?:id|number|code|no|title|segment|function|family|level)?|department(?: name)?|division|directorate|category|job category|business unit|industry|country|city|state|campus|reports to|reporting to|travel|clearance|visa|salary|status|fte|percentage|appointment type|patient age range|job title|title|req number|employee|number of (?:vacancies|positions)|agency|cost center|employer|functional area|company/legal entity|powered by|nearest (?:major|secondary) market',
      "localisation|localité|lieu(?: (?:de travail|du poste))?|type de contrat|contrat|durée(?: (?:du contrat|du stage|de la mission))?|date (?:de démarrage|de début|limite)|démarrage|salaire|rémunération|télétravail|niveau d'expérience|niveau d'études|secteur|intitulé du poste|rythme|tjm|présence sur site|référence|temps de travail|temp de travail|catégorie de l'offre d'emploi|domaine professionnel / métier|poste",
      'arbeitsort|standort|vergütung|gehalt|arbeitszeit|eintrittsdatum|vertragsart|referenznummer|beginn',
      'miejsce (?:pracy|wykonywania pracy)|lokalizacja|wynagrodzenie(?: brutto)?|system wynagr(?:adzania|odzenia)|opis wynagrodzenia|rodzaj (?:umowy|pracy|placówki)|typ(?: umowy)?|wymiar (?:etatu|zatrudnienia|czasu pracy)|zmianowość|godziny pracy|czas pracy|forma zatrudnienia|stawka|stanowisko|kto szuka|praca na stanowisku|nazwa firmy|firma|pracodawca|siedziba firmy|data (?:ważności(?: ogłoszenia)?|rozpoczęcia pracy|rozpoczęcia|dodania)|liczba (?:godzin w (?:tygodniu|miesiącu)|wolnych miejsc pracy|wakatów|miejsc pracy)|ilość wakatów|numer(?: (?:referencyjny|oferty|telefonu|certyfikatu))?|nr (?:ref|referencyjny|oferty|domu)|branża|zawody?|praca (?:tymczasowa|zdalna)|region|miejscowość|ulica|kod pocztowy|przedmiot|minimalne doświadczenie|poziom stanowiska|kategoria|język|nip|regon|krs|adres(?: www| e-mail)?|telefon|mail|e-mail|ogłoszenie na stanowisku|termin(?: składania dokumentów)?|kraz|obszar projektu|czas trwania projektu|metodologia|zadzwoń',
    ],
  },
  {
    kind: 'equal opportunity',
    lines: [
      '(?:equal (?:employment )?opportunit(?:y|ies)(?: (?:employer|statement))?|eeo(?: (?:statement|employer|& employment eligibility))?|diversity(?:,? (?:and|&|equity,? and) inclusion)?|our commitment to (?:diversity|equality|inclusion)|reasonable accommodations?|accommodations?|sunshine act|inclusion)',
      'égalité des chances|diversité(?: et inclusion)?|handicap|mesdames, autorisez-vous à candidater',
      'chancengleichheit|vielfalt|równe szanse|różnorodność',
    ],
    wide: [
      'disability confident.*',
      'equal .*',
      'committed to .*(?:equality|diversity|opportunity).*',
      '.*equal opportunit.*',
    ],
    leadIns: ['equal opportunit', 'diversity'],
  },
  {
    kind: 'application',
    lines: [
      "how to apply|apply(?: now| here| today)?|to apply|(?:the |your )?next steps?|what(?:'s)? next|what happens next|(?:the |our )?(?:application|recruitment|selection|hiring|interview) (?:process|procedure)|contact(?: (?:us|details|information))?|additional (?:contact )?information|enquiries|(?:still )?interested|location information|information specific to the post|safeguarding|disclaimer|(?:california )?privacy (?:notice|policy|statement)|more information|other information|supporting documents|required documents|terms (?:of use|(?:&|and) conditions)|some helpful tips|(?:resume|transcript|narrative|license) reminder|important(?: information| notice)?|job details|job facts|other details|additional details|tips for submitting an application|foia|policy|legal(?: notice)?|eligibility|employment eligibility",
      "(?:le |notre |votre )?(?:processus|process|déroulé|déroulement|étapes?) (?:de|du|des|d') ?(?:recrutement|entretiens?)|recruitment process|déroulement des entretiens|modalités|comment postuler|pour postuler|candidature|informations (?:pratiques|complémentaires|supplémentaires)|et après",
      '(?:ihre |deine )?bewerbung|kontakt|interesse(?: geweckt)?|ansprechpartner|so bewirbst du dich|weitere informationen',
      'kontakt(?: (?:do pracodawcy|telefoniczny))?|(?:sposób|forma|preferowane formy) (?:kontaktu|aplikowania|aplikacji)|dane (?:kontaktowe|adresowe)|wymagane dokumenty|(?:niezbędne )?dokumenty(?: (?:i oświadczenia (?:niezbędne|dodatkowe)|należy złożyć do))?|osoba do kontaktu|źródło oferty(?: pracy)?|miejsce składania dokumentów|podobne oferty|podstawa prawna(?: przetwarzania danych)?|okres przechowywania danych|cel przetwarzania danych|rodo|klauzula(?: (?:informacyjna|rodo))?|informacje o odbiorcach danych|zgłoszenia|jak aplikować|szczegóły dotyczące oferty|dodane przez|identyfikator oferty|inne informacje|dodatkowe informacje|informacje dodatkowe|pan/pani pod adresem|proces rekrutacji|etapy rekrutacji|poznaj naszych zawodników',
    ],
    wide: [
      'for (?:further|more|additional) (?:details|information).*',
      'for (?:details|an informal|any) .*',
      '(?:telephone|tel|email|e-mail|mobile|phone)(?: (?:address|number|no\\.?))?(?: ?[:<(+\\d].*)?',
      'closing date.*|interview date.*|previous applicants.*|no agenc.*|follow us.*',
      'flu vaccination.*',
      'ready to .*',
      'notre processus.*|a propos du processus.*',
      'to all recruit.*',
    ],
    leadIns: [
      '^(?:to|how to|please) apply',
      'apply (?:by|at|via|online)\\b',
      'your application\\b',
      '(?:send|submit|forward).{0,40}(?:cv|resume|application)',
      'resume (?:must|should|reminder)',
      'further (?:details|information)',
      'please contact|contact (?:us|me|the|details)',
      'postul|candidature',
      'bewerbung',
      'aplikuj|aplikacj\\w (?:prosim|powinn|należy)',
      'dokument.{0,20}(?:należy|składa)',
      'kontakt (?:z|do|pod)|skontakt|\\bcv\\b|klauzul|(?:administrator|inspektor)\\w* (?:ochrony )?danych',
    ],
  },
  {
    kind: 'application',
    isField: true,
    lines: [
      '(?:please )?notes?|nb|n\\.b|email(?: address)?|e-mail|telephone(?: number)?|tel(?: no)?|phone|mobile|uwaga|ps',
    ],
  },
];

/** Who offers it, and headings that say nothing about what follows. */
export const COMPANY_HEADINGS: readonly HeadingRow[] = [
  {
    kind: 'company',
    lines: [
      '(?:(?:more )?about|learn about) (?:us|(?:the|our) (?:company|organi[sz]ation|team|service|department|group|trust|client|hospital|business|practice))|who (?:are we|we are)|(?:company|organi[sz]ation|agency|team) (?:overview|description|profile|summary|information)|our (?:culture|values|mission|vision|story|science|company|team|impact|purpose|client|promise)|the (?:company|team|client|department|organi[sz]ation)|organi[sz]ation|what we do|our latest achievements include|join us|core values|values',
      "qui sommes[- ]nous|l'entreprise|notre (?:entreprise|mission|histoire|culture|équipe|groupe|société|vision|client)|nos valeurs|présentation(?: de l'entreprise| de la société)?|description (?:de l'entreprise|entreprise|de l'équipe)|descriptif de l'employeur|société|(?:à|a) propos(?: de (?:nous|l'entreprise|l'équipe))?|votre (?:futur environnement de travail|future équipe)|leur vision|l'équipe",
      'über uns|wer wir sind|(?:das |unser )?unternehmen|das sind wir|unser team',
      'o (?:nas|firmie|pracodawcy|projekcie)|kim jesteśmy|opis firmy|profil działalności pracodawcy|informacje o (?:firmie|pracodawcy)|nasz zespół|nasza firma|poznaj nas',
    ],
    wide: [
      'about (?!(?:you|the (?:role|job|position|post|opportunity)|this|your)\\b).{2,40}',
      "(?:à|a) propos d(?:e |u |es |')(?!poste|job|l'offre|processus|la mission|rôle|votre).{2,40}",
      'présentation .{2,30}|learn more.*',
      'our (?!ideal|perfect|successful|tech|stack|requirement|offer|benefit).{2,30}',
    ],
    leadIns: [
      'achievements',
      'our (?:values|mission|services|clients)',
      'we (?:are|have|believe)\\b',
      'nos valeurs',
      'jesteśmy|\\bo nas\\b',
    ],
  },
  {
    kind: 'unknown',
    lines: [
      "(?:job |full )?(?:descriptions?|overview|summary|posting)|general summary|introduction|background|contexte|le contexte|en quelques mots|en résumé|descriptif du poste|description (?:du poste|de l'offre(?: d'emploi)?)|à propos (?:du poste|de l'offre)|a propos du (?:poste|job)|voir (?:plus|moins)|informacje o projekcie|projekt|position|opportunity|stellenangebot",
    ],
  },
];
