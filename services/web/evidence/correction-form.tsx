/** "This link is wrong": what the reader says is stored as a correction, for this posting or for these words anywhere. */
import { useId, useState } from 'preact/hooks';
import { ask, refusalOf, Refusal, type Asked } from '../ask/ask.ts';
import { forgetAnswers } from '../ask/use-answer.ts';
import type { EvidenceReply, SkillReply } from '../../domain/reply.ts';
import { RefusalNote } from '../parts/refusal-note.tsx';
import { texts } from '../texts/texts.ts';

const words = texts.evidence;

interface CorrectionFormProps {
  evidence: EvidenceReply;
  skill: Pick<SkillReply, 'id' | 'label'>;
  onClose: () => void;
}

export function CorrectionForm({ evidence, skill, onClose }: CorrectionFormProps) {
  const id = useId();
  const [isEverywhere, setEverywhere] = useState(false);
  const [why, setWhy] = useState('');
  const [state, setState] = useState<'open' | 'sending' | 'stored' | Refusal>('open');
  const marked = evidence.quote.slice(evidence.start, evidence.end);

  if (state === 'stored') {
    return (
      <p class="note" role="status">
        {words.wrongStored}
      </p>
    );
  }
  const send = async () => {
    setState('sending');
    try {
      const body = correctionOf(evidence, skill.id, marked, isEverywhere, why);
      await ask('post /v1/corrections', body);
      forgetAnswers();
      setState('stored');
    } catch (error) {
      setState(refusalOf(error));
    }
  };
  return (
    <form
      class="note stack tight"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <p>
        <strong>{words.wrongTitle}</strong> {words.wrongText(marked, skill.label)}
      </p>
      <label class="line">
        <input
          type="checkbox"
          checked={isEverywhere}
          onChange={(event) => {
            setEverywhere(event.currentTarget.checked);
          }}
        />
        {words.wrongEverywhere}
      </label>
      <div class="field">
        <label for={id}>{words.wrongWhy}</label>
        <input
          id={id}
          type="text"
          maxLength={500}
          value={why}
          onInput={(event) => {
            setWhy(event.currentTarget.value);
          }}
        />
      </div>
      {state instanceof Refusal && <RefusalNote refusal={state} />}
      <p class="line">
        <button type="submit" class="button main-one" disabled={state === 'sending'}>
          {words.wrongSend}
        </button>
        <button type="button" class="button" onClick={onClose}>
          {words.wrongCancel}
        </button>
      </p>
    </form>
  );
}

function correctionOf(
  { postingId }: EvidenceReply,
  skillId: string,
  marked: string,
  isEverywhere: boolean,
  why: string,
): Asked<'post /v1/corrections'> {
  return {
    kind: 'reject',
    skill: skillId,
    words: marked,
    ...(isEverywhere ? {} : { posting: postingId }),
    ...(why.trim() === '' ? {} : { why: why.trim() }),
  };
}
