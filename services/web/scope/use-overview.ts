/** What this installation holds; asked once a visit. */
import type { OverviewReply } from '../../domain/overview-reply.ts';
import { useAnswer, type Answer } from '../ask/use-answer.ts';

export function useOverview(): Answer<OverviewReply> {
  return useAnswer('get /v1/overview', {});
}
