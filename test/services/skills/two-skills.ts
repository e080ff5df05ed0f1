/** A space of two skills, coding and baking, on an embedder with one direction of meaning for each. */
import { createReencodingReader } from '../../../models/sentence-reader.ts';
import type { TextEmbedder } from '../../../models/text-embedder.ts';
import type { ProposeDeps } from '../../../services/skills/propose-candidates.ts';
import { buildSkill } from '../store/store-fixture.ts';
import { buildSkillSpace } from './build-skill-space.ts';

const AXES = [/python|coding|scripts/i, /bread|baking|bake/i];

function vectorOf(text: string): Float32Array {
  const vector = Float32Array.from(AXES, (axis) => (axis.test(text) ? 1 : 0));
  const length = Math.hypot(...vector);
  return length === 0 ? vector : vector.map((value) => value / length);
}

const embedder: TextEmbedder = {
  modelId: 'axes',
  dimensions: AXES.length,
  embed: (texts) => Promise.resolve(texts.map(vectorOf)),
};
const skills = [buildSkill('coding'), buildSkill('baking')];

/** Every sentence asks for something, and both skills are candidates of each. */
export const proposing: ProposeDeps = {
  space: buildSkillSpace(skills, vectorOf),
  mode: 'fast',
  reader: createReencodingReader(embedder, embedder),
  requirementClassifier: { features: [], weights: [0, 0], bias: 4 },
};
