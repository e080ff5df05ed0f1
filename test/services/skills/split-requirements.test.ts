import { readFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readAskingWords } from '../../../models/asking-words.ts';
import { groupBy } from '../../../services/domain/group-by.ts';
import { splitPosting, splitRequirements } from '../../../services/skills/split-requirements.ts';
import { datasetsFolder } from '../../datasets.ts';

const advert = `About us
Orchard Steel is a leading maker of gates.
What you'll do:
• Weld frames to drawings
• Keep the workshop tidy; report faults
Requirements
- MIG and TIG welding
- Driving licence (a forklift licence is a plus)
Nice to have:
* Experience with SolidWorks
Benefits
• Company pension scheme
• Free fruit and coffee
We are an equal opportunity employer.
To apply, send your CV to <EMAIL>.`;

const kept = (text: string, language = 'en') =>
  splitRequirements(text, language).map((requirement) => `${requirement.necessity}: ${requirement.text}`);

describe('splitRequirements', () => {
  it('keeps what asks for something, says how much it is needed, and drops the rest', () => {
    expect(kept(advert)).toEqual([
      'unstated: Weld frames to drawings',
      'unstated: Keep the workshop tidy',
      'unstated: report faults',
      'must: MIG and TIG welding',
      'must: Driving licence (a forklift licence is a plus)',
      'nice: Experience with SolidWorks',
    ]);
  });

  it('says under which heading a requirement stands, and numbers them in order', () => {
    const requirements = splitRequirements(advert, 'en');
    expect(requirements.map(({ section }) => section)).toEqual([
      "What you'll do",
      "What you'll do",
      "What you'll do",
      'Requirements',
      'Requirements',
      'Nice to have',
    ]);
    expect(requirements.map(({ position }) => position)).toEqual([0, 1, 2, 3, 4, 5]);
  });

  it('explains everything it drops', () => {
    const reasons = Object.fromEntries(splitPosting(advert, 'en').dropped.map(({ text, reason }) => [text, reason]));
    expect(reasons).toMatchObject({
      'About us': 'heading',
      'Orchard Steel is a leading maker of gates.': 'company section',
      'Company pension scheme': 'benefits section',
      'We are an equal opportunity employer.': 'benefits section',
      'To apply, send your CV to <EMAIL>.': 'benefits section',
    });
  });

  it('drops boilerplate wherever it stands', () => {
    const text = `We need a welder who reads drawings.
Closing date: 3 May. Salary £30,000 per annum. You will be a team player.
This post is subject to an enhanced DBS check.
For further details or informal visits contact Jo Bloggs.
Hours per week: 37.5
We are unable to offer visa sponsorship.`;
    expect(kept(text)).toEqual([
      'unstated: We need a welder who reads drawings.',
      'unstated: You will be a team player.',
    ]);
  });

  it('reads headings inside a line, glued or not', () => {
    expect(kept('Responsibilities: The applicant will weld frames. Benefits: We pay for lunch.')).toEqual([
      'unstated: The applicant will weld frames.',
    ]);
    expect(kept('THE TEAMWe are twelve people.REQUIREMENTSPh.D. in chemistryStrong writing skills')).toEqual([
      'must: Ph.D. in chemistry',
      'must: Strong writing skills',
    ]);
  });

  it('reads a Polish advert that lost its line breaks', () => {
    const text =
      'Zakres obowiązków: spawanie ram; czytanie rysunków Wymagania: Znajomość metody TIG Doświadczenie w spawaniu Mile widziane: kurs UDT Oferujemy: umowę o pracę Lokalizacja: Lublin';
    expect(kept(text, 'pl')).toEqual([
      'unstated: spawanie ram',
      'unstated: czytanie rysunków',
      'must: Znajomość metody TIG',
      'must: Doświadczenie w spawaniu',
      'nice: kurs UDT',
    ]);
  });

  it('reads a French and a German advert', () => {
    const french = `QUI SOMMES-NOUS ? Un groupe de métallurgie.\nVos missions :\n- Souder des cadres\nProfil recherché\nMaîtrise du TIG indispensable\nUn permis CACES serait un plus\nNous offrons :\n- Mutuelle et RTT`;
    expect(kept(french, 'fr')).toEqual([
      'unstated: Souder des cadres',
      'must: Maîtrise du TIG indispensable',
      'nice: Un permis CACES serait un plus',
    ]);
    const german = `Ihre Aufgaben:\n- Rahmen schweißen\nIhr Profil:\n- Erfahrung mit WIG zwingend erforderlich\n- Staplerschein von Vorteil\nWir bieten:\n- 30 Tage Urlaub\nÜber uns\nWir sind ein Familienbetrieb.`;
    expect(kept(german, 'de')).toEqual([
      'unstated: Rahmen schweißen',
      'must: Erfahrung mit WIG zwingend erforderlich',
      'nice: Staplerschein von Vorteil',
    ]);
  });

  it('lets a field cover its own value only', () => {
    expect(kept('What you need:\n- MIG welding\nLocation: Leeds\n- TIG welding')).toEqual([
      'must: MIG welding',
      'must: TIG welding',
    ]);
    expect(kept('Location\nLeeds\nYou will weld frames in the workshop.')).toEqual([
      'unstated: You will weld frames in the workshop.',
    ]);
  });

  it('ends a list of requirements where prose follows it', () => {
    const text =
      'You will have:\n- TIG welding\nOrchard Steel has been making gates for thirty years.\nWelding is our life, and it may be yours.';
    expect(splitRequirements(text, 'en').map(({ section }) => section)).toEqual(['You will have', null, null]);
  });

  it('doubts that prose after a list of benefits still is about them', () => {
    expect(kept('Benefits\n- Free fruit\nWelding experience will be tested on the day.\nWe like cake.')).toEqual([
      'unstated: Welding experience will be tested on the day.',
    ]);
  });

  it('joins a sentence that was wrapped into lines, but not a list in small letters', () => {
    expect(kept('Requirements\nStrong knowledge of data\nstructures and SQL\nApply\nstatistics to steel')).toEqual([
      'must: Strong knowledge of data\nstructures and SQL',
      'must: Apply\nstatistics to steel',
    ]);
    expect(kept('Requirements:\nweld frames\npaint gates')).toEqual(['must: weld frames', 'must: paint gates']);
  });

  it('keeps what is plainly asked for under a heading that misleads', () => {
    expect(kept('About us\nYou will lead a team of welders.\nKnowledge of TIG welding\nWe like cake.')).toEqual([
      'unstated: You will lead a team of welders.',
      'unstated: Knowledge of TIG welding',
    ]);
  });

  it('takes a sentence once', () => {
    const { requirements, dropped } = splitPosting('- Weld frames\n- Weld frames\n- weld frames', 'en');
    expect(requirements).toHaveLength(1);
    expect(dropped.map(({ reason }) => reason)).toEqual(['repeated', 'repeated']);
  });

  it('has nothing to say about nothing', () => {
    expect(splitPosting('', null)).toEqual({ requirements: [], dropped: [] });
    expect(splitPosting(' \n•\n--\n', 'en').requirements).toEqual([]);
  });

  it('gives exact offsets, in order and without overlap, for any text', () => {
    const piece = fc.constantFrom(
      'Requirements', ':', '\n', '\n\n', '• ', '- ', '1. ', ' ', '. ', '? ', ';', ', ', 'You will weld', 'Node.js', 'C++', 'e.g. ', 'İstanbul', '💡',
      'Ph.D.', 'BENEFITS', 'Znajomość TIG', 'mile widziane', 'word '.repeat(70), '’', '(', ')', 'teamsExperience with', '£30,000 per annum', '<EMAIL>', 'A. Yes',
    ); // prettier-ignore
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 25 }), fc.constantFrom('en', 'pl', null), (pieces, language) => {
        const text = pieces.join('');
        const { requirements, dropped } = splitPosting(text, language);
        let last = 0;
        for (const { text: quote, start, end } of requirements) {
          expect(text.slice(start, end)).toBe(quote);
          expect(quote.trim()).toBe(quote);
          expect(start).toBeGreaterThanOrEqual(last);
          last = end;
        }
        for (const { text: quote } of dropped) expect(text).toContain(quote);
      }),
      { numRuns: 300 },
    );
  });

  it.each(['Skills, skills and ', 'A ', '.', 'a b c:', '- A ', 'a@', '; a', '$5 ', '(a', 'Do you ', '\n• '])(
    'survives 200,000 characters of %j',
    (piece) => {
      expect(splitPosting(piece.repeat(Math.floor(200_000 / piece.length)), 'en').dropped).toBeDefined();
    },
  );
});

