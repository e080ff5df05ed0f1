/** The four doors. Each opens with something to look at, found in what this installation holds. */
import { Link } from 'wouter-preact';
import { addressWith } from '../address/use-address.ts';
import { Answered } from '../parts/answered.tsx';
import { useTitle } from '../parts/use-title.ts';
import { useFirstScope } from '../scope/use-first-scope.ts';
import { useOverview } from '../scope/use-overview.ts';
import { texts } from '../texts/texts.ts';
import './start.css';

const words = texts.start;

export function StartView() {
  useTitle('');
  const overview = useOverview();
  const region = useFirstScope('region');
  const employer = useFirstScope('employer');
  const occupation = useFirstScope('occupation');
  const none = new URLSearchParams();
  const doors = [
    {
      key: 'region',
      words: words.doors.region,
      to: addressWith('/region', none, { region: region?.value }),
      open: region === null ? words.doors.region.title : words.doors.region.open(region.label),
    },
    {
      key: 'university',
      words: words.doors.university,
      to: addressWith('/university', none, { region: region?.value }),
      open: words.doors.university.open(),
    },
    {
      key: 'employer',
      words: words.doors.employer,
      to: addressWith('/employer', none, { employer: employer?.value }),
      open: employer === null ? words.doors.employer.title : words.doors.employer.open(employer.label),
    },
    {
      key: 'learner',
      words: words.doors.learner,
      to: addressWith('/learner', none, { occupation: occupation?.value, example: 'yes' }),
      open: words.doors.learner.open(),
    },
  ];
  return (
    <div class="stack loose">
      <div class="stack">
        <h1>{words.title}</h1>
        <p class="lead">{words.intro}</p>
      </div>
      <ul class="doors plain-list">
        {doors.map(({ key, words: door, to, open }) => (
          <li key={key} class="door">
            <h2>{door.title}</h2>
            <p>{door.text}</p>
            <Link href={to} class="button main-one">
              {open}
            </Link>
          </li>
        ))}
      </ul>
      <Answered answer={overview} rows={1}>
        {({ postings, credentials, concepts, isSamplePack }) => (
          <div class="stack tight">
            <p class="quiet">
              {words.holds(postings.n, postings.employers, credentials.n, credentials.providers, concepts.skills)}
            </p>
            {isSamplePack && <p class="note">{words.sampleNote}</p>}
          </div>
        )}
      </Answered>
    </div>
  );
}
