/** "What does our catalogue teach of what a region lacks?": coverage, white space, the catalogue itself. */
import { Link } from 'wouter-preact';
import { addressWith, namesScope, scopeParts, useAddress } from '../address/use-address.ts';
import { useAnswer } from '../ask/use-answer.ts';
import { useTitle } from '../parts/use-title.ts';
import { ScopeFields } from '../scope/scope-fields.tsx';
import { scopeTitle } from '../scope/scope-title.ts';
import { useRegionOnArrival } from '../scope/use-first-scope.ts';
import { texts } from '../texts/texts.ts';
import { Catalogue } from './catalogue.tsx';
import { Coverage } from './coverage.tsx';
import { ProviderField } from './provider-field.tsx';
import { WhiteSpace } from './white-space.tsx';
import './university.css';

const words = texts.university;
const TABS = ['coverage', 'white', 'catalogue'] as const;
/** Largest gaps that the catalogue is laid over. */
const SKILLS = 20;

export function UniversityView() {
  useRegionOnArrival();
  const { get } = useAddress();
  const parts = scopeParts(get);
  const provider = get('provider');
  const hasScope = namesScope(parts);
  const tab = TABS.find((one) => one === get('tab')) ?? 'coverage';
  const answer = useAnswer('get /v1/catalogue', hasScope ? { ...parts, provider, top: SKILLS } : null);
  const place = scopeTitle(answer.reply);
  const question = hasScope ? words.question(provider ?? words.wholeCatalogue, place ?? '…') : words.questionEmpty;
  useTitle(question);
  return (
    <div class="stack loose">
      <div class="stack no-print">
        <h1>{question}</h1>
        {!hasScope && <p class="lead">{words.intro}</p>}
        <div class="stack tight">
          <ProviderField />
          <ScopeFields scope={answer.reply?.scope ?? null} hasFramework={false} kinds={['region', 'occupation']} />
        </div>
        <Tabs current={tab} />
      </div>
      {tab === 'coverage' && <Coverage answer={answer} />}
      {tab === 'white' && hasScope && <WhiteSpace parts={parts} place={place ?? ''} />}
      {tab === 'catalogue' && <Catalogue />}
    </div>
  );
}

function Tabs({ current }: { current: (typeof TABS)[number] }) {
  const { path, params } = useAddress();
  return (
    <nav class="tabs" aria-label={words.parts}>
      {TABS.map((tab) => (
        <Link
          key={tab}
          href={addressWith(path, params, { tab: tab === 'coverage' ? null : tab, brief: null, why: null })}
          aria-current={tab === current ? 'page' : undefined}
        >
          {words.tabs[tab]}
        </Link>
      ))}
    </nav>
  );
}