const datasets = datasetsFolder();

/** The tables alone, and with the words that ask: most of what is asked for stays, the more of the rest is dropped. */
const READERS = [
  { name: 'the tables', words: undefined, keptShare: 0.93, otherShare: 0.38 },
  { name: 'the tables and the words that ask', words: readAskingWords('en'), keptShare: 0.9, otherShare: 0.26 },
];

describe("prose with the employer's name in it", () => {
  const kept = (text: string, employer: string | null) =>
    splitRequirements(text, 'en', { employer }).map((requirement) => requirement.text);
  const PLATFORM = 'Orchard Steel connects many data science technologies in one forge.';

  it('is about the employer, where nobody is asked for', () => {
    expect(kept(PLATFORM, 'orchard steel')).toEqual([]);
    expect(kept("Orchard Steel's forge connects many data science technologies.", 'orchard steel')).toEqual([]);
    expect(kept(PLATFORM, null)).toEqual([PLATFORM]);
    expect(kept(PLATFORM, 'harvest steel')).toEqual([PLATFORM]);
  });

  it.each([
    'Orchard Steel needs a welder who reads drawings.',
    'You will build data products for Orchard Steel.',
    'The person joining Orchard Steel brings knowledge of welding.',
  ])('is kept where somebody is: %s', (text) => {
    expect(kept(text, 'orchard steel')).toEqual([text]);
  });

  it('is not met in words that only look like the name', () => {
    const sales = 'Exceed every sales target of the region with good planning.';
    expect(kept(sales, 'target')).toEqual([sales]);
    expect(kept('Run the Targeting of campaigns across several regions.', 'target')).toHaveLength(1);
    expect(kept('Target campaigns across several regions every week.', 'target')).toEqual([]);
  });

  it('is believed in a list of what is asked for', () => {
    expect(kept('Requirements\n- Orchard Steel forging tools and presses', 'orchard steel')).toHaveLength(1);
  });
});

