import { describe, expect, it } from 'vitest';
import { boilerplateReason } from '../../../services/skills/boilerplate.ts';
import { isCompanyTalk, ROLE_TALK } from '../../../services/skills/company-talk.ts';

describe('boilerplateReason', () => {
  it.each([
    ['for further details / informal visits contact', 'contact'],
    ['closing date: 3 may 2024', 'dates'],
    ['£30,000 - £35,000 per annum', 'pay'],
    ['competitive salary', 'pay'],
    ['contributory pension scheme', 'benefit'],
    ['season ticket loan', 'benefit'],
    ['cycle to work scheme', 'benefit'],
    ['we are an equal opportunity employer', 'equal opportunity'],
    ['there will be opportunities to take part in clinical audits', 'offer'],
    ['in return you learn to lead a team', 'offer'],
    ['allocated a mentor to provide guidance', 'offer'],
    ['you will have access to our learning and development programme', 'offer'],
    ["you'll also be surrounded by colleagues who help each other grow", 'offer'],
    ['dedicated collaborative support from core functions including genetics', 'offer'],
    ['potential may exist for exposure to bloodborne pathogens', 'physical and travel'],
    ['you will receive regular clinical supervision', 'offer'],
    ['you can be your authentic self and solve problems', 'offer'],
    ['click here to apply now', 'how to apply'],
    ['this post is subject to an enhanced dbs check', 'checks'],
    ['37.5 hours per week', 'hours and contract'],
    ['ability to lift up to 50 pounds', 'physical and travel'],
    ['we do not offer visa sponsorship', 'right to work'],
    ['your personal data will be kept for a year', 'privacy'],
    ['a. yes', 'questionnaire'],
    ['would you like a new challenge?', 'how to apply'],
    ['join a team of dedicated problem solvers', 'how to apply'],
    ['we help you grow with challenging projects and teamwork', 'benefit'],
    ['position occupied: type of appointment (competitive or excepted)', 'questionnaire'],
    ['an exciting opportunity has arisen in our team', 'announcement'],
    ['titres restaurant et mutuelle', 'benefit'],
    ['envoyez votre cv', 'how to apply'],
    ['30 tage urlaub', 'benefit'],
    ['stabilne zatrudnienie w oparciu o umowę o pracę', 'benefit'],
    ['wyrażam zgodę na przetwarzanie moich danych osobowych', 'privacy'],
    ['prosimy o przesłanie cv', 'how to apply'],
    ['#li-remote', 'page furniture'],
    ['duties (be as detailed as possible)', 'page furniture'],
    ['demonstrated knowledge, skills, and abilities.', 'page furniture'],
    ['roles and responsibilities', 'page furniture'],
  ])('drops %j as %s', (sentence, reason) => {
    expect(boilerplateReason(sentence)).toBe(reason);
  });

  it.each([
    'knowledge of medical insurance and pension schemes',
    'ability to apply statistical methods',
    'join a multidisciplinary team meeting each week and report on the caseload',
    'apply machine learning to large data sets',
    'experience with facebook and email marketing',
    'write mental health care plans',
    'provide regular supervision and support to staff',
    'experience in a role in which there were opportunities to lead projects',
    'administer vaccinations',
    'make decisions based on data',
    'negotiate contracts with suppliers',
    'you will have access to confidential records and protect them',
    'contract negotiation',
    'maintain accurate documentation',
    'major incident management',
    'identify fraudulent transactions',
    'ensure that applications are secure',
    'mobile app development',
    'support patients in maternity services',
    'doświadczenie w obsłudze klienta',
    'dołączanie załączników do umów',
    'testy integracyjne',
    'vous rejoindrez une équipe de dix personnes pour développer la plateforme',
    'do you have experience with sql and python?',
  ])('keeps %j', (sentence) => {
    expect(boilerplateReason(sentence)).toBeUndefined();
  });
});

describe('isCompanyTalk', () => {
  it.each([
    'orchard steel is a leading provider of gates',
    'we are a family business',
    'our mission is to open every door',
    'we are responsible for planning health services for people living in the city',
    'founded in 1902',
    'nous sommes une entreprise familiale',
    'jesteśmy liderem na rynku bram',
    'zespół składa się z pięciu spawaczy',
    'our data team builds dashboards that thousands of shops use',
    'we solve hard problems in gate design',
    'we want to make welding simpler for everyone',
    'the rehabilitation unit provides physiotherapy and wound care',
    'this community service offers assessment and treatment to families',
    'at the main site, the team treats patients with chronic pain',
  ])('hears the employer in %j', (sentence) => {
    expect(isCompanyTalk(sentence, false)).toBe(true);
  });

  it.each([
    'we are looking for a welder',
    'you will join a leading provider of gates',
    'weld frames for the largest gates',
    'we want to meet people who can plan projects',
    'we use sql and python',
    'the team needs someone who can plan projects',
    'the unit manager will supervise nurses',
    'the service requires knowledge of wound care',
  ])('hears the job in %j', (sentence) => {
    expect(isCompanyTalk(sentence, false)).toBe(false);
  });

  it('believes only "we" and "our" inside a list', () => {
    expect(isCompanyTalk('the team is part of a global company', true)).toBe(false);
    expect(isCompanyTalk('our team is part of a global company', true)).toBe(true);
    expect(isCompanyTalk('the unit provides physiotherapy', true)).toBe(false);
  });
});

describe('ROLE_TALK', () => {
  it('tells the job from the employer under one heading', () => {
    expect(ROLE_TALK.test('the successful candidate will lead a team')).toBe(true);
    expect(ROLE_TALK.test('orchard steel employs two hundred people')).toBe(false);
  });
});
