import { describe, expect, it } from 'vitest';
import { detectLanguage } from '../../../services/collect/detect-language.ts';

const english =
  'We are looking for a nurse who will work with the team on our wards and support patients in their homes.';
const french =
  'Nous recherchons une infirmière pour travailler avec nos équipes et accompagner les patients dans leur vie.';
const german =
  'Wir suchen eine Pflegekraft, die mit unserem Team auf der Station arbeitet und die Patienten im Alltag begleitet.';
const polish =
  'Szukamy osoby do pracy w naszym zespole, która będzie odpowiedzialna za opiekę nad pacjentami oraz ich rodzinami.';

describe('detectLanguage', () => {
  it.each([
    ['en', english],
    ['fr', french],
    ['de', german],
    ['pl', polish],
  ])('tells %s by its function words', (language, text) => {
    expect(detectLanguage(text, null)).toBe(language);
  });

  it('lets the stated language win while the text does not clearly contradict it', () => {
    expect(detectLanguage(`Data Engineer H/F. ${french} Python, SQL, Spark.`, 'fr')).toBe('fr');
    expect(
      detectLanguage(
        'Senior Java Developer, Kraków, B2B, Spring, Hibernate, Docker, Kubernetes, AWS, Kafka, SQL, Git',
        'pl',
      ),
    ).toBe('pl');
  });

  it('does not call a mixed text clear', () => {
    expect(detectLanguage(`${french} ${english}`, 'fr')).toBe('fr');
  });

  it('believes the text when it clearly is in another language', () => {
    expect(detectLanguage(english, 'fr')).toBe('en');
  });

  it('reads a locale as its language', () => {
    expect(detectLanguage(english, 'en-GB')).toBe('en');
    expect(detectLanguage('Welder', 'pl_PL')).toBe('pl');
  });

  it('is null for a text too short to tell, unless the source says', () => {
    expect(detectLanguage('Welder wanted', null)).toBeNull();
    expect(detectLanguage('Welder wanted', 'en')).toBe('en');
    expect(detectLanguage('', 'gibberish!')).toBeNull();
  });

  it('asks the trigram model where function words are not known', () => {
    const czech =
      'Hledáme zkušeného svářeče do naší dílny, který umí číst výkresy, má chuť se učit a nebojí se práce ve výškách každý den.';
    expect(detectLanguage(czech, null)).toBe('cs');
  });
});