describe.skipIf(datasets === undefined)('real adverts (skipped without SKILLGAP_DATASETS)', () => {
  const words = (text: string) =>
    text
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, ' ')
      .trim();

  it.each(READERS)('keep at least 95 % of the statements that experts extracted: $name', ({ words: asking }) => {
    const file = path.join(datasets ?? '', 'postings', 'us-federal', 'postings.jsonl.gz');
    let found = 0;
    let keptCount = 0;
    for (const line of gunzipSync(readFileSync(file)).toString().trim().split('\n')) {
      const posting = JSON.parse(line) as { description: string; ksa_statements: string[] };
      const all = words(posting.description);
      const quotes = words(
        splitRequirements(posting.description, 'en', { askingWords: asking })
          .map(({ text }) => text)
          .join(' | '),
      );
      for (const statement of posting.ksa_statements) {
        const opening = words(statement).split(' ').slice(0, 12).join(' ');
        if (!all.includes(opening)) continue;
        found++;
        if (quotes.includes(opening)) keptCount++;
      }
    }
    expect(found).toBeGreaterThan(2000);
    expect(keptCount / found).toBeGreaterThan(0.95);
  });

  it.each(READERS)(
    'keep the sentences with a labelled skill and drop those without: $name',
    ({ words: asking, keptShare, otherShare }) => {
      const file = path.join(datasets ?? '', 'gold', 'skillspan', 'dev.json.gz');
      const sentences = gunzipSync(readFileSync(file)).toString().trim().split('\n')
      .map((line) => JSON.parse(line) as { idx: number; source: string; tokens: string[]; tags_skill: string[]; tags_knowledge: string[] }); // prettier-ignore
      const counts = { skill: [0, 0], none: [0, 0] } as Record<'skill' | 'none', [number, number]>;
      for (const posting of groupBy(sentences, ({ source, idx }) => `${source}${idx}`).values()) {
        const lines = posting.map(({ tokens }) => tokens.join(' ').replace(/ ([.,;:!?)])/g, '$1'));
        const requirements = splitRequirements(lines.join('\n'), 'en', { askingWords: asking });
        let start = 0;
        for (const [at, sentence] of posting.entries()) {
          const end = start + (lines[at] ?? '').length;
          const isKept = requirements.some((requirement) => requirement.start < end && requirement.end > start);
          start = end + 1;
          const hasSkill = sentence.tags_skill.some((tag) => tag !== 'O');
          if (!hasSkill && sentence.tags_knowledge.some((tag) => tag !== 'O')) continue;
          const count = counts[hasSkill ? 'skill' : 'none'];
          count[0] += isKept ? 1 : 0;
          count[1]++;
        }
      }
      expect(counts.skill[0] / counts.skill[1]).toBeGreaterThan(keptShare);
      expect(counts.none[0] / counts.none[1]).toBeLessThan(otherShare);
    },
  );
});
