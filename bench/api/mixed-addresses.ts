/** What people who share a page ask of it, drawn from what the server itself says there is. The same home gives the same list. */
import { createClient, requestOf, type CallName } from '../../services/api/client.ts';

export async function mixedAddresses(url: string): Promise<string[]> {
  const ask = createClient({ base: url });
  const scopes = async (kind: 'region' | 'employer' | 'occupation', limit: number) =>
    (await ask('get /v1/scopes', { kind, limit })).scopes.map(({ value }) => value);
  const [regions, employers, occupations] = [
    await scopes('region', 25),
    await scopes('employer', 15),
    await scopes('occupation', 25),
  ];
  const [first = ''] = regions;
  const { gaps } = await ask('get /v1/gaps', { region: first, top: 40 });
  const { credentials, providers } = await ask('get /v1/credentials', { limit: 40 });
  const skills = gaps.map(({ skill }) => skill);
  const postings = gaps.flatMap(({ evidence }) => evidence.map(({ postingId }) => postingId)).slice(0, 60);
  const addresses: string[] = [];
  const add = (name: CallName, request: Record<string, unknown>) => {
    addresses.push(requestOf(name, request).url);
  };
  add('get /v1/overview', {});
  for (const scope of [
    ...regions.map((region) => ({ region })),
    ...employers.map((employer) => ({ employer })),
    ...occupations.map((occupation) => ({ occupation })),
  ]) {
    add('get /v1/gaps', { ...scope, series: true });
    add('get /v1/rank', { ...scope, top: 10 });
  }
  for (const region of regions.slice(0, 10)) {
    add('get /v1/gaps', { region, framework: 'wef' });
    add('get /v1/plan', { region, budget: 600, currency: 'EUR', hours: 150 });
    add('get /v1/map', { region, top: 100 });
    add('get /v1/catalogue', { region, provider: providers[0]?.provider });
  }
  for (const { id } of skills) add('get /v1/skills/{id}', { id });
  for (const id of postings) add('get /v1/postings/{id}', { id });
  for (const { id } of credentials) add('get /v1/credentials/{id}', { id });
  for (let offset = 0; offset < 500; offset += 50) add('get /v1/credentials', { offset });
  // A search box asks at every letter.
  for (const { label } of skills.slice(0, 15)) {
    for (let length = 2; length <= Math.min(8, label.length); length += 2) {
      add('get /v1/search', { text: label.slice(0, length) });
      add('get /v1/scopes', { kind: 'occupation', text: label.slice(0, length) });
    }
  }
  return addresses;
}
