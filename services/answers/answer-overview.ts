/** "What is in here?": counts, sources and the window of everything, for the start view. */
import type { OverviewReply } from '../domain/overview-reply.ts';
import type { BrowseDeps } from './browse-deps.ts';

/** How data/sample names its taxonomy, and the source of its postings and credentials. */
const SAMPLE = { framework: 'sample', source: 'skillgap-sample' };

export async function answerOverview({
  directory,
  taxonomy,
  modelId,
  conceptCounts,
}: BrowseDeps): Promise<OverviewReply> {
  const { postings, credentials, window, postingSources, credentialSources } = await directory.overview();
  const { n, employers, duplicatesRemoved } = postings;
  const sources = [...postingSources, ...credentialSources];
  return {
    postings: { n, employers, duplicatesRemoved },
    credentials,
    concepts: conceptCounts,
    taxonomy,
    model: { id: modelId },
    window,
    postingSources,
    credentialSources,
    isSamplePack:
      taxonomy.name === SAMPLE.framework &&
      sources.length > 0 &&
      sources.every(({ source }) => source === SAMPLE.source),
  };
}
