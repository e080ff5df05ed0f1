/**
 * Tables with the columns and the traps of the official ESCO files, their content invented: two skills, a group of
 * each kind, one described occupation and one that only the relations know.
 */
const SKILL = 'http://data.europa.eu/esco/skill';
const OCCUPATION = 'http://data.europa.eu/esco/occupation';

export const ids = {
  brew: `${SKILL}/00000000-0000-0000-0000-00000000000a`,
  tasting: `${SKILL}/00000000-0000-0000-0000-00000000000b`,
  making: `${SKILL}/00000000-0000-0000-0000-00000000000c`,
  food: 'http://data.europa.eu/esco/isced-f/0721',
  unknownGroup: `${SKILL}/00000000-0000-0000-0000-00000000000d`,
  brewer: `${OCCUPATION}/00000000-0000-0000-0000-000000000001`,
  phantom: `${OCCUPATION}/00000000-0000-0000-0000-000000000002`,
  isco7: 'http://data.europa.eu/esco/isco/C7',
  isco75: 'http://data.europa.eu/esco/isco/C75',
};

export const classification: Readonly<Record<string, string>> = {
  'skills_en.csv': [
    'conceptType,conceptUri,skillType,reuseLevel,preferredLabel,altLabels,hiddenLabels,status,modifiedDate,scopeNote,definition,inScheme,description',
    `KnowledgeSkillCompetence,${ids.brew},skill/competence,sector-specific, brew\u00a0 tea ,"make tea\nbrew tea\n\n  prepare  tea\nmake tea",tee,released,,,,"a,\nb","Pours water\non leaves."`,
    `KnowledgeSkillCompetence,${ids.tasting},,,tasting,,,released,,,,,`,
  ].join('\n'),
  'skillGroups_en.csv': [
    'conceptType,conceptUri,preferredLabel,altLabels,hiddenLabels,status,modifiedDate,scopeNote,inScheme,description,code',
    `SkillGroup,${ids.food},food processing,,,released,,,,,`,
    `SkillGroup,${ids.making},making drinks,,,released,,,,Drinks of all kinds.,S8.1`,
  ].join('\n'),
  'skillsHierarchy_en.csv': [
    'Level 0 URI,Level 0 preferred term,Level 1 URI,Level 1 preferred term,Level 2 URI,Level 2 preferred term,Level 3 URI,Level 3 preferred term,Description,Scope note,Level 0 code,Level 1 code,Level 2 code,Level 3 code',
    `${ids.food},food processing,,,,,,,,,S8`,
    `${ids.food},food processing,${ids.making},making drinks,,,,,,,S8,S8.1`,
  ].join('\n'),
  'occupations_en.csv': [
    'conceptType,conceptUri,iscoGroup,preferredLabel,altLabels,hiddenLabels,status,modifiedDate,regulatedProfessionNote,scopeNote,definition,inScheme,description,code',
    `Occupation,${ids.brewer},75,tea brewer,"tea maker\nbrewer of tea",,released,,,,,,Brews tea.,75.1`,
  ].join('\n'),
  'ISCOGroups_en.csv': [
    'conceptType,conceptUri,code,preferredLabel,status,altLabels,inScheme,description',
    `ISCOGroup,${ids.isco7},7,Craft workers,released,,,`,
    `ISCOGroup,${ids.isco75},75,Food workers,released,,,`,
  ].join('\n'),
  'conceptSchemes_en.csv': 'conceptType,conceptSchemeUri\nConceptScheme,x',
};

export const relations: Readonly<Record<string, string>> = {
  'occupationSkillRelations.csv': [
    'occupationUri,relationType,skillType,skillUri',
    `${ids.brewer},essential,skill/competence,${ids.brew}`,
    `${ids.brewer},optional,,${ids.tasting}`,
    `${ids.phantom},essential,skill/competence,${ids.brew}`,
  ].join('\n'),
  'skillSkillRelations.csv': [
    'originalSkillUri,originalSkillType,relationType,relatedSkillType,relatedSkillUri',
    `${ids.brew},skill/competence,optional,knowledge,${ids.tasting}`,
  ].join('\n'),
  'broaderRelationsSkillPillar.csv': [
    'conceptType,conceptUri,broaderType,broaderUri',
    `KnowledgeSkillCompetence,${ids.brew},SkillGroup,${ids.making}`,
    `KnowledgeSkillCompetence,${ids.tasting},KnowledgeSkillCompetence,${ids.brew}`,
    `SkillGroup,${ids.making},SkillGroup,${ids.food}`,
    `SkillGroup,${ids.unknownGroup},SkillGroup,${ids.food}`,
  ].join('\n'),
  'broaderRelationsOccPillar.csv': [
    'conceptType,conceptUri,broaderType,broaderUri',
    `ISCOGroup,${ids.isco75},ISCOGroup,${ids.isco7}`,
    `Occupation,${ids.brewer},ISCOGroup,${ids.isco75}`,
    `Occupation,${ids.phantom},Occupation,${ids.brewer}`,
  ].join('\n'),
};
