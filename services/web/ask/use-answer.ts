/**
 * A question in, its answer or what went wrong out, asked again whenever the question changes. While a new question is
 * on its way the last answer stays on screen, so that a view does not jump.
 */
import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { ask, refusalOf, type Asked, type CallName, type Refusal, type Told } from './ask.ts';

export interface Answer<Reply> {
  reply: Reply | null;
  refusal: Refusal | null;
  isAsking: boolean;
  askAgain: () => void;
}

interface State<Reply> {
  /** Of the question that this is the answer to. */
  identity: string | null;
  reply: Reply | null;
  refusal: Refusal | null;
}

/** Answers to GETs of this visit, so that going back is instant. Profiles and texts travel by POST and are not kept. */
const kept = new Map<string, unknown>();
const KEPT_ANSWERS = 60;

/** @param request null asks nothing */
export function useAnswer<Name extends CallName>(name: Name, request: Asked<Name> | null): Answer<Told<Name>> {
  const identity = request === null ? null : `${name} ${JSON.stringify(request)}`;
  const [state, setState] = useState<State<Told<Name>>>(() => {
    const before = keptReply(identity) as Told<Name> | null;
    return { identity: before === null ? null : identity, reply: before, refusal: null };
  });
  const [attempt, setAttempt] = useState(0);
  const latest = useRef(request);
  latest.current = request;

  useEffect(() => {
    const current = latest.current;
    if (current === null || identity === null) return undefined;
    const before = keptReply(identity) as Told<Name> | null;
    if (before !== null) {
      setState({ identity, reply: before, refusal: null });
      return undefined;
    }
    const stop = new AbortController();
    ask(name, current, stop.signal).then(
      (reply) => {
        if (name.startsWith('get ')) keep(identity, reply);
        setState({ identity, reply, refusal: null });
      },
      (error: unknown) => {
        if (!stop.signal.aborted) setState((last) => ({ identity, reply: last.reply, refusal: refusalOf(error) }));
      },
    );
    return () => {
      stop.abort();
    };
  }, [identity, attempt]);

  const askAgain = useCallback(() => {
    setState((last) => ({ ...last, identity: null, refusal: null }));
    setAttempt((last) => last + 1);
  }, []);

  return {
    reply: request === null ? null : state.reply,
    refusal: state.identity === identity ? state.refusal : null,
    isAsking: request !== null && state.identity !== identity,
    askAgain,
  };
}

/** What was written may change every answer. */
export function forgetAnswers(): void {
  kept.clear();
}

function keptReply(identity: string | null): unknown {
  return identity === null ? null : (kept.get(identity) ?? null);
}

function keep(identity: string, reply: unknown): void {
  kept.set(identity, reply);
  const [oldest] = kept.keys();
  if (kept.size > KEPT_ANSWERS && oldest !== undefined) kept.delete(oldest);
}
