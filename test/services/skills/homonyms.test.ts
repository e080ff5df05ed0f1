import { describe, expect, it } from 'vitest';
import { evidenceNeeded } from '../../../services/skills/homonyms.ts';
import { findCandidates } from '../../../services/skills/find-candidates.ts';
import { buildSkill } from '../store/store-fixture.ts';
import { createAxesEmbedder } from './axes-embedder.ts';
import { buildSkillSpace } from './build-skill-space.ts';

const esco = (preferredLabel: string) => ({ id: `http://data.europa.eu/esco/skill/${preferredLabel}`, preferredLabel });

describe('evidenceNeeded', () => {
  it.each([
    ['repair pipelines', 'maintain data pipelines and dashboards', false],
    ['repair pipelines', 'repair gas pipelines in the field', true],
    ['types of pipelines', 'water mains and pipework', true],
    ['migration', 'data migration between two systems', false],
    ['migration', 'immigration and asylum law', true],
    ['process applications', 'real-time processing applications', false],
    ['process applications', 'process applications for passports', true],
    ['move soil', 'dump soiled linen', false],
    ['move soil', 'move soil with an excavator', true],
    ['orchestrate music', 'Orchestration: Airflow, Dagster', false],
    ['orchestrate music', 'orchestrate music for a string quartet', true],
    ['mentor individuals', 'Learn about individuals’ specific needs', false],
    ['mentor individuals', 'mentoring junior scientists', true],
    ['manage a team', 'Work closely with the management team', false],
    ['manage a team', 'experience of leading and managing a team', true],
    ['manage a team', 'line management of the ward staff', true],
    ['work with nursing staff', 'As a Staff Nurse you will be working as part of a team', false],
    ['work with nursing staff', 'working alongside the ward’s nursing staff', true],
    ['ventilation systems', 'care for ventilated patients', false],
    ['ventilation systems', 'maintain heating and ventilation ducts', true],
    ['legislation procedure', 'apply legislation and local procedures', false],
    ['legislation procedure', 'follow bills through parliament', true],
    ['supervise work', 'work without supervision', false],
    ['supervise work', 'supervises the work of two welders', true],
    ['building automation', 'build tools to automate manual processes', false],
    ['building automation', 'HVAC and building automation controls', true],
    ['assume responsibility', 'You will be responsible for a ward of twelve beds', false],
    ['assume responsibility', 'take personal responsibility for own actions', true],
    ['assume responsibility', 'To act in a responsible manner', true],
    ['support nurses', 'a nurse to join the Intensive Support Service', false],
    ['support nurses', 'you will support the qualified nurses', true],
    ['liaise with managers', 'liaising with third-party suppliers', false],
    ['liaise with managers', 'work closely with the management team', true],
    ['design principles', 'Quality by Design principles', false],
    ['design principles', 'graphic design principles and layout', true],
    ['follow a brief', 'work alone following a brief period of training', false],
    ['follow a brief', 'works to creative briefs and tight deadlines', true],
    ['product data management', 'define new data products and features', false],
    ['product data management', 'keep the product data of suppliers complete', true],
    ['industrial software', '7 years in the software industry', false],
    ['industrial software', 'SCADA and other industrial software', true],
    ['monitor programming', 'monitor work, evaluate programs', false],
    ['monitor programming', 'monitor the programming of the radio station', true],
    ['think innovately', 'we shape the future of advertising', false],
    ['think innovately', 'the ability to be innovative', true],
    ['lead others', 'take the lead role in liaising with the auditors', false],
    ['lead others', 'leads other special projects', false],
    ['lead others', 'the Course Lead will lead the existing team', true],
    ['lead others', 'scope, lead, and execute projects', true],
    ['manage staff', 'advise management and staff', false],
    ['manage staff', 'supports the senior staff and Unit Manager', false],
    ['manage staff', 'assigns work to subordinate employees', true],
    ['manage staff', 'ability to manage staffing requirements', true],
    ['document your own practice', 'practice within own scope of practice', false],
    ['document your own practice', 'keep a portfolio and reflect on your practice', true],
  ])('of "%s" in "%s" is there: %s', (label, sentence, isThere) => {
    expect(evidenceNeeded(esco(label))?.test(sentence)).toBe(isThere);
  });

  it('is asked for no other skill, nor for one of an own list that is called the same', () => {
    expect(evidenceNeeded(esco('manage a budget'))).toBeUndefined();
    expect(evidenceNeeded({ id: 'own:7', preferredLabel: 'data pipelines' })).toBeUndefined();
  });

  it('keeps the skill from being proposed where it is missing, however near the words are', () => {
    const embedder = createAxesEmbedder([/pipelines/i, /bread/i, /parking/i]);
    const { id, preferredLabel } = esco('repair pipelines');
    const space = buildSkillSpace([buildSkill(id, { preferredLabel })], embedder.vectorOf);
    const proposed = (text: string) => {
      const labels = Float32Array.of(1);
      const near = [{ skill: 0, similarity: 1 }];
      const compared = { labels, allLabels: labels, near, descriptions: Float32Array.of(0), windows: [] };
      return findCandidates(space, text, compared, 0).map(({ skillId }) => skillId);
    };
    expect(proposed('build data pipelines')).toEqual([]);
    expect(proposed('build oil pipelines')).toEqual([id]);
  });
});
