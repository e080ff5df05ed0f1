/** A space of two skills, coding and baking, on an embedder with one direction of meaning for each. */
import { createReencodingReader } from '../../../models/sentence-reader.ts';
import type { ProposeDeps } from '../../../services/skills/propose-candidates.ts';
import { buildSkill } from '../store/store-fixture.ts';
import { createAxesEmbedder } from './axes-embedder.ts';
import { buildSkillSpace } from './build-skill-space.ts';

const embedder = createAxesEmbedder([/python|coding|scripts/i, /bread|baking|bake/i]);
const skills = [buildSkill('coding'), buildSkill('baking')];

/** Every sentence asks for something, and both skills are candidates of each. */
export const proposing: ProposeDeps = {
  space: buildSkillSpace(skills, embedder.vectorOf),
  mode: 'fast',
  reader: createReencodingReader(embedder, embedder),
  requirementClassifier: { features: [], weights: [0, 0], bias: 4 },
};
