/** The catalogue itself, page by page, and the way to bring one's own. */
import { Link } from 'wouter-preact';
import { credentialAddress, useAddress } from '../address/use-address.ts';
import { useAnswer } from '../ask/use-answer.ts';
import { credentialFacts } from '../credentials/credential-facts.ts';
import { Answered } from '../parts/answered.tsx';
import { ImportCatalogue } from './import-catalogue.tsx';
import { texts } from '../texts/texts.ts';

const words = texts.university.catalogue;
const PAGE = 50;

export function Catalogue() {
  const { get, change } = useAddress();
  const provider = get('provider');
  const text = get('words') ?? '';
  const offset = Math.max(0, Number(get('from') ?? 0) || 0);
  const answer = useAnswer('get /v1/credentials', { provider, text, offset, limit: PAGE });
  return (
    <section class="stack loose" aria-labelledby="catalogue">
      <ImportCatalogue />
      <div class="between">
        <h2 id="catalogue">{words.listTitle}</h2>
        <div class="field">
          <label for="catalogue-words">{words.search}</label>
          <input
            id="catalogue-words"
            type="search"
            value={text}
            onChange={(event) => {
              change({ words: event.currentTarget.value, from: null }, { isStep: false });
            }}
          />
        </div>
      </div>
      <Answered answer={answer} rows={8}>
        {({ total, credentials }) => (
          <div class="stack">
            <p role="status">{words.total(total)}</p>
            <table class="facts-table">
              <caption class="unseen">{words.listTitle}</caption>
              <thead>
                <tr>
                  <th scope="col">{words.columns.title}</th>
                  <th scope="col">{words.columns.facts}</th>
                </tr>
              </thead>
              <tbody>
                {credentials.map((credential) => (
                  <tr key={credential.id}>
                    <th scope="row">
                      <Link href={credentialAddress(credential.id)}>{credential.title}</Link>
                    </th>
                    <td class="small">{credentialFacts(credential).join(' · ')}</td>
                  </tr>
                ))}
              </tbody>
            </table>
            <p class="line">
              {offset > 0 && (
                <button
                  type="button"
                  class="button"
                  onClick={() => {
                    change({ from: offset > PAGE ? offset - PAGE : null });
                  }}
                >
                  {words.less}
                </button>
              )}
              {offset + PAGE < total && (
                <button
                  type="button"
                  class="button"
                  onClick={() => {
                    change({ from: offset + PAGE });
                  }}
                >
                  {words.more}
                </button>
              )}
            </p>
          </div>
        )}
      </Answered>
    </section>
  );
}
