/** What happened, what is safe, what to do: the only way an error is shown. Asks for a key where the server wants one. */
import { useState } from 'preact/hooks';
import { keepAccessKey } from '../ask/access-key.ts';
import type { Refusal } from '../ask/ask.ts';
import { texts } from '../texts/texts.ts';

const words = texts.shell.refusal;

export function RefusalNote({ refusal, askAgain }: { refusal: Refusal; askAgain?: (() => void) | undefined }) {
  if (refusal.status === 401) return <KeyForm askAgain={askAgain} />;
  const [title, detail] = wordsOf(refusal);
  const isOurs = refusal.status === 0 || refusal.status >= 500 || refusal.status === 429;
  return (
    <div class={isOurs ? 'note bad stack tight' : 'note warn stack tight'} role="alert">
      <h2>{title}</h2>
      <p>{detail}</p>
      {isOurs && askAgain !== undefined && (
        <p>
          <button type="button" class="button" onClick={askAgain}>
            {words.again}
          </button>
        </p>
      )}
    </div>
  );
}

function wordsOf({ status, title, message }: Refusal): [title: string, detail: string] {
  if (status === 0) return [words.offline, words.offlineDetail];
  if (status === 429) return [words.tooMany, words.tooManyDetail];
  if (status === 403) return [words.forbidden, message];
  if (status === 404) return [words.notFound, message];
  if (status === 503) return [title, `${message} ${words.safe}`];
  if (status >= 500) return [words.broken, words.brokenDetail];
  return [words.invalid, message];
}

function KeyForm({ askAgain }: { askAgain?: (() => void) | undefined }) {
  const [key, setKey] = useState('');
  return (
    <form
      class="note stack tight"
      onSubmit={(event) => {
        event.preventDefault();
        keepAccessKey(key.trim());
        if (askAgain === undefined) window.location.reload();
        else askAgain();
      }}
    >
      <h2>{words.keyTitle}</h2>
      <p>{words.keyDetail}</p>
      <div class="field">
        <label for="access-key">{words.keyLabel}</label>
        <input
          id="access-key"
          type="password"
          autocomplete="off"
          required
          value={key}
          onInput={(event) => {
            setKey(event.currentTarget.value);
          }}
        />
      </div>
      <p>
        <button type="submit" class="button main-one">
          {words.keySend}
        </button>
      </p>
    </form>
  );
}
