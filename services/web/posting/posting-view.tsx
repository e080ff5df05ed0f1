/** One posting: its text with the words marked that were read as skills, and the skills as a list. */
import { Link } from 'wouter-preact';
import type { PostingReply } from '../../domain/posting-reply.ts';
import { addressWith, skillAddress, useAddress } from '../address/use-address.ts';
import { useAnswer } from '../ask/use-answer.ts';
import { PostingQuote } from '../evidence/posting-quote.tsx';
import { ExportMenu } from '../export/export-menu.tsx';
import { Answered } from '../parts/answered.tsx';
import { useTitle } from '../parts/use-title.ts';
import { day } from '../texts/numbers.ts';
import { texts } from '../texts/texts.ts';
import { markText } from './marked-text.ts';
import './posting.css';

const words = texts.pages.posting;

export function PostingView() {
  const { get } = useAddress();
  const id = get('id');
  const answer = useAnswer('get /v1/postings/{id}', id === undefined ? null : { id });
  useTitle(answer.reply?.posting.title ?? '');
  return (
    <Answered answer={answer} rows={8} heading={words.heading}>
      {(reply) => <PostingPage reply={reply} wanted={get('skill')} />}
    </Answered>
  );
}

function PostingPage({ reply, wanted }: { reply: PostingReply; wanted: string | undefined }) {
  const { posting, links, isLinked } = reply;
  const none = new URLSearchParams();
  const dates = [
    posting.postedOn === null ? null : words.posted(day(posting.postedOn)),
    posting.validUntil === null ? null : words.until(day(posting.validUntil)),
  ].filter((date) => date !== null);
  return (
    <div class="stack loose">
      <div class="stack tight">
        <div class="between">
          <h1>{posting.title}</h1>
          <ExportMenu title={posting.title} whole={reply} />
        </div>
        <p>
          {posting.employer === null ? (
            texts.evidence.unknownEmployer
          ) : (
            <Link href={addressWith('/region', none, { employer: posting.employer })}>{posting.employer}</Link>
          )}
          {posting.region !== null && (
            <>
              {', '}
              <Link href={addressWith('/region', none, { region: posting.region.code })}>{posting.region.name}</Link>
            </>
          )}
        </p>
        <p class="quiet small">{dates.join(', ')}</p>
        <p class="line no-print">
          <Link class="button small-one" href={addressWith('/learner', none, { posting: posting.id })}>
            {words.target}
          </Link>
          {posting.url !== null && /^https?:\/\//iu.test(posting.url) && (
            <a href={posting.url} rel="noreferrer">
              {words.original}
            </a>
          )}
        </p>
      </div>
      <div class="posting-columns">
        <section class="stack">
          <h2>{words.text}</h2>
          <p class="quiet small">{words.textIntro}</p>
          <p class="reading posting-text">
            {markText(posting.description, links).map(({ text, place }, position) =>
              place === null ? (
                text
              ) : (
                <mark key={position} class={place.skill.id === wanted ? 'is-wanted' : ''} title={place.skill.label}>
                  {text}
                </mark>
              ),
            )}
          </p>
        </section>
        <section class="stack">
          <h2>{words.skills}</h2>
          {!isLinked && <p class="note">{words.notLinked}</p>}
          {isLinked && links.length === 0 && <p class="quiet">{words.none}</p>}
          <ul class="plain-list stack">
            {links.map((link) => (
              <li key={`${link.skill.id}-${link.start}`} class="stack tight">
                <p>
                  <Link href={skillAddress(link.skill.id)}>{link.skill.label}</Link>{' '}
                  <span class="tag">{words.need[necessityOf(reply, link.requirementPosition)]}</span>
                </p>
                <PostingQuote evidence={evidenceOf(reply, link)} skill={link.skill} />
              </li>
            ))}
          </ul>
        </section>
      </div>
    </div>
  );
}

type StoredLink = PostingReply['links'][number];

function necessityOf({ requirements }: PostingReply, position: number) {
  return requirements.find((requirement) => requirement.position === position)?.necessity ?? 'unstated';
}

/** The sentence a link stands in; offsets then count from its start. */
function evidenceOf({ posting, requirements }: PostingReply, link: StoredLink) {
  const sentence = requirements.find(({ position }) => position === link.requirementPosition);
  const from = sentence?.start ?? link.start;
  return {
    postingId: posting.id,
    title: posting.title,
    employer: posting.employer,
    postedOn: posting.postedOn,
    quote: posting.description.slice(from, sentence?.end ?? link.end),
    start: link.start - from,
    end: link.end - from,
    confidence: link.confidence,
  };
}
