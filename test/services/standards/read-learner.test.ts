import { describe, expect, it } from 'vitest';
import { InvalidInputError } from '../../../services/errors.ts';
import { readLearner, readLearnerFile } from '../../../services/standards/read-learner.ts';
import { temporaryFolder } from '../files/temporary-folder.ts';

const read = (value: unknown) => readLearner(JSON.stringify(value), 'cv.json');
const { write, folder } = temporaryFolder();

describe('a JSON Resume', () => {
  it('becomes claimed statements, endorsed certificates, languages and a target', () => {
    const profile = read({
      basics: { name: 'Ada Example', email: 'ada@example.org', summary: 'I analyse data.' },
      work: [{ position: 'Analyst', name: 'Acme', summary: 'Wrote SQL. Built dashboards!', highlights: ['Cut costs'] }],
      education: [{ area: 'Statistics', institution: 'Example University', courses: ['Regression'] }],
      skills: [{ name: 'Python', keywords: ['pandas'] }],
      projects: [{ name: 'P', description: 'A web site.' }],
      certificates: [{ name: 'AWS Practitioner', issuer: 'AWS' }, { issuer: 'nameless' }],
      languages: [{ language: 'French', fluency: 'B2' }],
      meta: { target: 'data scientist' },
    });
    expect(profile.statements.filter(({ trust }) => trust === 'claimed').map(({ text }) => text)).toEqual([
      'I analyse data.',
      'Analyst',
      'Wrote SQL.',
      'Built dashboards!',
      'Cut costs',
      'Statistics',
      'Regression',
      'Python',
      'pandas',
      'A web site.',
      'French language',
    ]);
    expect(profile.statements.at(-1)).toEqual({ text: 'AWS Practitioner', trust: 'endorsed' });
    expect(profile).toMatchObject({
      heldCredentials: ['AWS Practitioner'],
      languages: ['French'],
      target: 'data scientist',
    });
    expect(JSON.stringify(profile)).not.toMatch(/Ada|ada@|Acme|University/);
  });

  it.each([
    ['{"work": [', 'cv.json is not valid JSON'],
    ['[1, 2]', 'cv.json is JSON but neither a JSON Resume nor a badge'],
    ['{"hello": 1}', 'a résumé needs parts such as work, skills or education'],
    ['{"work": []}', 'cv.json says nothing about skills'],
    ['{"skills": [{"name": "  "}]}', 'cv.json says nothing about skills'],
    ['{"work": "ten years"}', 'cv.json, field work:'],
    ['{"skills": [{"name": 7}]}', 'cv.json, field skills.0.name:'],
    ['', 'cv.json is empty'],
    [' \n ', 'cv.json is empty'],
  ])('that is none is refused in one sentence: %s', (text, sentence) => {
    expect(() => readLearner(text, 'cv.json')).toThrow(InvalidInputError);
    expect(() => readLearner(text, 'cv.json')).toThrow(sentence);
  });
});

