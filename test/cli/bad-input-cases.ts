/** What a person may type or hand in that is wrong, the exit code it has to end with and what the one sentence says. */

export interface BadInput {
  /** Follows "refuses". */
  name: string;
  args: string[];
  exitCode: 1 | 2;
  /** All of them stand in the sentence: the file, the line, the field, the remedy. */
  says: RegExp[];
  environment?: Record<string, string>;
  /** In a home of its own instead of the filled one. */
  home?: string;
}

export function badInputs(at: (name: string) => string, emptyHome: string): BadInput[] {
  const bad = (name: string, args: string[], ...says: RegExp[]): BadInput => ({ name, args, exitCode: 1, says });
  const missing = (name: string, args: string[], ...says: RegExp[]): BadInput => ({ name, args, exitCode: 2, says });
  const postings = (name: string, file: string, ...says: RegExp[]) =>
    bad(name, ['import', 'postings', at(file)], new RegExp(file.replaceAll('.', '\\.')), ...says);
  const credentials = (name: string, file: string, ...says: RegExp[]) =>
    bad(name, ['import', 'credentials', at(file)], new RegExp(file.replaceAll('.', '\\.')), ...says);
  const taxonomy = (name: string, format: string, file: string, ...says: RegExp[]) =>
    bad(name, ['import', 'taxonomy', '--format', format, at(file)], new RegExp(file.replaceAll('.', '\\.')), ...says);
  const region = ['--region', 'IE'];
  return [
    postings('an empty file', 'empty.jsonl', /is empty/),
    postings('a missing file', 'nowhere.jsonl', /does not exist; check the path/),
    postings('a folder instead of a file', 'onet', /is a folder; give a file/),
    postings('a truncated gzip file', 'cut.jsonl.gz', /cut off/),
    postings('a CSV with other columns', 'columns.csv', /line 1/, /title and description among colour, size/),
    postings('a line of 10 MB', 'long.jsonl', /line 2/, /longer than 4096 kB/),
    postings('a NUL byte', 'nul.jsonl', /line 2/, /NUL/),
    postings('UTF-16', 'utf16.jsonl', /UTF-16; convert it to UTF-8/),
    postings('bytes that are not UTF-8', 'latin1.jsonl', /line 2/, /not valid UTF-8/),
    postings('broken JSON on line 3 of a file whose first lines are good', 'line3.jsonl', /line 3/, /not valid JSON/),
    postings('an array of numbers', 'numbers.json', /None of the 3 records/, /should be a JSON object/),
    postings('a posting without a title', 'untitled.jsonl', /line 1, field title/),
    bad(
      'a map of a field that is none',
      ['import', 'postings', at('line3.jsonl'), '--map', at('map.json')],
      /map\.json, field salery/,
    ),
    credentials('a negative price', 'negative-price.jsonl', /line 1, field price/),
    credentials('hours that are no number', 'hours.jsonl', /line 1, field workloadHours/, /"about a week"/),
    credentials('a credential without a title', 'untitled-credential.jsonl', /line 1, field title/),
    taxonomy('an archive that points outside itself', 'esco', 'escape.zip', /outside the archive/),
    taxonomy('an archive that unpacks to a gigabyte', 'esco', 'bomb.zip', /bomb/),
    taxonomy('ESCO without skills', 'esco', 'no-skills.zip', /skills/),
    taxonomy('O*NET without all its tables', 'onet', 'onet', /Content Model Reference|Technology Skills/),
    taxonomy('an id given twice', 'csv', 'twice.csv', /line 3, field id/, /line 2/),
    taxonomy('a broader skill that is none', 'csv', 'broader.csv', /line 2, field broader/, /"nobody"/),
    bad('a taxonomy without a format', ['import', 'taxonomy', at('twice.csv')], /--format/),
    bad(
      'a negative head count',
      ['import', 'workforce', at('negative-staff.csv'), '--employer', 'A'],
      /negative-staff\.csv, line 2, field headcount: must not be negative/,
    ),
    bad(
      'a missing head count',
      ['import', 'workforce', at('uncounted-staff.csv'), '--employer', 'A'],
      /line 2, field headcount: is empty/,
    ),
    bad(
      'a proficiency of 9',
      ['import', 'workforce', at('masterly-staff.csv'), '--employer', 'A'],
      /line 2, field proficiency: must be 1 to 4/,
    ),
    bad(
      'an employer without a letter',
      ['import', 'workforce', at('negative-staff.csv'), '--employer', '...'],
      /--employer "\.\.\." holds no name/,
    ),
    bad('a source of an unknown kind', ['collect', at('collect.json')], /collect\.json/),
    bad(
      'a misspelt region, with the one that was meant',
      ['gaps', '--region', 'Gallway'],
      /Unknown region "Gallway": did you mean .*Galway/,
    ),
    bad('a region name that several places bear', ['gaps', '--region', 'Limburg'], /names 2 regions: give the code/),
    bad('an unknown employer', ['gaps', '--employer', 'Nobody at all'], /Unknown employer "Nobody at all"/),
    bad(
      'a misspelt employer, with the one that was meant',
      ['gaps', '--employer', 'Tallymor'],
      /did you mean "Tallymoor"/,
    ),
    bad(
      'an unknown occupation',
      ['rank', '--occupation', 'https://example.org/none'],
      /Unknown occupation https:\/\/example\.org\/none/,
    ),
    bad('a day that is none', ['gaps', ...region, '--since', '2026-02-30'], /--since "2026-02-30" is not a date/),
    bad(
      'a window that ends before it starts',
      ['gaps', ...region, '--since', '2026-03-01', '--until', '2026-02-01'],
      /--since 2026-03-01 is after --until 2026-02-01: swap them/,
    ),
    bad(
      'a deadline that is no day',
      ['plan', ...region, '--deadline', '2027-02-30'],
      /--deadline "2027-02-30" is not a date/,
    ),
    bad('a deadline in the past', ['plan', ...region, '--deadline', '2020-01-01'], /not after today/),
    bad('a budget without a currency', ['plan', ...region, '--budget', '300'], /--budget 300 needs its currency/),
    bad('negative hours', ['plan', ...region, '--hours', '-5'], /--hours "-5" must be a number of at least 0/),
    bad('no hours a week', ['plan', ...region, '--weekly-hours', '0'], /--weekly-hours 0 must be above 0/),
    bad('an unknown option', ['gaps', '--colour', 'red'], /unknown option '--colour'/),
    bad('an unknown command', ['paint'], /unknown command 'paint'/),
    bad('nothing to show', ['rank', ...region, '--top', '0'], /--top "0" must be a whole number of at least 1/),
    bad(
      'a clock that is none',
      ['import', 'postings', at('line3.jsonl'), '--now', 'noon'],
      /--now "noon" is not an instant/,
    ),
    bad('an empty résumé', ['gaps', '--learner', at('empty-resume.json')], /empty-resume\.json is empty/),
    bad(
      'a résumé of broken JSON',
      ['gaps', '--learner', at('broken-resume.json')],
      /broken-resume\.json is not valid JSON/,
    ),
    bad(
      'JSON that is no résumé',
      ['gaps', '--learner', at('not-resume.json')],
      /not-resume\.json is JSON but neither a JSON Resume nor a badge/,
    ),
    bad(
      'a learner without a target',
      ['gaps', '--learner', at('untargeted.json')],
      /add --occupation TITLE or --posting ID/,
    ),
    bad('a rejection of nothing in particular', ['correct', 'reject', 'SQL'], /either --posting ID, or --words WORDS/),
    bad('a rejection of no words', ['correct', 'reject', 'SQL', '--everywhere'], /--everywhere needs --words WORDS/),
    bad('an alias without a word', ['correct', 'alias', '...', 'SQL'], /"\.\.\." holds no word/),
    bad('an alias of a skill that is none', ['correct', 'alias', 'queries', 'nothing'], /Unknown skill "nothing"/),
    bad('a link of an unknown posting', ['correct', 'accept', 'SQL', '--posting', 'p9'], /posting p9 is not linked/),
    bad('an unknown correction', ['correct', 'undo', '7'], /There is no correction 7/),
    bad(
      'a file of corrections with a broken line',
      ['correct', 'import', at('corrections.jsonl')],
      /corrections\.jsonl, line 2: "kind" is wrong/,
    ),
    bad('emerging terms of nobody', ['emerging'], /No scope is named/),
    bad('a question about nobody', ['plan'], /No scope is named/),
    bad(
      'a gold file with a broken line',
      ['evaluate', 'linking', '--gold', at('gold.jsonl'), '--model', 'hashing'],
      /gold\.jsonl, line 2/,
    ),
    ...['linking', 'occupations'].map((what) => ({
      ...bad(
        `a gold file of ${what} that is missing, before it asks for a taxonomy`,
        ['evaluate', what, '--gold', at('nowhere.jsonl'), '--model', 'hashing'],
        /nowhere\.jsonl does not exist/,
      ),
      home: emptyHome,
    })),
    bad('a brief of no employer', ['brief', 'employer'], /--employer NAME/),
    bad('a brief of a file that is missing', ['brief', 'employer', at('nowhere.txt')], /nowhere\.txt cannot be read/),
    bad('a brief of an empty file', ['brief', 'employer', at('empty.txt')], /empty\.txt is empty/),
    bad('a brief of a learner without a target', ['brief', 'learner', at('learner.txt')], /A learner needs a target/),
    bad('a price that is none', ['brief', 'design', ...region, '--price', 'cheap'], /--price "cheap"/),
    bad('a grant that is none', ['brief', 'design', ...region, '--grants', '-5/learner'], /--grants "-5"/),
    bad('a map of core skills', ['map', ...region, '--framework', 'wef'], /wef has no map/),
    missing('a brief in a standard', ['brief', 'design', ...region, '--format', 'elm'], /not exported as elm yet/),
    missing(
      'a taxonomy that is not imported',
      ['gaps', ...region, '--framework', 'onet'],
      /"onet" is not imported \(imported: own\)/,
    ),
    {
      ...missing('to link before anything is imported', ['link', '--model', 'hashing'], /run skillgap import taxonomy/),
      home: emptyHome,
    },
    { ...missing('a home that is a file', ['gaps', ...region], /cannot be made/), home: at('home-file') },
    {
      ...missing('a database that does not answer', ['gaps', ...region], /DATABASE_URL does not answer/),
      environment: { DATABASE_URL: 'postgres://user:secret@127.0.0.1:1/none' },
    },
    missing('a worker without a queue', ['work'], /set REDIS_URL/),
    { ...bad('a port that is none', ['gaps', ...region], /PORT/), environment: { PORT: '99999' } },
  ];
}
