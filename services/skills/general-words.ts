/**
 * Words that say nothing about a skill by themselves: a term holds none of the first list, and neither begins nor ends with
 * those of the others. Found by reading the terms of NHS and United States postings.
 */

/** Of adverts and workplaces in general. */
export const GENERAL_WORDS: ReadonlySet<string> = new Set(
  (
    'experience experiences experienced knowledge ability abilities skill skills understanding proficiency proficient familiarity expertise competence competency ' +
    'competencies role roles position positions post posts job jobs candidate candidates applicant applicants employee employees employer colleague colleagues staff team teams company ' +
    'organisation organisations organization organizations trust department departments successful successfully responsible responsibility responsibilities duty duties task tasks ' +
    'requirement requirements require requires required preferred desirable essential minimum degree degrees bachelor bachelors master masters diploma qualification qualifications ' +
    'equivalent year years month months week weeks day days hour hours time times opportunity opportunities environment environments level levels basis range variety number ' +
    'ensure ensuring ensures provide provides providing support supports supporting develop developing develops maintain maintaining maintains assist assisting participate participating ' +
    'contribute contributing undertake undertaking demonstrate demonstrated demonstrable demonstrating work works working worked including include includes etc eg ie example examples ' +
    'bsc msc ba bs ms mba phd gcse gcses nvq trust trusts least not cannot possess please select arisen whilst therefore alongside hardworking across towards toward via per throughout further thrive enthuse disparate incumbent incumbents accredited ad hoc ad-hoc genuine genuinely dedicated outstanding fantastic rewarding postgraduate postholder post-holder shift shifts grade grades induction people startup startups semester semesters federal typically novel continues continue 1st 2nd 3rd uk usa other others new good strong excellent proven high highly able willing keen passionate motivated enthusiastic'
  ).split(' '),
);

export const NEVER_FIRST: ReadonlySet<string> = new Set(
  (
    'relevant appropriate wide wider broad clear various different key effective efficient professional personal own full daily multiple large small complex similar previous current recent ' +
    'additional related specific general necessary ongoing regular overall main major important significant possible available best better great positive quality following same part ' +
    'local national international internal external senior junior first second third next least more most many several some fast busy timely competitive accurate sound solid deep advanced ' +
    'basic intermediate thorough highest lowest higher lower challenging exciting vibrant flexible focused comprehensive smooth career dynamic diverse real true extensive considerable substantial progressive practical direct hands-on annual based within across using used use set lead leads leading help helps helping act ' +
    'acts acting make makes making take takes taking give gives giving meet meets meeting deliver delivers delivering identify identifies identifying improve improves improving'
  ).split(' '),
);

export const NEVER_LAST: ReadonlySet<string> = new Set(
  (
    'standards standard needs need issues issue areas area setting settings manner way ways field fields related relevant based appropriate member members people person individual ' +
    'individuals group groups process processes activity activities services service system systems use using used practice practices procedures procedure policies policy plan plans program ' +
    'programs programme programmes project projects problem problems goals goal objectives objective results result outcomes outcome solution solutions issues information data tools tool techniques ' +
    'technique methods method principles principle approach approaches concepts concept aspects aspect functions function operations operation business industry sector world life place looking receive aged running seeking wishing attending living driven oriented orientated functional technical threatening starter'
  ).split(' '),
);
