/** Values that mean something to one installation, by the names of the fields that take them. */
import { createClient } from '../../services/api/client.ts';
import type { KnownValues } from './arbitrary-requests.ts';

/** Read over the API itself. @param url where it listens */
export async function knownValues(url: string, key?: string): Promise<KnownValues> {
  const ask = createClient({ base: url, ...(key === undefined ? {} : { key }) });
  const scopes = async (kind: 'region' | 'employer' | 'occupation') =>
    (await ask('get /v1/scopes', { kind, limit: 20 })).scopes.map(({ value }) => value);
  const regions = await scopes('region');
  const { gaps } = await ask('get /v1/gaps', { region: regions[0] ?? 'IE', top: 20 });
  const { credentials, providers } = await ask('get /v1/credentials', { limit: 20 });
  const skills = gaps.map(({ skill }) => skill.id);
  const postings = gaps.flatMap(({ evidence }) => evidence.map(({ postingId }) => postingId));
  return {
    region: regions,
    employer: await scopes('employer'),
    occupation: [...(await scopes('occupation')), '2511', '25', 'data analyst'],
    posting: postings,
    id: [...skills, ...postings, ...credentials.map(({ id }) => id), 1, 2, 'abcd1234'],
    provider: providers.map(({ provider }) => provider),
    skill: [...skills, ...gaps.map(({ skill }) => skill.label)],
    words: ['data', 'team', 'clear English'],
    framework: ['wef'],
    currency: ['EUR', 'GBP'],
    language: ['en', 'en,de'],
    timeLimit: [0.05],
    since: ['2020-01-01'],
    until: ['2029-01-01'],
    learner: [
      'I know SQL queries and Excel.\nLed a team of five.',
      { skills: [{ name: 'Python' }], meta: { target: 'data analyst' } },
    ],
    text: [
      'data',
      'Data clerk\nYou know SQL queries and clear English.',
      '{"title": "Clerk", "description": "You know SQL queries."}',
    ],
    postings: [[{ title: 'Clerk', description: 'You know SQL queries.' }]],
  };
}
