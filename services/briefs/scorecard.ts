/**
 * A credential and what it closes of a scope's gap in; its six characteristics A-F and five advantages out, each with the
 * words of the catalogue that show it, or unknown.
 *
 * `met` is 1 for shown, 0.5 for shown in part, 0 for shown not to be so, null for unknown. Unknown is never counted as
 * 0, and nothing is added up: six numbers of different things have no sum.
 */
import type { Credential } from '../domain/credential.ts';
import type { Finding, Scorecard } from '../domain/scorecard.ts';

export interface MarketEvidence {
  /** 0 to 1, with the postings behind it and the day it was measured; null where too few postings say anything. */
  gapClosed: number | null;
  postingCount: number;
  measuredOn: string;
}

export function scoreCredential(credential: Credential, market: MarketEvidence): Scorecard {
  const relevance = marketRelevance(market);
  const flexible = flexibility(credential);
  const stackable = stackability(credential);
  return {
    characteristics: [
      { id: 'A', name: 'competency-based assessment', ...assessment(credential) },
      { id: 'B', name: 'industry alignment', ...relevance },
      { id: 'C', name: 'stackable design', ...stackable },
      { id: 'D', name: 'digital verification', ...verification(credential) },
      { id: 'E', name: 'flexible delivery', ...flexible },
      { id: 'F', name: 'continuous updates', ...currency(credential, market.measuredOn) },
    ],
    advantages: [
      { name: 'rapid skill acquisition', ...rapidity(credential) },
      { name: 'flexible schedules', ...flexible },
      { name: 'personalised pathways', ...stackable },
      { name: 'lower cost', ...cost(credential) },
      { name: 'market relevance', ...relevance },
    ],
  };
}

type Shown = Pick<Finding, 'met' | 'evidence'>;
const unknown: Shown = { met: null, evidence: 'unknown' };

/** What a learner has to do, not how long they sat: practical kinds of assessment (paper D, A). */
const PRACTICAL =
  /project|portfolio|practical|demonstrat|simulation|case|lab\b|performance|peer|capstone|observ|oral|task/iu;
const SEAT_TIME = /attendance|participation|none|no assessment/iu;

function assessment({ assessment: stated }: Credential): Shown {
  if (stated === null) return unknown;
  const words = [stated.type, stated.description].filter((part) => part !== null).join(': ');
  if (PRACTICAL.test(words)) return { met: 1, evidence: words };
  return { met: SEAT_TIME.test(words) ? 0 : 0.5, evidence: words };
}

function marketRelevance({ gapClosed, postingCount, measuredOn }: MarketEvidence): Shown {
  if (gapClosed === null) return unknown;
  const evidence = `closes ${(100 * gapClosed).toFixed(1)} of 100 parts of the gap in ${postingCount} postings, measured on ${measuredOn}`;
  return { met: gapClosed, evidence };
}

function stackability({ stackable, partOfIds, hasPartIds, integrationMode }: Credential): Shown {
  const parts = [
    ...partOfIds.map((id) => `part of ${id}`),
    ...hasPartIds.map((id) => `contains ${id}`),
    ...(integrationMode === 'stackable' ? ['integration mode: stackable'] : []),
  ];
  if (parts.length > 0) return { met: 1, evidence: parts.slice(0, 3).join('; ') };
  if (stackable === null) return unknown;
  return stackable ? { met: 1, evidence: 'stated as stackable' } : { met: 0, evidence: 'stated as stand-alone' };
}

const DIGITAL = /open badge|digital|verifiable|europass|edci?\b|blockchain|credly|badge/iu;

function verification({ issuing }: Credential): Shown {
  if (issuing === null) return unknown;
  return { met: DIGITAL.test(issuing) ? 1 : 0, evidence: `issued as: ${issuing}` };
}

function flexibility({ participation }: Credential): Shown {
  if (participation === 'unspecified') return unknown;
  const met = participation === 'onsite' ? 0 : participation === 'blended' ? 0.5 : 1;
  return { met, evidence: `form of participation: ${participation}` };
}

const YEAR_MS = 365.25 * 24 * 3600 * 1000;

function currency({ lastReviewedOn }: Credential, today: string): Shown {
  if (lastReviewedOn === null) return unknown;
  const years = (Date.parse(today) - Date.parse(lastReviewedOn)) / YEAR_MS;
  return { met: years <= 1 ? 1 : years <= 3 ? 0.5 : 0, evidence: `last reviewed on ${lastReviewedOn}` };
}

/** A micro-credential takes 1 to 100 hours (paper B, section 2). */
const MOST_HOURS = 100;

function rapidity({ workloadHours }: Credential): Shown {
  if (workloadHours === null) return unknown;
  return { met: workloadHours <= MOST_HOURS ? 1 : 0, evidence: `${workloadHours} hours` };
}

/** Only what costs nothing is lower for certain: what a degree would cost here, nobody told us. */
function cost({ price }: Credential): Shown {
  if (price === null) return unknown;
  if (price.amount === 0) return { met: 1, evidence: 'free' };
  return { met: null, evidence: `${price.amount} ${price.currency}; what the alternatives cost is unknown` };
}
