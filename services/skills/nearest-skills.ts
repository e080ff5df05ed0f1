/** From the similarities of one text with all skills to the nearest few. */
export interface NearSkill {
  /** Position of the skill in its space. */
  skill: number;
  similarity: number;
}

/**
 * Nearest first; ties break on the position. Only what is above 0 is near.
 * @param similarities of each skill, by position
 */
export function nearestSkills(similarities: Float32Array, limit: number): NearSkill[] {
  const near: NearSkill[] = [];
  let floor = 0;
  for (let skill = 0; skill < similarities.length; skill++) {
    const similarity = similarities[skill] ?? 0;
    if (similarity <= floor) continue;
    let at = near.length;
    while (at > 0 && (near[at - 1]?.similarity ?? 0) < similarity) at--;
    near.splice(at, 0, { skill, similarity });
    if (near.length > limit) near.pop();
    if (near.length === limit) floor = near[limit - 1]?.similarity ?? 0;
  }
  return near;
}
