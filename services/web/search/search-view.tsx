/** Everything that was found for some words, kind by kind. */
import type { ComponentChildren } from 'preact';
import { Link } from 'wouter-preact';
import { addressWith, credentialAddress, postingAddress, skillAddress, useAddress } from '../address/use-address.ts';
import { useAnswer } from '../ask/use-answer.ts';
import { credentialFacts } from '../credentials/credential-facts.ts';
import type { SearchReply } from '../../domain/directory-reply.ts';
import { Answered } from '../parts/answered.tsx';
import { useTitle } from '../parts/use-title.ts';
import { texts } from '../texts/texts.ts';

const words = texts.pages.search;
const { groups } = texts.shell.search;
const OF_EACH = 20;

export function SearchView() {
  const { get } = useAddress();
  const text = (get('text') ?? '').trim();
  const answer = useAnswer('get /v1/search', text === '' ? null : { text, limit: OF_EACH });
  const title = text === '' ? words.empty : words.title(text);
  useTitle(title);
  return (
    <div class="stack loose">
      <h1>{title}</h1>
      {text === '' && <p>{words.hint}</p>}
      <Answered answer={answer} rows={6}>
        {(found) =>
          Object.values(found).every((list) => list.length === 0) ? (
            <div class="note">
              <p>{words.nothing(text)}</p>
              <p>{words.nothingNext}</p>
            </div>
          ) : (
            <Found found={found} />
          )
        }
      </Answered>
    </div>
  );
}

function Found({ found: { skills, occupations, credentials, employers, postings } }: { found: SearchReply }) {
  const none = new URLSearchParams();
  return (
    <>
      <Group title={groups.skills}>
        {skills.map(({ skill, alias, postingCount }) => (
          <FoundLine
            key={skill.id}
            to={skillAddress(skill.id)}
            name={skill.label}
            beside={[alias === null ? null : words.alias(alias), words.postings(postingCount)]}
          />
        ))}
      </Group>
      <Group title={groups.occupations}>
        {occupations.map(({ id, label, alias, postingCount }) => (
          <FoundLine
            key={id}
            to={addressWith('/region', none, { occupation: id })}
            name={label}
            beside={[alias === null ? null : words.alias(alias), words.hires(postingCount)]}
          />
        ))}
      </Group>
      <Group title={groups.credentials}>
        {credentials.map((credential) => (
          <FoundLine
            key={credential.id}
            to={credentialAddress(credential.id)}
            name={credential.title}
            beside={credentialFacts(credential)}
          />
        ))}
      </Group>
      <Group title={groups.employers}>
        {employers.map(({ name, postingCount }) => (
          <FoundLine
            key={name}
            to={addressWith('/region', none, { employer: name })}
            name={name}
            beside={[words.hires(postingCount)]}
          />
        ))}
      </Group>
      <Group title={groups.postings}>
        {postings.map(({ id, title, employer, place, postedOn }) => (
          <FoundLine key={id} to={postingAddress(id)} name={title} beside={[employer, place, postedOn]} />
        ))}
      </Group>
    </>
  );
}

function Group({ title, children }: { title: string; children: ComponentChildren[] }) {
  if (children.length === 0) return null;
  return (
    <section class="stack tight">
      <h2>{title}</h2>
      <ul class="plain-list stack tight">{children}</ul>
    </section>
  );
}

function FoundLine({ to, name, beside }: { to: string; name: string; beside: readonly (string | null)[] }) {
  return (
    <li>
      <Link href={to}>{name}</Link>{' '}
      <span class="small quiet">{beside.filter((part) => part !== null && part !== '').join(' · ')}</span>
    </li>
  );
}
