/** The sentences of a paragraph in somebody's file: each may show a skill by itself. None where there is no paragraph. */
export function paragraphSentences(paragraph: string | undefined): string[] {
  return paragraph?.split(/(?<=[.!?])\s+/u) ?? [];
}
