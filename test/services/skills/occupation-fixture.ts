/** A space of a few occupations with labels in two languages, on the hashing embedder. */
import { createHashingEmbedder } from '../../../models/hashing-embedder.ts';
import type { LetterMap } from '../../../models/letter-encoder.ts';
import { createPlainProduct } from '../../../models/matrix-product.ts';
import type { Occupation } from '../../../services/domain/occupation.ts';
import { buildOccupationSpace, type OccupationSpace } from '../../../services/skills/occupation-space.ts';
import type { ConceptLabel } from '../../../services/store/store.ts';

export const embedder = createHashingEmbedder();

const occupation = (id: string, preferredLabel: string, iscoCode: string): Occupation => ({
  id,
  framework: 'own',
  preferredLabel,
  altLabels: [],
  description: null,
  iscoCode,
  code: null,
});

export const OCCUPATIONS = [
  occupation('nurse', 'specialist nurse', '2221'),
  occupation('data', 'data scientist', '2511'),
  occupation('welder', 'welder', '7212'),
];

const label = (conceptId: string, text: string, language = 'en', kind: ConceptLabel['kind'] = 'alternative') => ({
  conceptId,
  language,
  kind,
  label: text,
});

export const LABELS: ConceptLabel[] = [
  ...OCCUPATIONS.map(({ id, preferredLabel }) => label(id, preferredLabel, 'en', 'preferred')),
  label('nurse', 'staff nurse'),
  label('data', 'data expert'),
  label('nurse', 'Krankenpfleger', 'de', 'preferred'),
  label('welder', 'Schweißer', 'de', 'preferred'),
];

export function openSpace(
  letterMapOf: (language: string) => LetterMap | undefined = () => undefined,
  occupations: readonly Occupation[] = OCCUPATIONS,
): Promise<OccupationSpace> {
  return buildOccupationSpace(occupations, LABELS, {
    openVectors: async (texts) => {
      const vectors = await embedder.embed(texts.map((entry) => entry.texts[0] ?? ''));
      const byId = new Map(texts.map(({ id }, at) => [id, vectors[at]]));
      return { vectorOf: (id) => byId.get(id) };
    },
    createProduct: (matrix, columns) => Promise.resolve(createPlainProduct(matrix, columns)),
    letterMapOf,
    dimensions: embedder.dimensions,
  });
}
