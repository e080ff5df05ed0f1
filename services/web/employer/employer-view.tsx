/** "Which skills does my company ask for, and who teaches them?": competencies with quotes, and what answers them. */
import { useState } from 'preact/hooks';
import type { Purpose } from '../../domain/brief.ts';
import { useAddress } from '../address/use-address.ts';
import type { Asked } from '../ask/ask.ts';
import { useAnswer } from '../ask/use-answer.ts';
import { Answered } from '../parts/answered.tsx';
import { useTitle } from '../parts/use-title.ts';
import { texts } from '../texts/texts.ts';
import { EmployerAnswer } from './employer-answer.tsx';
import { EmployerForm } from './employer-form.tsx';
import type { HandedIn } from './read-postings.ts';
import './employer.css';

const words = texts.employer;
const TOP = 30;
type Request = Asked<'post /v1/briefs/employer'>;

export function EmployerView() {
  const { get } = useAddress();
  const employer = get('employer');
  const [handedIn, setHandedIn] = useState<HandedIn | null>(null);
  const purpose = get('purpose') as Purpose | undefined;
  const shared = { top: TOP, ...(purpose === undefined ? {} : { purpose }) };
  const request: Request | null =
    employer !== undefined ? { ...shared, employer } : handedIn === null ? null : { ...shared, ...handedIn };
  const answer = useAnswer('post /v1/briefs/employer', request);
  const name = employer === undefined ? words.yourText : (answer.reply?.employer ?? employer);
  const question = request === null ? words.questionEmpty : words.question(name);
  useTitle(question);
  return (
    <div class="stack loose">
      <div class="stack">
        <h1>{question}</h1>
        <p class="lead no-print">{words.intro}</p>
        <EmployerForm employerName={answer.reply?.scope.employer?.name ?? null} onHandedIn={setHandedIn} />
      </div>
      <Answered answer={answer} rows={8} label={words.loading}>
        {(brief) => (
          // Verdicts belong to what was read: another text begins anew.
          <EmployerAnswer key={`${brief.scopeLabel} ${brief.postings.n}`} brief={brief} request={request ?? shared} />
        )}
      </Answered>
    </div>
  );
}