describe('Open Badges', () => {
  const achievement = {
    type: ['Achievement'],
    id: 'https://example.org/a/1',
    name: 'Robot Programming',
    description: 'Develops software for robots. Tests it!',
    criteria: { narrative: 'Shows source code.' },
    alignment: [{ type: ['Alignment'], targetName: 'program firmware', targetUrl: 'https://example.org/s/1' }],
    tag: ['robotics'],
    creator: { name: 'Example University' },
  };
  const badge = {
    '@context': ['https://www.w3.org/ns/credentials/v2'],
    type: ['VerifiableCredential', 'OpenBadgeCredential'],
    issuer: { id: 'https://example.org', name: 'Example University' },
    credentialSubject: { id: 'did:example:ada', type: ['AchievementSubject'], achievement },
  };
  const LINES = [
    'Robot Programming',
    'Develops software for robots.',
    'Tests it!',
    'Shows source code.',
    'program firmware',
    'robotics',
  ];
  const token = (claims: unknown) =>
    ['{"alg":"EdDSA"}', JSON.stringify(claims), 'x'].map((part) => Buffer.from(part).toString('base64url')).join('.');
  const { tag, ...badgeClass } = achievement;

  it.each<[string, string]>([
    ['a credential', JSON.stringify(badge)],
    ['a list of credentials, each achievement once', JSON.stringify([badge, badge])],
    [
      'a learner record',
      JSON.stringify({ type: ['ClrCredential'], credentialSubject: { verifiableCredential: [badge], achievement } }),
    ],
    ['a presentation', JSON.stringify({ type: 'VerifiablePresentation', verifiableCredential: badge })],
    ['a signed token', token(badge)],
    ['a signed token of the older form', token({ iss: 'did:example:u', vc: badge })],
    [
      'an assertion of Open Badges 2.0',
      JSON.stringify({ type: 'Assertion', recipient: {}, badge: { ...badgeClass, type: 'BadgeClass', tags: tag } }),
    ],
    ['a badge class', JSON.stringify({ ...badgeClass, type: 'BadgeClass', tags: tag })],
  ])('in %s become endorsed statements and a held credential', (_, text) => {
    const profile = readLearner(text, 'badge.json');
    expect(profile.statements).toEqual(LINES.map((line) => ({ text: line, trust: 'endorsed' })));
    expect(profile).toMatchObject({ heldCredentials: ['Robot Programming'], languages: [], target: null });
    expect(JSON.stringify(profile)).not.toMatch(/did:|University/);
  });

  it.each([
    [
      '{"type": "Assertion", "badge": "https://example.org/b.json"}',
      'nothing is fetched: give the file with the badge',
    ],
    ['{"type": ["OpenBadgeCredential"]}', 'badge.json holds no achievement'],
    ['{"type": ["OpenBadgeCredential"], "credentialSubject": {"achievement": {"name": 7}}}', 'badge.json, field name:'],
  ])('that cannot be read are refused in one sentence: %s', (text, sentence) => {
    expect(() => readLearner(text, 'badge.json')).toThrow(InvalidInputError);
    expect(() => readLearner(text, 'badge.json')).toThrow(sentence);
  });

  it('nested without end are left at a depth', () => {
    let nested: unknown = badge;
    for (let depth = 0; depth < 2000; depth += 1)
      nested = { type: 'VerifiablePresentation', verifiableCredential: nested };
    expect(() => readLearner(JSON.stringify(nested), 'badge.json')).toThrow('holds no achievement');
  });
});

describe('plain text', () => {
  it('is one claimed statement a line or sentence', () => {
    const profile = readLearner('Nurse for 5 years. Ward rounds; audits\r\n\r\n- Excel\n', 'cv.txt');
    expect(profile.statements).toEqual(
      ['Nurse for 5 years.', 'Ward rounds;', 'audits', '- Excel'].map((text) => ({ text, trust: 'claimed' })),
    );
    expect(profile).toMatchObject({ heldCredentials: [], languages: [], target: null });
  });
});

describe('a file', () => {
  it('may begin with a byte order mark and hold NUL characters', async () => {
    const file = await write('cv.txt', '\ufeffPy\u0000thon');
    expect(readLearnerFile(file).statements).toEqual([{ text: 'Python', trust: 'claimed' }]);
  });

  it('that cannot be read is refused with what to do', async () => {
    expect(() => readLearnerFile(`${folder}/missing.json`)).toThrow('cannot be read: check the path');
    expect(() => readLearnerFile(folder)).toThrow(InvalidInputError);
    const latin = await write('latin.txt', new Uint8Array([0x63, 0x61, 0x66, 0xe9]));
    expect(() => readLearnerFile(latin)).toThrow('is not UTF-8 text: save it as UTF-8.');
    const large = await write('large.txt', 'x'.repeat(5 * 1024 * 1024 + 1));
    expect(() => readLearnerFile(large)).toThrow('is over 5 MB');
  });
});
