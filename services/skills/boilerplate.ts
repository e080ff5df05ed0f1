/**
 * Sentences that ask for nothing, wherever they stand: the table to extend when one of them comes out as a skill.
 *
 * Patterns see the sentence in lower case with straight apostrophes. `unlessAsked` marks the ambiguous ones ("medical
 * insurance" is a benefit, "knowledge of medical insurance" is not): they give way to words of asking (ASKED below).
 * Keep quantifiers bounded: adverts are hostile input.
 */
export interface BoilerplateRow {
  reason: string;
  patterns: readonly string[];
  /** Gives way to words of asking anywhere in the sentence, or only to an opening that asks. */
  unlessAsked?: 'anywhere' | 'strongly';
}

/** Openings that ask, whatever section a misread heading put them in. */
export const STRONGLY_ASKED =
  /^(?:(?:strong|good|excellent|solid|proven|demonstrated|advanced|basic|working|in-depth|deep|sound|thorough|extensive|relevant|prior|previous|some) )*(?:knowledge (?:of|in)|ability to|skills? in|experience (?:in|with|of|using|working|as)|proficien\w+ (?:in|with)|familiarity with|understanding of|expertise in|(?:bachelor|master)'?s?\b|ph\.?d|degree in|minimum (?:of )?\d|\d\+? years|must (?:have|be able)|connaissances? (?:de|du|des|en|approfondie)|maîtrise (?:de|du|des|d')|expérience (?:en|de|dans|avec|avérée|significative|réussie)|capacité à|erfahrung (?:in|mit|als)|kenntnisse (?:in|der)|abgeschlossene|znajomość|umiejętność|doświadczenie (?:w|na|jako|z)|wykształcenie (?:wyższe|średnie|min|tech|zaw|kier)|minimum \d|prawo jazdy)/;

/** Words with which a sentence asks for something. */
export const ASKED =
  /experience|experienced|knowledge|skill|abilit(?:y|ies)|understanding|proficien|expertise|qualified|qualification|degree|certif|familiar|competen|responsib|you will be|you'll be|must have|candidate|looking for|compétence|connaissance|maîtrise|expérience|formation (?:en|de|d')|diplôm|erfahrung|kenntnisse|ausbildung|znajomoś|umiejętnoś|doświadczeni|wykształceni|uprawnie/;

