/** Search in the header of every view: `/` puts the cursor there, Enter shows everything that was found. */
import { useCallback, useEffect, useRef } from 'preact/hooks';
import { useLocation } from 'wouter-preact';
import { addressWith, credentialAddress, skillAddress } from '../address/use-address.ts';
import { ask } from '../ask/ask.ts';
import type { SearchReply } from '../../domain/directory-reply.ts';
import { ChoiceField, type Choice } from '../parts/choice-field.tsx';
import { texts } from '../texts/texts.ts';

const words = texts.shell.search;
const MIN_LENGTH = 2;

export function SearchBox() {
  const [, navigate] = useLocation();
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      event.preventDefault();
      input.current?.focus();
    };
    document.addEventListener('keydown', onKey);
    return () => {
      document.removeEventListener('keydown', onKey);
    };
  }, []);
  const find = useCallback((text: string, signal: AbortSignal) => findAnything(text, signal), []);
  return (
    <ChoiceField
      label={words.label}
      isLabelHidden
      placeholder={words.placeholder}
      chosen={null}
      find={find}
      nothing={(text) => (text.trim().length < MIN_LENGTH ? words.keyHint : words.nothing(text))}
      clearLabel=""
      inputRef={input}
      onChoose={(choice) => {
        if (choice !== null) navigate(choice.value);
      }}
      onText={(text) => {
        navigate(addressWith('/search', new URLSearchParams(), { text }));
      }}
    />
  );
}

async function findAnything(text: string, signal: AbortSignal): Promise<Choice[]> {
  if (text.trim().length < MIN_LENGTH) return [];
  const found = await ask('get /v1/search', { text: text.trim(), limit: 4 }, signal);
  return choicesOf(found);
}

/** The value of each is the address it leads to. */
export function choicesOf({ skills, occupations, credentials, employers }: SearchReply): Choice[] {
  const none = new URLSearchParams();
  return [
    ...skills.map(({ skill, alias }) => ({
      value: skillAddress(skill.id),
      label: skill.label,
      beside: alias ?? words.kinds.skill,
    })),
    ...occupations.map(({ id, label, alias }) => ({
      value: addressWith('/region', none, { occupation: id }),
      label,
      beside: alias ?? words.kinds.occupation,
    })),
    ...credentials.map((credential) => ({
      value: credentialAddress(credential.id),
      label: credential.title,
      beside: credential.provider ?? words.kinds.credential,
    })),
    ...employers.map(({ name }) => ({
      value: addressWith('/region', none, { employer: name }),
      label: name,
      beside: words.kinds.employer,
    })),
  ];
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName))
  );
}
