/** From the cosines of one text with all skills to the nearest few. */
import type { ComparedText } from './compare-sentences.ts';

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

let nearer = new Float32Array();

/** By the nearer of a skill's label and the mean of its labels. */
export function nearestByName({ labels, allLabels }: ComparedText, limit: number): NearSkill[] {
  if (nearer.length !== labels.length) nearer = new Float32Array(labels.length);
  for (let skill = 0; skill < labels.length; skill++) {
    const label = labels[skill] ?? 0;
    const all = allLabels[skill] ?? 0;
    nearer[skill] = label > all ? label : all;
  }
  return nearestSkills(nearer, limit);
}