export const BOILERPLATE_ROWS: readonly BoilerplateRow[] = [
  {
    reason: 'page furniture',
    patterns: [
      '^\\W*$|^duties \\(|^(?:demonstrated )?(?:knowledge, )?skills,? (?:and|&) abilities\\W*$|^roles? (?:and|&) responsibilit(?:y|ies)\\W*$|caring responsibilities|^#\\S+(?:\\s+#\\S+)*$|^voir (?:plus|moins)$|^show (?:more|less)$|^\\W*\\]\\]>|^powered by|^close$|^[\\w.-]+\\.(?:com|org|gov|co\\.uk)$|^<[a-z]+>$|^n/a$|^none$|^(?:and|or|and/or|et|ou|und|oder|lub)[,;.]?$|^plus many more$|^(?:i|o|w|na)$|^https?://\\S+$|^descriptif du poste$|^chcesz dostawać|^zobacz|^pokaż|^inne (?:propozycje|oferty)|^(?:related|similar|other) (?:jobs|vacancies|roles)\\b|^below you will find|\\((?:dolno|kujaw|lubel|lubus|łódz|małop|mazow|opols|podk|podl|pomor|śląs|święt|warm|wielk|zach)[a-ząęłńóśźż-]*\\)$',
    ],
  },
  {
    reason: 'contact',
    patterns: [
      'for (?:further|more|any|additional|an informal) (?:details|information|queries|enquir|discussion|chat)',
      'informal (?:visit|discussion|chat|enquir|conversation)|please (?:contact|call|email|e-mail|ring|telephone|phone|get in touch)',
      'contact (?:us|details|number|name|the (?:recruit|hr|ward|team|hiring))|<email>|<phone>|\\S@\\w[\\w-]*\\.\\w|(?:hesitate|free) to (?:call|contact|get in touch)',
      '^(?:name|job title|e-?mail address|telephone number|contact name)\\b.{0,40}$|^(?:e-?mail|telephone|mobile|phone|contact|tel)(?: (?:address|number|no\\.?))? ?[:<]|follow us|(?:visit|see|check out|view) (?:our|us|the|www|http).{0,60}(?:web ?site|page|www|http|career|\\.com)|(?:learn|find out|read) more (?:about (?:us|our)|at|on|by|here)|^(?:ref|ref no|reference)\\b.{0,25}$',
      'kontakt(?:ować|u) (?:się )?(?:z|pod|tel)|(?:numer|nr)(?:em)? tel|tel\\. ?:?<?|contactez|kontaktieren sie|ihr ansprechpartner',
    ],
  },
  {
    reason: 'dates',
    patterns: [
      'closing date|(?:advert|vacancy|posting|position) (?:will|may|can) (?:be )?clos|interviews? (?:date|will|are|is|to be|may be)|shortlist(?:ing)? (?:is|will|date|approach|for)|(?:deadline|last day) (?:for|to)|(?:posted|posting date|opening date) ?[:_]|start date|date limite|bewerbungsschluss|termin składania|data (?:ważności|dodania|publikacji)|ważn[ae] do',
      '(?:have|been|not) (?:been )?(?:shortlisted|short-listed)|within (?:\\d+|two|three|four) (?:days|weeks) (?:of|after) the closing',
    ],
  },
  {
    reason: 'pay',
    patterns: [
      '(?:£|€|\\$|zł|pln|chf) ?\\d[\\d.,k ]{0,10}.{0,60}(?:per|an?|/) ?(?:annum|year|hour|hr|day|month|week)|\\d ?(?:£|€|zł|pln|k€|euros?) .{0,30}(?:brut|netto|par an|mies|miesi|godz)|^(?:£|€|\\$) ?\\d|^\\d[\\d., ]+(?:zł|pln|€|eur)',
      '\\b(?:salary|base pay|pay range|compensation|hourly rate|ote|band \\d\\w?|bonus|wynagrodzeni\\w{0,3}|brutto|stawk\\w{1,2}|rémunération|salaire|gehalt|stundenlohn).{0,80}(?:£|€|\\$|zł|pln|\\d[\\d., ]{2,}|\\d+k)',
      '(?:competitive|attractive|excellent|generous|base) (?:\\w+ )?(?:salary|salaries|pay|compensation|hourly|rates?|remuneration)|salary (?:is |will be )?(?:commensurate|depend|range|negotiable|band|sacrifice|scale)|compensation (?:is|will be|package)|pro[ -]rata|per annum|high cost area|pay (?:scale|band|progression|supplement)s?|^(?:dep\\w+ on experience|doe)$|agenda for change|sign[- ]on bonus|welcome bonus|unsocial hours|enhanced (?:rates|pay)',
      '(?:atrakcyjne|konkurencyjne|stałe|godziwe|terminowe|motywacyjne|wysokie|dobre|stabilne|regularne) (?:i \\w+ )?(?:wynagrodzeni|zarobki|premi|wypłat)|wynagrodzeni\\w{1,2} (?:adekwat|zależ|uzależ|w wysok|podstaw|zasadnicz|od \\d|brutto|netto|stałe|motyw|na poziomie)|system (?:premi|wynagr)|premi(?:e|a|ę|i|owy)\\b|podstawa wynagrodzenia|(?:attraktive|faire|übertarifliche|leistungsgerechte) (?:vergütung|bezahlung)|rémunération (?:attractive|selon|fixe|compétitive|variable|motivante)|salaire (?:selon|fixe)|fixe \\+ variable|package salarial|selon (?:profil|expérience)',
    ],
  },
  {
    reason: 'benefit',
    unlessAsked: 'anywhere',
    patterns: [
      'pension (?:scheme|plan|contribution)|contributory pension|nhs pension|season ticket|cycle ?[- ]?(?:to|2)[- ]?work|annual leave|(?:paid|unlimited|generous|flexible) (?:time off|holidays?|leave|sick|vacations?|pto)|vacation (?:time|days|policy|and)|\\bpto\\b|401 ?\\(?k\\)?|(?:dental|vision|medical|life|health|disability|pet)(?:,| and| &)? (?:insurance|coverage|benefits|care coverage)\\b|(?:medical|dental|vision)(?:,|,? and| &) (?:dental|vision|medical)|life assurance|death in service|childcare (?:voucher|scheme)|free (?:on-?site )?(?:parking|meals|lunch|food|snacks|fruit|flu|eye|gym)|employee (?:assistance|discount|referral|stock|benefit|wellbeing|recognition)|staff (?:discount|restaurant|benefit|nursery|recognition)|subsidi[sz]ed',
      'tuition (?:assistance|reimbursement)|(?:parental|maternity|paternity|adoption|bereavement|sick|family|medical) (?:leave|pay|benefits?)|maternity(?:,| and) paternity|wellbeing (?:programme|program|opportunit|support|centre|service|initiative)|relocation (?:package|assistance|expense|allowance|support)|bank holidays|paid holidays|company (?:car|events|outings|holidays|paid|match|sick|pension)|gym (?:membership|discount|subsid)|stock (?:options?|purchase|plan)|(?:equity|options) (?:package|in|plan)|(?:generous|excellent|competitive|comprehensive|full|great|attractive|extensive|fantastic|wide range of) (?:\\w+ ){0,2}(?:benefits?|package|pension|holiday|perks|rewards)|benefits? (?:package|include|plan|program)|perks|discount (?:scheme|card|programme)|nhs discount|blue light|health service discount|recommend a friend|refer a friend|rcni|commuter benefit|happy hours|team (?:building|lunch|outings|events)|casual dress|catered|stocked kitchen|snacks|fitness reimburs|flexible spending|savings account|fsa\\b|hsa\\b|long[- ]service|free confidential|smart health|eye care|salary sacrifice|profit[- ]shar',
      '(?:in return|as an employee|we|trust) ?,? (?:we )?(?:will |can |also |are able to |do )*(?:offer|provide)(?: you| a| an| our| all| competitive| excellent| great| the opportunity| comprehensive| generous| flexible| staff| employees| extensive| up to| free)\\b|opportunit(?:y|ies) (?:for|of) (?:career |professional |personal |further )*(?:advancement|progression|promotion|growth|development)|career (?:progression|pathways?|opportunit|advancement)|^(?:ongoing|excellent|full|regular|great|structured|paid|funded|extensive) (?:support|training|induction|cpd|learning|coaching|preceptorship|supervision)(?: and| &|,|$)|(?:access to|range of|offer|excellent|great|wide).{0,40}(?:training|learning|development) opportunities|^(?:training|learning|development).{0,30}opportunit|^(?:individual )?personal development plan|flexible (?:working(?: hours| arrangements| options)?|shift|hours|schedule|work)|work[- ]life balance|commitment to flexible|\\b(?:we|will|to) (?:also )?(?:help|support) you (?:to )?(?:grow|develop|build|succeed|thrive|reach)\\b|professional development (?:opportunit|plan|fund|budget)|^(?:an? )?(?:very )?(?:friendly|supportive|great|fun|collaborative|welcoming|relaxed) (?:\\w+ ){0,2}(?:working environment|work environment|work atmosphere|team environment|place to work|culture|office)',
      "titres?[- ]restau|tickets?[- ]resto|tickets?[- ]restau|mutuelle|\\brtt\\b|jours? de télétravail|télétravail (?:jusqu|possible|fréquent|partiel|\\d)|accord de télétravail|intéressement|primes? (?:annuelle|vacances|de (?:coopt|vacances|partici|fin)|d'(?:intéress|objectif)|sur objectif)|\\bcse\\b|13 ?[eè]me? mois|treizième|carte swile|congés|transports? (?:en commun|remboursé|pris en charge)|pass navigo|after-?works?|team[- ]buildings?|soirées?|séminaires?|parcours de formation|plan de (?:carrière|formation)|évolution (?:de carrière|professionnelle|rapide)|remboursement (?:de|des|à) (?:transport|frais|titre|pass|\\d)|place en crèche|salle de sport|comité d'entreprise|bspce|actionnariat|prévoyance|locaux (?:modernes|au|situés|en)|babyfoot|bonne ambiance|ambiance (?:conviviale|de travail|décontractée)|cadre de travail|indemnité|forfait mobilité|cooptation",
      'urlaubstage|tage urlaub|\\d+ tage|altersvorsorge|weihnachtsgeld|urlaubsgeld|flexible arbeitszeit|home-?office|mobiles arbeiten|jobrad|jobticket|obstkorb|flache hierarchien|unbefristete[rsn]?|weiterbildungsmöglichkeit|betriebliche (?:alters|kranken|gesundheits)|vermögenswirksame|zuschuss|mitarbeiterrabatt|kostenlose (?:getränke|parkplätze)|sicherer arbeitsplatz',
      '(?:prywatn\\w|opiek\\w) (?:opiek\\w )?(?:medyczn|zdrowotn)|kart[aęyi] (?:multi|sport|benefit|przedpł|podarunk)|multi ?sport|ubezpieczeni\\w (?:na życie|grupowe|medyczne|zdrowotne)|grupowe ubezp|umow\\w{1,2} (?:o pracę|zleceni|na (?:czas|okres|zastęp|pełen)|o dzieło|b2b|agencyjn|cywilno|o współpr)|kontrakt b2b|(?:stabiln\\w|pewn\\w|legaln\\w|stał\\w) (?:\\w+ )?(?:zatrudnieni|prac\\w|współprac)|zatrudnienie (?:w|na|od|u)|prac[aęy] (?:w|przy|od|na) (?:stabiln|młod|dynamiczn|międzynar|renom|przyjazn|zgran|doświadcz|firmie o|miłej|nowocz|rozwijaj|pełn|miłym|ambitn|różnorodn)|(?:atrakcyjn|przyjazn|mił|dobr|świetn|rodzinn)\\w{1,2} (?:warunk|atmosfer|pakiet|środowisk|system|prac)|pakiet\\w{0,2} (?:medyczn|socjaln|benefit|sport|świadcz|szkole)|dofinansowani|dopłat[ay]|możliwość (?:szybkiego |dalszego |realnego |ciągłego )?(?:rozwoj|awans|podnosz|zdoby|pracy zdal|dodatk|zatrudn|realiz|stał|podniesi|współprac|przedłuż|kształt|uczest|wzięcia|korzyst|zamieszk)|(?:szkoleni|kursy)\\w{0,2} (?:wdroż|wewn|zewn|podnosz|rozwoj|produkt|z zakresu|finans)|(?:pełne|niezbędne|profesjonalne) (?:wdroż|szkole|przeszkol|wsparci|narzędz)|niezbędne narzędzia|telefon (?:służb|i|kom)|samoch\\w+ służb|^laptop|elastyczn\\w+ (?:czas|godzin|grafik|form|warunk)|ścieżk\\w (?:karier|rozwoj|awans)|owocow|bony|zakwaterowani|opiek\\w (?:koordynator|polsk)|(?:imprez|wyjazd|spotkani)\\w{1,2} integr|dodatk\\w (?:urlop|świąt|za |nocn|do)|zniżki|benefit|bogat\\w pakiet|fundusz (?:socj|świad)|wczasy pod|kawa,|darmow|bezpłatn|cotygodniow|dzień wolny|dni wolne|prac[aęy] zdaln|home ?office|stabilność zatrud',
    ],
  },
  {
    reason: 'equal opportunity',
    unlessAsked: 'strongly',
    patterns: [
      'equal (?:employment )?opportunit|\\beeo\\b|without regard to|regardless of (?:\\w+,? ){0,3}(?:race|age|gender|sex|background|religion|colou?r|disability|ethnic)|protected (?:veteran|class|characteristic|status)|(?:race|religion|national origin|marital status|colou?r|veteran|ethnic origin|age|disability|pregnancy)[^.]{0,140}(?:gender identity|sexual orientation|veteran|marital status|disability|religion|ancestry|gender reassignment)|reasonable (?:accommodation|adjustment)|disability confident|two ticks|(?:welcome|encourage|invite)s? (?:applications|applicants|candidates|all (?:applic|candid|qualified|interested|individuals|eligible|background))|under-?represented|committed to (?:\\w+ ){0,6}(?:diversity|equality|equal|inclusion|inclusive)|(?:value|celebrate|embrace)s? (?:the )?divers|diverse (?:and|&|,) inclusive|drug[- ]free|e-?verify|affirmative action|fair chance|(?:arrest|conviction) records?|diversity (?:and|&) inclusion|\\bbame\\b|lgbt|unlawful (?:discrimination|harassment)|discriminat(?:e|ion) (?:on|based|against)|everyone is welcome',
      'égalité (?:des chances|professionnelle)|situation de handicap|rqth|handi-?(?:accueil|engag|cap)|(?:sans|toute) (?:distinction|discrimination)|diversité et|mixité|tous nos postes sont ouverts|ouverts? (?:à tous|aux personnes)|chancengleichheit|unabhängig von|schwerbehinder|równ\\w+ szans|orzeczeni\\w+ o (?:stopniu )?niepełnosprawn|niezależnie od (?:płci|wieku|rasy)',
    ],
  },
  {
    reason: 'how to apply',
    unlessAsked: 'strongly',
    patterns: [
      "(?:to|please|candidates|should|must|not|also) apply(?:[.,;:!]|$| (?:for (?:this|the|a)|please|now|online|today|click|via|visit|send|before|if|by))|apply (?:now|today|online|here|via|directly|for (?:this|the) (?:role|position|post|job|vacancy|opportunit))|^apply(?:$| (?:now|today|here|online|via|directly|for|by|at|through|if|in confidence))|(?:click|press|hit) (?:the |here|apply|on|below)|(?:submit|send|upload|attach|provide|forward|email|include) (?:us |your |an? |me )+(?:\\w+ ){0,3}(?:cv|resume|résumé|application|cover letter|transcript|portfolio)|your (?:application|resume|cv|cover letter|supporting statement)|application (?:form|process|pack|will|is|should|closing)|all applications|applications? (?:from|received).{0,60}(?:candidat|consider|closing|date|individual|people|agenc)|applications will (?:only |not )?be (?:considered|reviewed|accepted|assessed)|cover(?:ing)? letter|look(?:ing)? forward to (?:hear|receiv|meet|your|welcom|you)|(?:'d|would|want to) (?:still |really )?(?:love|like|want)?(?: to)? ?(?:talk|hear|meet|speak)(?: to| from| with)? you",
      "recruitment agenc|(?:staffing|search|employment|recruiting) (?:agenc|firm)|no agenc|agencies please|unsolicited|successful (?:applicants?|candidates?) (?:will|must|may) (?:be (?:notified|contacted|required to (?:undergo|complete|apply|provide|pay|sign|become)|subject|asked)|receive|undergo)|reserve the right|if you (?:are|'re|feel|think|would like|want|have (?:any|a) q).{0,60}(?:interested|apply|this role|ready|to be part|join|questions|love to hear|what it takes|right)|^interested|interested in (?:this|joining|applying|finding)|^(?:so |come |why not )?(?:and )?join (?:us|our|the|an? (?:\\w+ ){0,2}team (?:of|that|where|who|with))\\b|^(?:come |and |to )?be (?:a )?part of (?:our|the|a|an|something)|^would you like|^ready|^(?:want|looking) to .{0,80}\\?$|previous applicants|early (?:application|closing)|other duties|job description (?:is|and person|attached|for)|(?:this|the above) (?:job description|is not intended|list|statement).{0,60}(?:exhaustive|all|intended|constru)|not (?:an|be) (?:exhaustive|all|inclusive)|ability to perform .{0,20}essential functions|the statements? (?:above|herein|contained)|duties (?:may|are) (?:change|subject)|person specification|supporting information|job pack|please (?:note|be advised|be aware|ensure|read|see|refer|review|find|reference|do not|include|indicate|quote)|job alert|talent (?:network|community)|our talent acquisition",
      "postule[rz]?\\b|candidature|envoye[rz](?:-| )(?:nous|votre|ton|vos|moi)|(?:votre|ton|vos|un) (?:cv|lettre)|rejoins|rejoignez|^(?:.{0,24}\\b)?rejoindre (?:le|la|l'|un|une|notre|nos|des)|nous rejoindre|l'opportunité de rejoindre|(?:processus|process|étapes) de recrut|entretiens? (?:rh|téléph|physique|visio|avec (?:le|la|notre|votre|un|l'))|à très (?:vite|bientôt)|n'hésitez|n'attend|contactez|on vous attend|bewirb|bewerbung|lebenslauf|anschreiben|wir freuen uns|lernen (?:sie|du|wir)",
      'aplikuj|aplikacj\\w (?:prosim|przez|za)|prosim\\w o|prosz\\w o (?:przes|wysł|dołącz|zawar)|przesłani\\w (?:cv|aplik|swoj|zgłosz)|wybranym\\w? (?:kandydat|osob)|zastrzegam|osob[yę] zainteresowan|zainteresowan\\w{1,4} (?:osob|kandyd|prosim|ofert)|(?:swoje|twoje|wysłać|wyślij|prześlij|przysłać|składa\\w|przesyła\\w) (?:swoje )?(?:cv|zgłosz|dokument|aplik)|\\bcv\\b|zgłoszenia|rekrutacj\\w (?:prowadz|onlin|odby|na)|procesu? rekrut|w procesie rekrut|dołącz (?:do|teraz|już)|^dołącz$|kliknij|skontaktujemy|oferta (?:ważna|dotyczy|jest|pracy)|agencj\\w (?:zatrud|pracy)|nr (?:certyf|ref|wpis|kraz)|certyfikat\\w nr|wymagane dokumenty|decyduje data|list motyw|kwestionariusz|(?<!d)oświadczeni|ogłoszeni|(?:firma|pracodawca|klient|kandydat\\w{0,2})\\W*$|brak danych|za pośrednictwem urzędu|bezpośrednio do pracodawcy|kontakt (?:osobist|telef|mail|przez)|powiatowy urząd|umówienie|odpowiemy|skontaktować',
    ],
  },
  {
    reason: 'checks',
    patterns: [
      '\\bdbs\\b|disclosure (?:and|&) barring|(?:disclosure|barring) service|criminal (?:record|conviction|background|history)|rehabilitation of offenders|background (?:check|screen|investigation)s?|pre-?employment|drug (?:test|screen)|police check|(?:subject to|satisfactory|two|suitable) (?:\\w+ ){0,3}(?:references|checks|vetting)|references (?:will|are|and)|probation(?:ary)? period|flu vaccin|vaccinat(?:ed|ion) (?:is|against|status|requirement|policy|programme)|(?:be|fully) vaccinated|casier judiciaire|führungszeugnis|niekaraln|occupational health (?:clear|screen|check)|committed to safeguarding|safeguarding and promoting the welfare|(?:due to|during|as a result of|current|because of|response to).{0,24}covid|covid-19 (?:pandemic|vaccin|restriction|guid|situation|conditions)|ppe\\b.{0,40}(?:provid|avail)|(?:secret|security|ts/sci|public trust|dod|level)\\W+clearance|clearance (?:level|required)|polygraph|sanepid|książeczk\\w (?:sanit|epid)|zakaz prow|pełnia praw|korzystani\\w z pełni|niekaran|direct deposit|selective service|trial period|job[- ]related test',
    ],
  },
  {
    reason: 'hours and contract',
    unlessAsked: 'anywhere',
    patterns: [
      'hours (?:per|a|each) (?:week|month)|\\d ?hpw|\\d ?(?:hours|hrs?) ?(?:per|/|a|pw|week|permanent|full|part|-|–|$)|^(?:full|part)[- ]time|(?:full|part)[- ]time (?:position|role|post|employee|job|opportunity|hours|\\(|or|,|/|$)|fixed[- ]term|contract type|(?:this|the) (?:post|position|role|job|vacancy|opportunity) (?:is|will be|may be) (?:an? |initially |primarily |open |for |being )*(?:permanent|full|part|fixed|temporary|bank|initial|based|located|available|6|12|18|24|3|contract|remote|offered|on a|for a)|(?:permanent|temporary|casual|bank) (?:post|position|contract|role|basis|full|vacanc)|monday (?:to|-|–|through|thru) (?:friday|sunday|saturday)|\\d\\d?(?::\\d\\d)? ?(?:am|pm)\\b|shift (?:pattern|work|length|basis)|(?:day|night|evening|weekend|late|early|long day)s? (?:shift|and (?:night|weekend))|(?:working|opening|core|office) (?:hours|pattern)|on[- ]call rota|\\d+ rota|annuali[sz]ed|job[- ]share|secondment|maternity cover|^(?:regular|permanent|temporary|seasonal|exempt|non-exempt|casual)(?:$|,|/| (?:position|full|part|post|contract|role|employee))|^contract(?:$|:| type| length| position| role|or\\b)|on-?call (?:rota|basis|commit)|secondary employment|zero hours|overtime|travel (?:required|requirement|up to|is|may|will|:)|\\d+ ?% travel|travel .{0,12}\\d+ ?%|(?:will|may) be (?:based|located) (?:in|at)|(?:is|are|ideally|conveniently|be|office|team) (?:located|based|situated|conveniently situated) (?:in|at|within|near|just|close)|easy access to|commut|train station',
      'godzin\\w* (?:tygodni|w tyg|miesięcz|dziennie|pracy)|pełny etat|pół etatu|część etatu|wymiar etatu|(?:jedno|dwu|trzy|cztero)zmian|system\\w* (?:zmian|jedno|dwu|trzy|cztero)|zmianow|na (?:2|3|ii|iii|dwie|trzy) zmian|od poniedział|pon(?:iedziałek)?\\W+piąt|pn\\W+pt|w godz|prac[aey] (?:w )?(?:weekend|nocn|dzienn|tymcz|stała|sezon|od zaraz|jedn|dwu)|^miejsce pracy|^lokalizacj|heures? (?:par|/) ?semaine|\\d+ ?h ?/ ?semaine|temps (?:plein|partiel|complet)|(?:poste|mission|stage|contrat) (?:est )?(?:basée?|situé|à pourvoir|localis|de \\d|en cdi|ouvert|pouvant)|^cdi\\b|^cdd\\b|\\bcdi\\b|dès que possible|déplacements?|durée (?:de|du|:)|stunden (?:pro|/) ?woche|wochenstunden|^vollzeit|^teilzeit|schichtdienst|wechselschicht',
    ],
  },
  {
    reason: 'physical and travel',
    patterns: [
      '\\bexpos(?:ure|ed) to (?:\\w+,? ){0,3}(?:blood|bodily|body fluids?|pathogens?|bloodborne|infect|communicable|contagious|hazard|toxic|noise|fumes|dust|chemicals|radiation|diseases?|allergens|extreme|inclement|temperatures|odou?rs)',
      '(?:ability|able|willing(?:ness)?) to (?:work )?(?:travel|relocate|commute|(?:\\w+ )?(?:shifts|weekends|overtime|nights|evenings))|remote(?:ly)? (?:work|position|role|job|ok)|\\blift(?:ing)? (?:up to |and carry )?\\d+|pounds|\\blbs\\b|\\bsit(?:ting)? (?:for|or|and|at)|\\bstand(?:ing)?(?:,| and| or) (?:walk|sit)|prolonged|repetitive (?:motion|hand|use)|visual acuity|hear(?:ing)? and|exposed to (?:dirt|dust|noise|smells?|fumes|heat|cold|weather)|climb|stoop|kneel|crouch',
    ],
  },
  {
    reason: 'right to work',
    patterns: [
      "visa (?:sponsor|status|support|is|will|not|require)|work visa|\\bvisas\\b|sponsorship (?:is|will|for|available|not|or)|(?:not|unable to|cannot|can't|without) (?:\\w+ ){0,3}sponsor|right to work|work permit|(?:authori[sz]ed|eligible|eligibility|permission|authori[sz]ation|legally|entitled) (?:to work|for employment)|work authori[sz]ation|certificate of sponsorship|tier 2|(?:u\\.?s\\.?|us|united states|british|uk|eu) citizens?(?:hip)?|citizenship|green card|h-?1b?\\b|permanent resident|english language proficiency|proficient in (?:both |basic )?(?:spoken|written) (?:and|&) (?:spoken|written) english|pozwoleni\\w na prac|arbeitserlaubnis|titre de séjour|nationalité",
    ],
  },
  {
    reason: 'privacy',
    patterns: [
      'privacy (?:notice|policy|statement|rights|act)|(?:candidate|applicant|application|recruit|your).{0,80}\\bgdpr|\\bgdpr.{0,80}(?:candidate|applicant|application|recruit|your)|personal (?:data|information) (?:will|is|are|that|provided|you|we|in)|your (?:personal )?(?:data|information)\\b|cookies? (?:policy|settings|and)|données personnelles|données à caractère|politique de confidentialité|datenschutz(?:erklärung|hinweis|information)|przetwarzani\\w{1,2} (?:\\w+ ){0,4}danych|dane? osobow|danych osobowych|administrator\\w{0,3} (?:\\w+ ){0,3}danych|\\brodo\\b|klauzul|ustaw\\w o ochr|rozporządzeni|wyraża\\w zgod|(?:wyrażon|cofn|wycof)\\w+ zgod|dz\\. ?u|parlamentu europ|odbiorc\\w+ danych|okres przechowyw|przechowywan\\w+ (?:moich|danych)',
    ],
    unlessAsked: 'anywhere',
  },
  {
    reason: 'questionnaire',
    unlessAsked: 'strongly',
    patterns: [
      '^[a-h]\\. (?:yes|no)\\b|^(?:yes|no)(?:[.,]|$)|^select\\b|(?:select|choose|check|mark) (?:the (?:one|answer|appropriate|statement|response|option|number)|all|one|“|"|yes|that)|my (?:answers?|responses?|resume)|\\bi (?:certify|acknowledge|understand|do not|am (?:not|considered|a current|currently|eligible|consulted)|don\'t|know (?:little|nothing)|work (?:on my own|under normal)|possess (?:none|the required)|have (?:not|had|performed|supervised|used))\\b|\\bthis task\\b|^my work\\b|^respond to all|fined or imprisoned|be (?:canceled|investigated|denied)|false statement|considered for this position|federal service \\(|none of the above|your (?:resume|answers|responses|claimed|current level)|(?:resume|transcript|licensure|sf-?50|dd-?214)s? (?:reminder|must|should)|\\btranscripts?\\b|when (?:answering|responding)|subject to verif|given credit|^assessment \\d|^thank you for your interest|full performance level|the actual grade|provide the following information|^city and state|^position occupied\\b|(?:needed|necessary|required) to (?:successfully )?perform the duties of (?:the|this) position|individual occupational? requirement|usa ?staffing|usajobs|u\\.s\\.c|office of personnel|session is about|stay connected|terms (?:of use|and conditions|& conditions)|you are (?:also )?(?:prohibited|authorized)|federal (?:records|statute|government information)|vacancy announcement|qualification standard|grandfather(?:ed|ing)? provision|time-?in-?grade|education used to qualify|to qualify (?:for|based)|(?:meet|possess|demonstrate|have) (?:all|any|each)? ?(?:of )?(?:the )?(?:following|above|below)\\b.{0,40}[?:]?$',
    ],
  },
  {
    reason: 'question',
    unlessAsked: 'anywhere',
    patterns: [
      "^(?:do|does|is|are|can|could|did|will|would|have|has|why|what|who|how|where|when|ready|want|looking|interested|fancy|sound)\\b.{0,160}\\?$|^(?:vous|tu|envie|prêt|pourquoi|et si|qu'|est-ce|ça|cette|ce)\\b.{0,160}\\?$|^(?:co|jak|gdzie|a|czy|chcesz|lubisz|szukasz|jesteś|masz|dlaczego)\\b.{0,160}\\?$|^(?:sie|du|sind|hast|haben|möchten|lust|bist|suchst)\\b.{0,160}\\?$",
    ],
  },
  {
    reason: 'offer',
    unlessAsked: 'strongly',
    patterns: [
      '\\b(?:allocated|assigned|given) (?:an? |your )(?:own |personal |dedicated |named )?(?:mentor|buddy|preceptor|coach)\\b|\\b(?:dedicated|collaborative|ongoing|administrative) (?:\\w+ ){0,2}support from\\b',
      "\\bcareer (?:pathway|progression)s?\\b|^opportunit(?:y|ies) for\\b|\\bthere (?:will be|are|is)(?: also)?(?: an?)?(?: \\w+){0,3} opportunit|^in return\\b|^what you'll get\\b|^(?:in addition,? )?you will (?:also )?(?:receive|benefit from|be supported (?:by|through|with))\\b|(?:be|bring) your (?:whole|authentic|true|full|best) sel(?:f|ves)|right (?:job|role|career) that (?:matches|fits|suits)",
      "\\byou(?:'ll| will) (?:also )?(?:be surrounded by|have access to (?:our|the trust|(?:a|regular|ongoing|excellent|continuous|further) (?:\\w+ ){0,3}(?:training|learning|development|support|education)))",
    ],
  },
  {
    reason: 'announcement',
    unlessAsked: 'anywhere',
    patterns: [
      "^(?:.{0,80}\\b)?(?:poszukujemy|poszukuje|szukamy|zatrudni(?:my)?|recrutons|recherchons|recherche|recrute|sucht|suchen)\\b.{0,100}$|^(?:we are|we're|an? .{0,40} is) (?:currently |now |actively )?(?:hiring|recruiting)\\b.{0,100}$|^(?:an? )?(?:exciting|fantastic|excellent|rare|great|unique|superb|new) opportunity (?:has|have) (?:arisen|become|come|opened).{0,120}$|^this is an? (?:really |very |truly )?(?:exciting|fantastic|excellent|great|unique|rare|superb|new|wonderful) opportunity\\b",
    ],
  },
];

const COMPILED = BOILERPLATE_ROWS.map(({ reason, patterns, unlessAsked }) => ({
  reason,
  pattern: new RegExp(patterns.join('|')),
  exception: unlessAsked && { anywhere: ASKED, strongly: STRONGLY_ASKED }[unlessAsked],
}));

/**
 * Why a sentence asks for nothing, or undefined when it may ask for something.
 * @param sentence lower case, straight apostrophes
 */
export function boilerplateReason(sentence: string): string | undefined {
  return COMPILED.find(({ pattern, exception }) => pattern.test(sentence) && exception?.test(sentence) !== true)
    ?.reason;
}
